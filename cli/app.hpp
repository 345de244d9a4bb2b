// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>
#include <cli/options.hpp>

#include <span>
#include <string>
#include <string_view>

namespace quiz::cli {

/// A line of the table of commands.
struct Command {
  std::string_view noun;
  std::string_view verb;            ///< empty: the noun is the command
  Action (*add)(Options& options);  ///< declares the options; what it returns carries the command out

  /// `bank list`
  [[nodiscard]] std::string name() const;
};

/// All commands, those of a noun together.
[[nodiscard]] std::span<const Command> command_table();

/// Run the program with arguments as they follow its name. Returns its exit code: 0 done, 1 failed, 2 usage,
/// 3 findings that are errors, 4 integrity, 5 not found, 75 try again, 130 interrupted.
[[nodiscard]] int run(std::span<const std::string> arguments, Context context);

/// The same with the arguments and the streams of the process.
int main(int argc, const char* const* argv);

}  // namespace quiz::cli
