// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/output.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli {

/// Thrown by the write of a stream whose reader went away, as `head` does: ends the program without a word.
struct NobodyReads {};

/// Where the program writes.
struct Stream {
  /// Everything it is given goes out at once. Throws Error{failed} where it cannot, and NobodyReads.
  std::function<void(std::string_view)> write;
  bool terminal = false;
};

enum class Color { automatic, always, never };

/// What every command understands (docs/commands/README.md).
struct Everywhere {
  std::string folder;
  std::optional<text::Language> language;
  std::optional<report::Format> format;
  std::string output;
  bool overwrite = false;
  bool byte_order_mark = false;
  bool dry_run = false;
  bool quiet = false;
  Color color = Color::automatic;
  std::optional<std::uint64_t> threads;

  /// Whether the answer goes into a file.
  [[nodiscard]] bool writes_file() const { return !output.empty() && output != "-"; }
};

/// What a command has of the world around it. The first part is given, by `main` or by a test; the second is
/// set before the command runs.
struct Context {
  Stream out;
  Stream err;
  const Clock& clock;
  std::map<std::string, std::string, std::less<>> environment{};  ///< variables that are set
  std::filesystem::path folder{};                                 ///< started in; empty: the current one
  std::size_t width = 80;                                         ///< of the terminal, in cells
  Milliseconds lock_wait{30'000};                                 ///< how long to wait for a held store
  std::function<bool()> interrupted{};                            ///< whether the user wants to stop

  Everywhere everywhere{};
  std::optional<text::Catalogue> catalogue{};
  Diagnostics diagnostics{};      ///< findings of the command, printed when it is done
  bool is_strict = false;         ///< warnings end the command as errors do
  bool findings_printed = false;  ///< the findings were its answer: only their counts are printed
  bool progress_shown = false;    ///< a progress bar stands on the line of the cursor

  /// The variable's value, empty where it is not set.
  [[nodiscard]] std::string_view variable(std::string_view name) const;
  /// A path of the command line, from the folder started in. `-` stays itself.
  [[nodiscard]] std::filesystem::path at(const std::filesystem::path& path) const;
  [[nodiscard]] std::vector<std::filesystem::path> at(std::span<const std::filesystem::path> paths) const;
  /// How many threads to work on.
  [[nodiscard]] unsigned threads() const;
};

}  // namespace quiz::cli
