// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace quiz::bank {
namespace {

/// Writes JSON as RFC 8785 (JCS) has it: no blanks, no escapes but the needed ones, and keys in order, which
/// is the caller's part.
class CanonicalJson {
 public:
  void begin(char bracket) {
    separate();
    out_ += bracket;
  }
  void end(char bracket) { out_ += bracket; }
  void key(std::string_view name) {
    text(name);
    out_ += ':';
  }
  void text(std::string_view value) {
    separate();
    out_ += '"';
    for (const char c : value) append(c);
    out_ += '"';
  }
  void flag(bool value) {
    separate();
    out_ += value ? "true" : "false";
  }
  /// A value that is written already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!out_.empty() && std::string_view("{[:").find(out_.back()) == std::string_view::npos) out_ += ',';
  }

  void append(char c) {
    constexpr std::string_view kShort = "\b\t\n\f\r\"\\";
    constexpr std::string_view kLetters = "btnfr\"\\";
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(c);
    if (const std::size_t at = kShort.find(c); at != std::string_view::npos) {
      out_.append({'\\', kLetters[at]});
    } else if (code < 0x20) {
      out_.append("\\u00").append({kDigits[code >> 4U], kDigits[code & 0xfU]});
    } else {
      out_ += c;
    }
  }

  std::string out_;
};

void write(CanonicalJson& json, const text::Localized& text) {
  // The order of the codes: language_code would have to be compared, the map does it.
  std::map<std::string_view, std::string_view> by_code;
  for (const auto& [language, words] : text.texts) by_code.emplace(text::language_code(language), words);
  json.begin('{');
  for (const auto& [code, words] : by_code) {
    json.key(code);
    json.text(words);
  }
  json.end('}');
}

void write_optional(CanonicalJson& json, std::string_view key, const text::Localized& text) {
  if (text.empty()) return;
  json.key(key);
  write(json, text);
}

void write_optional(CanonicalJson& json, std::string_view key, const std::vector<std::string>& words) {
  if (words.empty()) return;
  json.key(key);
  json.begin('[');
  for (const std::string& word : words) json.text(word);
  json.end(']');
}

void write_optional(CanonicalJson& json, const std::optional<Media>& media) {
  if (!media) return;
  json.key("media");
  json.begin('{');
  write_optional(json, "alt", media->alt);
  json.key("file");
  json.text(media->file);
  json.end('}');
}

void write_optional(CanonicalJson& json, std::optional<Milliseconds> time_limit) {
  if (!time_limit) return;
  json.key("time_limit");
  json.text(format_duration(*time_limit));
}

/// The choices of an order item are neither fixed nor key.
void write(CanonicalJson& json, const Choice& choice, bool is_ordered) {
  json.begin('{');
  if (!is_ordered) {
    json.key("fixed");
    json.flag(choice.fixed);
  }
  json.key("id");
  json.text(choice.id);
  if (!is_ordered) {
    json.key("key");
    json.flag(choice.key);
  }
  write_optional(json, "rationale", choice.rationale);
  json.key("text");
  write(json, choice.text);
  json.end('}');
}

void write(CanonicalJson& json, const Pair& pair) {
  json.begin('{');
  json.key("left");
  write(json, pair.left);
  json.key("right");
  write(json, pair.right);
  json.end('}');
}

void write(CanonicalJson& json, const text::Differences& match) {
  json.begin('{');
  json.key("case");
  json.flag(match.letter_case);
  json.key("marks");
  json.flag(match.marks);
  json.key("spaces");
  json.flag(match.spaces);
  json.end('}');
}

/// Choices as entrants see them: those of a truefalse item are always the same.
bool has_choices(const Item& item) {
  return item.type == ItemType::single || item.type == ItemType::multiple || item.type == ItemType::order;
}

/// The fields of the types that come before the others in the order of keys.
void write_choices(CanonicalJson& json, const Item& item) {
  if (item.type == ItemType::text) write_optional(json, "accept", item.text.accept);
  if (!has_choices(item)) return;
  json.key("choices");
  json.begin('[');
  for (const Choice& choice : item.choices) write(json, choice, item.type == ItemType::order);
  json.end(']');
}

void write_key(CanonicalJson& json, const Item& item) {
  if (item.type == ItemType::truefalse) {
    json.key("key");
    json.flag(item.choices.front().key);
  } else if (item.type == ItemType::numeric) {
    json.key("key");
    json.text(format_decimal(item.number.value));
  } else if (item.type == ItemType::text) {
    json.key("match");
    write(json, item.text.match);
  }
}

