// SPDX-License-Identifier: Apache-2.0
// Checks that every command of the table has its words, its page and its cases, that every topic of `quiz
// help` has its words and fits a screen, and that the pages tell the truth.
//
// usage: commands-complete ROOT

#include <cli/app.hpp>
#include <cli/topics.hpp>
#include <quizlib/text/catalogue.hpp>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using quiz::cli::Declared;
using quiz::cli::Options;

unsigned findings = 0;

void report(const std::string& where, const std::string& what) {
  ++findings;
  std::printf("%s: %s\n", where.c_str(), what.c_str());
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// `-h` and `--help` of `-h,--help`; `FILE` of an argument.
std::vector<std::string> names(const Declared& declared) {
  const std::size_t comma = declared.name.find(',');
  if (comma == std::string::npos) return {declared.name};
  return {declared.name.substr(0, comma), declared.name.substr(comma + 1)};
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

/// Whether `name` stands in `text` by itself, not as a part of a longer word.
bool mentions(const std::string& text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

/// The long options that stand in a line.
std::set<std::string> options_in(const std::string& line) {
  std::set<std::string> found;
  for (std::size_t at = line.find("--"); at != std::string::npos; at = line.find("--", at)) {
    const auto begin = line.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if_not(begin, line.end(), is_word);
    const bool starts = at == 0 || !is_word(line[at - 1]);
    const std::string option(begin, end);
    if (starts && option.size() > 2 && option[2] != '-') found.insert(option);
    at = static_cast<std::size_t>(end - line.begin());
  }
  return found;
}

/// A command of the table with what it declares.
struct Known {
  std::string key;
  std::vector<Declared> own;
  std::vector<Declared> shared;
};

std::map<std::string, Known> known_commands() {
  std::map<std::string, Known> all;
  for (const quiz::cli::Command& command : quiz::cli::command_table()) {
    quiz::cli::Everywhere ignored;
    Options options(command.name());
    const quiz::cli::Action action = command.add(options);
    options.everywhere(ignored);
    all[options.name()] = {options.key(),
                           {options.own().begin(), options.own().end()},
                           {options.shared().begin(), options.shared().end()}};
    if (options.examples().empty()) report("quiz " + options.name(), "has no example");
  }
  return all;
}

void need_word(const quiz::text::Catalogue& catalogue, const std::string& where, std::string_view key) {
  if (catalogue.has(key)) return;
  report(where, std::string(language_code(catalogue.language())) + ".yaml has no " + std::string(key));
}

void check_words(const std::string& name, const Known& command) {
  for (const quiz::text::Language language : quiz::text::kLanguages) {
    const quiz::text::Catalogue catalogue(language);
    const auto need = [&](const std::string& key) { need_word(catalogue, "quiz " + name, key); };
    need("command." + name.substr(0, name.find(' ')));
    need("command." + command.key);
    for (const Declared& declared : command.own) need(declared.help);
    for (const Declared& declared : command.shared) need(declared.help);
  }
}

/// Every long option in the page is one of the command, of every command, or of a command that its line
/// names.
void check_options_of_page(const std::string& page, const std::string& text, const Known& own,
                           const std::map<std::string, Known>& all) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    std::set<std::string> allowed{"--version"};
    const auto allow = [&](const std::vector<Declared>& declared) {
      for (const Declared& one : declared) {
        for (const std::string& name : names(one)) allowed.insert(name);
      }
    };
    allow(own.own);
    allow(own.shared);
    for (const auto& [name, command] : all) {
      if (mentions(line, "quiz " + name)) allow(command.own);
    }
    for (const std::string& option : options_in(line)) {
      if (allowed.count(option) == 0) report(page, "there is no option " + option);
    }
  }
}

void check_page(const fs::path& root, const std::string& name, const Known& command,
                const std::map<std::string, Known>& all) {
  const std::string page = "docs/commands/" + command.key + ".md";
  const std::string text = read(root / page);
  if (text.empty()) return report("quiz " + name, "there is no page " + page);
  if (!text.starts_with("# quiz " + name + '\n')) report(page, "must begin with: # quiz " + name);
  for (const Declared& declared : command.own) {
    for (const std::string& option : names(declared)) {
      if (!mentions(text, option)) report(page, "does not name " + option);
    }
  }
  check_options_of_page(page, text, command, all);
}

void check_cases(const fs::path& root, const std::string& name, const Known& command) {
  const std::string folder = "tests/cli/" + command.key;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(root / folder, ignored)) {
    if (entry.path().extension() == ".test") return;
  }
  report("quiz " + name, "there is no case in " + folder);
}

