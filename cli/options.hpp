// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::cli {

/// What a command does once its options are read.
using Action = std::function<void(Context&)>;

/// An option or an argument as help, manuals and checks of them see it.
struct Declared {
  std::string name;         ///< `--top`, `-h,--help`, or of an argument `FILE`
  std::string placeholder;  ///< of the value: `N`, `table|json`; empty: it has none
  std::string help;         ///< the catalogue's key
  bool positional = false;
  bool required = false;
  bool repeated = false;
  std::vector<std::string> words;                            ///< the only values; empty: any
  std::function<void(const std::vector<std::string>&)> set;  ///< called with the values that were given

  /// The name without hyphens, the longer one of two: `top`, `help`; of an argument in lower case: `file`.
  [[nodiscard]] std::string key() const;
};

/// A declared name as it may be written: `-h,--help` as `-h` and `--help`.
[[nodiscard]] std::vector<std::string> spellings(std::string_view name);

/// The options and arguments of a command, each bound to a variable that is set when they are read.
///
/// Help texts are the catalogue's `command.<noun>_<verb>` and `command.<noun>_<verb>.<name>`.
class Options {
 public:
  /// Of the command `name`, such as `bank list`.
  explicit Options(std::string name);

  void flag(std::string_view name, bool& value);
  void text(std::string_view name, std::string_view placeholder, std::string& value);
  /// A whole number from `low` to `high`, written in digits only; an argument must be there.
  void number(std::string_view name, std::string_view placeholder, std::optional<std::uint64_t>& value,
              std::uint64_t low = 0, std::uint64_t high = 1'000'000'000);
  /// One of some words; an argument must be there.
  template <class Value, class Variable>
  void choice(std::string_view name, std::initializer_list<std::pair<std::string_view, Value>> words,
              Variable& value) {
    std::vector<std::string> names;
    std::vector<Value> values;
    for (const auto& entry : words) {
      names.emplace_back(entry.first);
      values.push_back(entry.second);
    }
    one_of(name, std::move(names), [values, &value](std::size_t i) { value = values[i]; });
  }
  /// Arguments in their order: one that must be there, one that may, and at the end one or more texts, or
  /// files.
  void argument(std::string_view name, std::string& value);
  void optional_argument(std::string_view name, std::string& value);
  void arguments(std::string_view name, std::vector<std::string>& value);
  void files(std::string_view name, std::vector<std::filesystem::path>& value, bool required = false);
  /// One or more of some words at the end, each once.
  void words(std::string_view name, std::span<const std::string_view> known, std::vector<std::string>& value);

  /// A command line that shows how to use the command.
  void example(std::string_view command) { examples_.emplace_back(command); }

  /// Add what every command understands, but for names that the command gave a meaning of its own.
  void everywhere(Everywhere& values);

  /// Set the variables from the arguments after noun and verb. Throws Error{usage}.
  void parse(const std::vector<std::string>& arguments) const;

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The command in the names of files and keys: `bank_list`.
  [[nodiscard]] std::string key() const;
  /// The command's own, in order.
  [[nodiscard]] std::span<const Declared> own() const;
  /// Those of every command, in order.
  [[nodiscard]] std::span<const Declared> shared() const;
  [[nodiscard]] std::span<const std::string> examples() const { return examples_; }

 private:
  Declared& declare(std::string_view name, std::string_view placeholder);
  void one_of(std::string_view name, std::vector<std::string> words, std::function<void(std::size_t)> choose);

  std::string name_;
  std::string help_;
  std::vector<Declared> declared_;
  std::size_t own_ = 0;  ///< how many of them are the command's own
  std::vector<std::string> examples_;
};

/// Where the next word of a command line stands, from `from`: what is neither an option of every command nor
/// the value of one. It may be an option that only a command knows. The number of arguments: there is none.
[[nodiscard]] std::size_t next_word(std::span<const std::string> arguments, std::size_t from);

/// Whether an argument is an option by its form. `-` is none.
[[nodiscard]] bool is_option(std::string_view argument);

/// An unknown option, with the nearest of those that exist.
[[noreturn]] void refuse_option(std::string_view argument, std::span<const Declared> known);

}  // namespace quiz::cli
