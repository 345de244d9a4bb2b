// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/app.hpp>

#include <quizlib/text/catalogue.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::cli {

/// A word that may come next, with what a shell shows beside it.
struct NextWord {
  std::string word;
  std::string help;
};

/// What a shell proposes for a value.
enum class Offer { nothing, words, files, folders };

/// An option or an argument as shells complete it.
struct Parameter {
  std::vector<std::string> names;  ///< `-h` and `--help`; of an argument `FILE`
  std::string value{};             ///< `N`, `FILE`; empty: an option that takes none
  std::string help{};
  Offer offer = Offer::nothing;
  std::vector<std::string> words{};
  bool repeated = false;
};

/// Words at the beginning of a command line and what may follow them.
struct CompletionPlace {
  std::string path;  ///< the words, joined by slashes: `quiz/bank/list`
  std::vector<NextWord> next;
  std::vector<Parameter> options;  ///< those that only this place has
  std::vector<Parameter> arguments;

  /// Whether an option of every place means something of its own here.
  [[nodiscard]] bool replaces(const Parameter& shared) const;
};

/// All that a shell has to know to complete command lines. Names, words and paths consist of ASCII letters,
/// digits and hyphens; helps and values of anything.
struct CompletionTree {
  std::vector<CompletionPlace> places;
  std::vector<Parameter> shared;  ///< options of every place, but for one that has its own of the same name
};

/// The tree of a table of commands, with the topics of `quiz help`.
[[nodiscard]] CompletionTree completion_tree(std::span<const Command> commands,
                                             const text::Catalogue& catalogue);

/// The scripts. Each does no more than look up what the tree says, starts no program, and gives the same
/// words in every locale; that of bash shows no helps.
[[nodiscard]] std::string bash_completion(const CompletionTree& tree);
[[nodiscard]] std::string zsh_completion(const CompletionTree& tree);
[[nodiscard]] std::string fish_completion(const CompletionTree& tree);

/// What the scripts share: whether an option has two hyphens; words with blanks between them; a text with a
/// backslash before each character that is in `before`.
[[nodiscard]] bool is_long(std::string_view option);
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
[[nodiscard]] std::string with_backslashes(std::string_view text, std::string_view before);

}  // namespace quiz::cli