/// What stands in a folder belongs to a command.
void check_nothing_left(const fs::path& root, const std::string& folder,
                        const std::set<std::string>& expected) {
  for (const auto& entry : fs::directory_iterator(root / folder)) {
    const std::string name = entry.path().filename().string();
    if (expected.count(name) == 0) report(folder + '/' + name, "belongs to no command");
  }
}

/// A topic has all words, a name that no command has, and fits a screen of 80 cells by 30 lines.
void check_topic(const quiz::cli::Topic& topic, const std::map<std::string, Known>& all) {
  const std::string where = "quiz help " + std::string(topic.name);
  for (const auto& [name, command] : all) {
    if (name.substr(0, name.find(' ')) == topic.name) report(where, "is the name of a noun");
  }
  for (const quiz::text::Language language : quiz::text::kLanguages) {
    const quiz::text::Catalogue catalogue(language);
    need_word(catalogue, where, topic.key());
    for (const quiz::cli::TopicPart& part : topic.parts) need_word(catalogue, where, part.key);
    const std::string page = topic_help(topic, catalogue, 80);
    const auto lines = std::ranges::count(page, '\n');
    if (lines > 30)
      report(where, std::to_string(lines) + " lines in " + std::string(language_code(language)));
  }
}

/// What a topic says of its terms stands in the index too, as rows of a table.
void check_table_of_index(const std::string& index, std::string_view name) {
  const quiz::text::Catalogue catalogue(quiz::text::Language::en);
  for (const quiz::cli::TopicPart& part : quiz::cli::find_topic(name)->parts) {
    const std::string row = "\n| " + std::string(part.term) + " | " + catalogue(part.key) + " |\n";
    if (!part.term.empty() && index.find(row) == std::string::npos)
      report("docs/commands/README.md", "has no row like that of quiz help " + std::string(name) + ':' + row);
  }
}

void check_topics(const std::string& index, const std::map<std::string, Known>& all) {
  for (const quiz::cli::Topic& topic : quiz::cli::topics()) {
    check_topic(topic, all);
    const std::string line = "- `quiz help " + std::string(topic.name) + "`";
    if (index.find(line) == std::string::npos) report("docs/commands/README.md", "does not list " + line);
  }
  check_table_of_index(index, "exit-codes");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const fs::path root = argv[1];
  const std::map<std::string, Known> all = known_commands();
  const std::string index = read(root / "docs/commands/README.md");
  std::set<std::string> pages{"README.md"};
  std::set<std::string> folders{"CMakeLists.txt", "program"};
  for (const auto& [name, command] : all) {
    check_words(name, command);
    check_page(root, name, command, all);
    check_cases(root, name, command);
    if (index.find("[quiz " + name + "](" + command.key + ".md)") == std::string::npos) {
      report("docs/commands/README.md", "does not list quiz " + name);
    }
    pages.insert(command.key + ".md");
    folders.insert(command.key);
  }
  Known everywhere = all.begin()->second;
  everywhere.own.clear();
  for (const Declared& declared : everywhere.shared) {
    for (const std::string& name : names(declared)) {
      if (!mentions(index, name)) report("docs/commands/README.md", "does not name " + name);
    }
  }
  check_options_of_page("docs/commands/README.md", index, everywhere, all);
  check_topics(index, all);
  check_nothing_left(root, "docs/commands", pages);
  check_nothing_left(root, "tests/cli", folders);
  std::printf("%zu commands, %u findings\n", all.size(), findings);
  return findings == 0 ? 0 : 1;
}