void write_pairs(CanonicalJson& json, const Item& item) {
  if (item.type != ItemType::match) return;
  json.key("pairs");
  json.begin('[');
  for (const Pair& pair : item.pairs) write(json, pair);
  json.end(']');
}

void write(CanonicalJson& json, const Item& item) {
  json.begin('{');
  write_choices(json, item);
  if (item.difficulty) {
    json.key("difficulty");
    json.text(name(*item.difficulty));
  }
  json.key("id");
  json.text(item.id.text);
  write_key(json, item);
  write_optional(json, item.media);
  write_pairs(json, item);
  json.key("points");
  json.text(format_points(item.points));
  write_optional(json, "rationale", item.rationale);
  write_optional(json, "skills", item.skills);
  json.key("status");
  json.text(name(item.status));
  json.key("stem");
  write(json, item.stem);
  write_optional(json, "tags", item.tags);
  write_optional(json, item.time_limit);
  if (item.type == ItemType::numeric) {
    json.key("tolerance");
    json.text(format_decimal(item.number.tolerance));
  }
  json.key("type");
  json.text(name(item.type));
  json.end('}');
}

/// Some texts of an item as JSON under one key, sorted by their bytes: their order in the file might depend
/// on the key.
template <class Part>
void write_sorted(CanonicalJson& json, std::string_view key, const std::vector<Part>& parts,
                  text::Localized Part::*text) {
  std::vector<std::string> texts;
  for (const Part& part : parts) {
    CanonicalJson one;
    write(one, part.*text);
    texts.push_back(one.take());
  }
  std::ranges::sort(texts);
  json.key(key);
  json.begin('[');
  for (const std::string& written : texts) json.raw(written);
  json.end(']');
}

void write_visible(CanonicalJson& json, const Item& item) {
  json.begin('{');
  if (has_choices(item)) write_sorted(json, "choices", item.choices, &Choice::text);
  json.key("id");
  json.text(item.id.text);
  if (item.type == ItemType::match) write_sorted(json, "left", item.pairs, &Pair::left);
  write_optional(json, item.media);
  json.key("points");
  json.text(format_points(item.points));
  if (item.type == ItemType::match) write_sorted(json, "right", item.pairs, &Pair::right);
  json.key("stem");
  write(json, item.stem);
  write_optional(json, item.time_limit);
  json.key("type");
  json.text(name(item.type));
  json.end('}');
}

/// The canonical form of an item without what says what is right, and why.
std::string without_key(Item item) {
  item.rationale = {};
  item.number = {};
  item.text = {};
  for (Choice& choice : item.choices) {
    choice.key = false;
    choice.rationale = {};
  }
  if (item.type == ItemType::order) std::ranges::sort(item.choices, {}, &Choice::id);
  CanonicalJson json;
  write(json, item);
  return json.take();
}

}  // namespace

std::string canonical(const Bank& bank) {
  CanonicalJson json;
  json.begin('{');
  json.key("format");
  json.text("quiz-bank/1");
  json.key("id");
  json.text(bank.id.text);
  json.key("items");
  json.begin('[');
  for (const Item& item : bank.items) write(json, item);
  json.end(']');
  json.key("languages");
  json.begin('[');
  for (const text::Language language : bank.languages) json.text(text::language_code(language));
  json.end(']');
  if (!bank.license.empty()) {
    json.key("license");
    json.text(bank.license);
  }
  write_optional(json, "title", bank.title);
  json.end('}');
  return json.take();
}

std::string canonical_questions(const Bank& bank) {
  std::vector<const Item*> items;
  for (const Item& item : bank.items) {
    if (item.status == Status::active) items.push_back(&item);
  }
  std::ranges::sort(items, [](const Item* a, const Item* b) { return a->id < b->id; });
  CanonicalJson json;
  json.begin('{');
  json.key("format");
  json.text("quiz-questions/1");
  json.key("items");
  json.begin('[');
  for (const Item* item : items) write_visible(json, *item);
  json.end(']');
  json.end('}');
  return json.take();
}

std::vector<std::string> changed_questions(const Bank& before, const Bank& after) {
  std::vector<std::string> changed;
  for (std::size_t i = 0; i < std::max(before.items.size(), after.items.size()); ++i) {
    if (i >= before.items.size())
      changed.push_back(after.items[i].id.text);
    else if (i >= after.items.size() || without_key(before.items[i]) != without_key(after.items[i]))
      changed.push_back(before.items[i].id.text);
  }
  return changed;
}

crypto::Bytes32 digest(const Bank& bank) { return crypto::sha256(canonical(bank)); }

crypto::Bytes32 question_digest(const Bank& bank) { return crypto::sha256(canonical_questions(bank)); }

}  // namespace quiz::bank
