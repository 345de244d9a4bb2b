// SPDX-License-Identifier: Apache-2.0
#include <cli/options.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/nearest.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>

namespace quiz::cli {
namespace {

[[noreturn]] void refuse(std::string_view code, std::vector<Argument> arguments) {
  throw Error(ErrorKind::usage, Message(code, std::move(arguments)));
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string result;
  for (const std::string& word : words) {
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  return std::string(nearest(word, views));
}

std::uint64_t parse_whole(std::string_view name, std::string_view text, std::uint64_t low,
                          std::uint64_t high) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) {
    refuse("usage.number", {{"option", name}, {"value", text}, {"low", low}, {"high", high}});
  }
  return value;
}

void give_option(const Declared& declared, const std::vector<std::string>& values) {
  if (values.empty()) return;
  const std::string shown = spellings(declared.name).back();
  if (declared.placeholder.empty()) {
    if (values.front() != "true") refuse("usage.flag-value", {{"option", shown}, {"value", values.front()}});
  } else {
    if (values.size() > 1) refuse("usage.option-twice", {{"option", shown}});
    if (values.front().empty())
      refuse("usage.value-missing", {{"option", shown}, {"placeholder", declared.placeholder}});
  }
  declared.set(values);
}

[[noreturn]] void refuse_choice(const std::string& option, const std::string& value,
                                const std::vector<std::string>& words) {
  refuse("usage.choice", {{"option", option},
                          {"value", value},
                          {"words", joined(words, ", ")},
                          {"suggestion", nearest_of(value, words)}});
}

/// Deal the words out among the arguments that a command takes.
void give_arguments(std::span<const Declared> declared, std::vector<std::string> words) {
  for (const Declared& argument : declared) {
    if (!argument.positional) continue;
    const std::size_t count = argument.repeated ? words.size() : std::min<std::size_t>(words.size(), 1);
    if (count == 0 && argument.required) refuse("usage.argument-missing", {{"argument", argument.name}});
    if (count == 0) continue;
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
    argument.set({words.begin(), end});
    words.erase(words.begin(), end);
  }
  if (!words.empty()) refuse("usage.argument-unexpected", {{"argument", words.front()}});
}

}  // namespace

std::vector<std::string> spellings(std::string_view name) {
  std::vector<std::string> result;
  while (!name.empty()) {
    const std::size_t comma = name.find(',');
    result.emplace_back(name.substr(0, comma));
    name.remove_prefix(comma == std::string_view::npos ? name.size() : comma + 1);
  }
  return result;
}

std::string Declared::key() const {
  std::string result = spellings(name).back();
  result.erase(0, std::min(result.find_first_not_of('-'), result.size()));
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

Options::Options(std::string name) : name_(std::move(name)), help_("command." + key()) {}

std::string Options::key() const {
  std::string result = name_;
  std::ranges::replace(result, ' ', '_');
  return result;
}

std::span<const Declared> Options::own() const { return std::span(declared_).first(own_); }

std::span<const Declared> Options::shared() const { return std::span(declared_).subspan(own_); }

Declared& Options::declare(std::string_view name, std::string_view placeholder) {
  Declared& declared = declared_.emplace_back();
  declared.name = name;
  declared.placeholder = placeholder;
  declared.positional = !is_option(name);
  declared.help = help_ + '.' + declared.key();
  own_ = declared_.size();
  return declared;
}

void Options::flag(std::string_view name, bool& value) {
  declare(name, {}).set = [&value](const std::vector<std::string>&) { value = true; };
}

void Options::text(std::string_view name, std::string_view placeholder, std::string& value) {
  declare(name, placeholder).set = [&value](const std::vector<std::string>& given) { value = given.front(); };
}

void Options::number(std::string_view name, std::string_view placeholder, std::optional<std::uint64_t>& value,
                     std::uint64_t low, std::uint64_t high) {
  Declared& declared = declare(name, placeholder);
  declared.required = declared.positional;
  declared.set = [option = std::string(name), &value, low, high](const std::vector<std::string>& given) {
    value = parse_whole(option, given.front(), low, high);
  };
}

void Options::one_of(std::string_view name, std::vector<std::string> words,
                     std::function<void(std::size_t)> choose) {
  Declared& declared = declare(name, joined(words, "|"));
  declared.required = declared.positional;
  declared.words = words;
  declared.set = [option = std::string(name), words = std::move(words),
                  choose = std::move(choose)](const std::vector<std::string>& given) {
    const auto found = std::ranges::find(words, given.front());
    if (found == words.end()) refuse_choice(option, given.front(), words);
    choose(static_cast<std::size_t>(found - words.begin()));
  };
}

void Options::argument(std::string_view name, std::string& value) {
  optional_argument(name, value);
  declared_.back().required = true;
}

void Options::optional_argument(std::string_view name, std::string& value) {
  declare(name, name).set = [&value](const std::vector<std::string>& given) { value = given.front(); };
}

void Options::arguments(std::string_view name, std::vector<std::string>& value) {
  Declared& declared = declare(name, name);
  declared.required = true;
  declared.repeated = true;
  declared.set = [&value](const std::vector<std::string>& given) { value = given; };
}

void Options::files(std::string_view name, std::vector<std::filesystem::path>& value, bool required) {
  Declared& declared = declare(name, name);
  declared.required = required;
  declared.repeated = true;
  declared.set = [&value](const std::vector<std::string>& given) {
    value.assign(given.begin(), given.end());
  };
}

void Options::words(std::string_view name, std::span<const std::string_view> known,
                    std::vector<std::string>& value) {
  Declared& declared = declare(name, name);
  declared.required = true;
  declared.repeated = true;
  declared.words.assign(known.begin(), known.end());
  declared.set = [option = std::string(name), words = declared.words,
                  &value](const std::vector<std::string>& given) {
    for (const std::string& word : given) {
      if (std::ranges::find(words, word) == words.end()) refuse_choice(option, word, words);
      if (std::ranges::find(value, word) == value.end()) value.push_back(word);
    }
  };
}

void Options::everywhere(Everywhere& values) {
  Options all("everywhere");
  all.text("-C", "DIR", values.folder);
  all.choice<text::Language>("--lang",
                             {{"vi", text::Language::vi},
                              {"lo", text::Language::lo},
                              {"th", text::Language::th},
                              {"en", text::Language::en}},
                             values.language);
  all.choice<report::Format>("--format",
                             {{"table", report::Format::table},
                              {"plain", report::Format::plain},
                              {"json", report::Format::json},
                              {"csv", report::Format::csv}},
                             values.format);
  all.text("-o", "FILE", values.output);
  all.flag("--overwrite", values.overwrite);
  all.flag("--bom", values.byte_order_mark);
  all.flag("--dry-run", values.dry_run);
  all.flag("--quiet", values.quiet);
  all.choice<Color>("--color",
                    {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}},
                    values.color);
  all.number("--threads", "N", values.threads, 1, 1024);
  // Asked for before anything is read; here for help and for did-you-mean.
  all.declare("-h,--help", {}).set = [](const std::vector<std::string>&) {};

  for (Declared& declared : all.declared_) {
    const auto same = [&](const Declared& other) { return other.name == declared.name; };
    if (std::ranges::none_of(declared_, same)) declared_.push_back(std::move(declared));
  }
}

