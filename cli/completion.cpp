// SPDX-License-Identifier: Apache-2.0
#include <cli/completion.hpp>

#include <cli/topics.hpp>

#include <algorithm>

namespace quiz::cli {
namespace {

Offer offer(const Declared& declared) {
  if (!declared.words.empty()) return Offer::words;
  if (declared.placeholder == "FILE") return Offer::files;
  if (declared.placeholder == "DIR") return Offer::folders;
  return Offer::nothing;
}

Parameter parameter(const Declared& declared, const text::Catalogue& catalogue) {
  return {spellings(declared.name), declared.placeholder, catalogue(declared.help),
          offer(declared),          declared.words,       declared.repeated};
}

/// The place of that path, made where it is not there yet.
CompletionPlace& place_of(CompletionTree& tree, const std::string& path) {
  const auto found = std::ranges::find(tree.places, path, &CompletionPlace::path);
  return found != tree.places.end() ? *found : tree.places.emplace_back(CompletionPlace{path, {}, {}, {}});
}

/// `word` may follow `path`, on its own and behind `quiz help`.
void add_word(CompletionTree& tree, const std::string& path, const NextWord& word) {
  for (const std::string& begin : {std::string("quiz"), std::string("quiz/help")}) {
    std::vector<NextWord>& next = place_of(tree, begin + path).next;
    if (std::ranges::find(next, word.word, &NextWord::word) == next.end()) next.push_back(word);
  }
}

void add_command(CompletionTree& tree, const Command& command, const text::Catalogue& catalogue) {
  Everywhere ignored;
  Options options(command.name());
  const Action action = command.add(options);
  options.everywhere(ignored);
  const std::string noun(command.noun);
  std::string path = '/' + noun;
  add_word(tree, "", {noun, catalogue("command." + noun)});
  if (!command.verb.empty()) {
    add_word(tree, path, {std::string(command.verb), catalogue("command." + options.key())});
    path += '/' + std::string(command.verb);
  }
  CompletionPlace& place = place_of(tree, "quiz" + path);
  for (const Declared& declared : options.own())
    (declared.positional ? place.arguments : place.options).push_back(parameter(declared, catalogue));
}

}  // namespace

bool is_long(std::string_view option) { return option.starts_with("--"); }

bool CompletionPlace::replaces(const Parameter& shared) const {
  return std::ranges::find(options, shared.names, &Parameter::names) != options.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

std::string with_backslashes(std::string_view text, std::string_view before) {
  std::string result;
  for (const char c : text) {
    if (before.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

CompletionTree completion_tree(std::span<const Command> commands, const text::Catalogue& catalogue) {
  CompletionTree tree;
  place_of(tree, "quiz").options.push_back({{"--version"}, "", catalogue("help.version")});
  for (const Command& command : commands) add_command(tree, command, catalogue);
  place_of(tree, "quiz").next.push_back({"help", catalogue("command.help")});
  std::vector<NextWord>& explained = place_of(tree, "quiz/help").next;
  for (const Topic& topic : topics()) explained.push_back({std::string(topic.name), catalogue(topic.key())});
  explained.push_back({"help", catalogue("help.topics-list")});
  Everywhere ignored;
  Options everywhere("everywhere");
  everywhere.everywhere(ignored);
  for (const Declared& declared : everywhere.shared()) tree.shared.push_back(parameter(declared, catalogue));
  return tree;
}

}  // namespace quiz::cli