// CLI11 reads options and leaves all else: of positional arguments it splits those in square brackets, and
// where an option may lack its value it swallows a `--` behind it.
void Options::parse(const std::vector<std::string>& arguments) const {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const Declared*, const CLI::Option*>> options;
  for (const Declared& declared : declared_) {
    if (declared.positional) continue;
    const bool is_flag = declared.placeholder.empty();
    CLI::Option* option = is_flag ? app.add_flag(declared.name) : app.add_option(declared.name);
    // That a value is missing, or given twice, is said in our own words.
    if (!is_flag) option->expected(0, 1);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    options.emplace_back(&declared, option);
  }
  const auto mark = std::ranges::find(arguments, "--");
  try {
    app.parse(std::vector<std::string>(std::reverse_iterator(mark), arguments.rend()));
  } catch (const CLI::Error& error) {
    refuse("usage.unreadable", {{"reason", error.what()}});
  }
  std::vector<std::string> words = app.remaining();
  const auto unknown = std::ranges::find_if(words, is_option);
  if (unknown != words.end()) refuse_option(*unknown, declared_);
  for (const auto& option : options) give_option(*option.first, option.second->results());
  if (mark != arguments.end()) words.insert(words.end(), mark + 1, arguments.end());
  give_arguments(declared_, std::move(words));
}

std::size_t next_word(std::span<const std::string> arguments, std::size_t from) {
  Everywhere ignored;
  Options options("everywhere");
  options.everywhere(ignored);
  for (std::size_t i = from; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const Declared* known = nullptr;
    bool holds_value = false;
    for (const Declared& declared : options.shared()) {
      for (const std::string& name : spellings(declared.name)) {
        if (!argument.starts_with(name)) continue;
        const bool is_long = name.starts_with("--");
        if (argument.size() != name.size() && is_long && argument[name.size()] != '=') continue;
        known = &declared;
        holds_value = argument.size() != name.size();
      }
    }
    if (known == nullptr) return i;
    if (!known->placeholder.empty() && !holds_value) ++i;
  }
  return arguments.size();
}

bool is_option(std::string_view argument) { return argument.size() > 1 && argument.front() == '-'; }

void refuse_option(std::string_view argument, std::span<const Declared> known) {
  const std::string_view name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const Declared& declared : known) {
    if (declared.positional) continue;
    for (std::string& spelling : spellings(declared.name)) names.push_back(std::move(spelling));
  }
  refuse("usage.option-unknown", {{"option", name}, {"suggestion", nearest_of(name, names)}});
}

}  // namespace quiz::cli
