// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/bank.hpp>

#include <quizlib/bank/localized.hpp>
#include <quizlib/bank/text_order.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace quiz::bank {
namespace {

/// From how many items on a habit of the author is more than chance.
constexpr std::size_t kSinglesForLength = 10;
constexpr std::size_t kSinglesForPosition = 20;
constexpr std::size_t kChoicesForPosition = 4;

/// Looks at one bank; every function reports one kind of finding.
class Linter {
 public:
  Linter(const Bank& bank, Diagnostics& diagnostics) : bank_(bank), diagnostics_(diagnostics) {
    for (const Item& item : bank.items) {
      if (item.status == Status::active) items_.push_back(&item);
    }
  }

  void run() {
    check_translations(whole_bank(), "", "title", bank_.title);
    for (const Item* item : items_) {
      check_translations(*item);
      check_stem(*item);
      check_choices(*item);
      check_pairs(*item);
      check_plain_order(*item);
      if (item->media && item->media->alt.empty()) {
        diagnostics_.warning(item->place, Message("bank.alt-missing", {{"item", item->id.text}}));
      }
    }
    check_longest();
    check_key_positions();
    count_what_is_missing();
  }

 private:
  [[nodiscard]] Place whole_bank() const {
    Place place;
    place.file = bank_.file;
    return place;
  }

  void check_translations(const Item& item) {
    const auto check = [this, &item](const std::string& field, const text::Localized& text) {
      check_translations(item.place, item.id.text, field, text);
    };
    check("stem", item.stem);
    for (const Choice& choice : item.choices) {
      check("choices/" + choice.id + "/text", choice.text);
      check("choices/" + choice.id + "/rationale", choice.rationale);
    }
    for (std::size_t i = 0; i < item.pairs.size(); ++i) {
      const std::string pair = "pairs/" + std::to_string(i + 1);
      check(pair + "/left", item.pairs[i].left);
      check(pair + "/right", item.pairs[i].right);
    }
    check("rationale", item.rationale);
    if (item.media) check("media/alt", item.media->alt);
  }

  void check_translations(const Place& place, std::string_view item, std::string_view field,
                          const text::Localized& text) {
    if (text.empty() || !needs_translation(text)) return;
    for (const text::Language language : bank_.languages) {
      if (text.has(language)) continue;
      std::vector<Argument> arguments{{"field", field}, {"language", text::language_code(language)}};
      if (!item.empty()) arguments.emplace_back("item", item);
      diagnostics_.warning(place,
                           Message(item.empty() ? "bank.title-untranslated" : "bank.translation-missing",
                                   std::move(arguments)));
    }
  }

  void check_stem(const Item& item) {
    const Item* twin = nullptr;
    for (const auto& [language, words] : item.stem.texts) {
      const auto [first, is_new] = stems_.emplace(std::pair(language, text::fold(words)), &item);
      if (!is_new && twin == nullptr) twin = first->second;
    }
    if (twin == nullptr) return;
    diagnostics_.warning(
        item.place, Message("bank.stem-duplicate",
                            {{"item", item.id.text}, {"first", twin->id.text}, {"line", twin->place.line}}));
  }

  void check_choices(const Item& item) {
    if (item.type == ItemType::truefalse) return;
    for (std::size_t later = 1; later < item.choices.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (report_likeness(item, item.choices[earlier], item.choices[later])) break;
      }
    }
  }

  /// Two sides of pairs that look the same could not be told apart, though only one of them is right.
  void check_pairs(const Item& item) {
    for (std::size_t later = 1; later < item.pairs.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Pair& a = item.pairs[earlier];
        const Pair& b = item.pairs[later];
        const std::vector<Argument> arguments{
            {"item", item.id.text}, {"pair", later + 1}, {"first", earlier + 1}};
        if (likeness(a.left, b.left) == Likeness::same || likeness(a.right, b.right) == Likeness::same) {
          diagnostics_.error(item.place, Message("bank.pairs-same", arguments));
        } else if (likeness(a.left, b.left) == Likeness::alike ||
                   likeness(a.right, b.right) == Likeness::alike) {
          diagnostics_.warning(item.place, Message("bank.pairs-alike", arguments));
        }
      }
    }
  }

  /// Where choices are not shuffled, those of an order item and the sides of pairs stand sorted by text.
  void check_plain_order(const Item& item) {
    const text::Language language = bank_.languages.front();
    const std::vector<Argument> arguments{{"item", item.id.text}};
    if (item.type == ItemType::order && std::ranges::is_sorted(choices_by_text(item, language)))
      diagnostics_.warning(item.place, Message("bank.order-plain", arguments));
    if (item.type == ItemType::match && lefts_by_text(item, language) == rights_by_text(item, language))
      diagnostics_.warning(item.place, Message("bank.pairs-plain", arguments));
  }

  enum class Likeness { none, alike, same };

  /// How two texts look to somebody, in a language of the bank.
  [[nodiscard]] Likeness likeness(const text::Localized& a, const text::Localized& b) const {
    Likeness result = Likeness::none;
    for (const text::Language language : bank_.languages) {
      if (text::nfc(a.in(language)) == text::nfc(b.in(language))) return Likeness::same;
      if (text::fold(a.in(language)) == text::fold(b.in(language))) result = Likeness::alike;
    }
    return result;
  }

  /// Whether two choices look the same to somebody, in a language of the bank.
  bool report_likeness(const Item& item, const Choice& earlier, const Choice& later) {
    const Likeness found = likeness(earlier.text, later.text);
    const std::vector<Argument> arguments{
        {"item", item.id.text}, {"choice", later.id}, {"first", earlier.id}};
    if (found == Likeness::same) {
      diagnostics_.error(item.place, Message("bank.choices-same", arguments));
    } else if (found == Likeness::alike) {
      diagnostics_.warning(item.place, Message("bank.choices-alike", arguments));
    }
    return found != Likeness::none;
  }

  /// The position of the choice that is longer than all others in the default language, if there is one.
  [[nodiscard]] std::optional<std::size_t> longest(const Item& item) const {
    std::optional<std::size_t> found;
    std::size_t most = 0;
    for (std::size_t i = 0; i < item.choices.size(); ++i) {
      const std::size_t length = code_points(item.choices[i].text.in(bank_.languages.front()));
      if (length > most) {
        most = length;
        found = i;
      } else if (length == most) {
        found.reset();
      }
    }
    return found;
  }

  void check_longest() {
    std::size_t singles = 0;
    std::size_t hits = 0;
    for (const Item* item : items_) {
      if (item->type != ItemType::single) continue;
      ++singles;
      const auto position = longest(*item);
      if (position && item->choices[*position].key) ++hits;
    }
    if (singles < kSinglesForLength || 2 * hits <= singles) return;
    diagnostics_.warning(whole_bank(), Message("bank.longest-is-key", {{"count", hits}, {"items", singles}}));
  }

  void check_key_positions() {
    std::size_t singles = 0;
    std::array<std::size_t, Item::kMostChoices> keys{};
    for (const Item* item : items_) {
      if (item->type != ItemType::single || item->choices.size() < kChoicesForPosition) continue;
      ++singles;
      const auto key = std::ranges::find_if(item->choices, [](const Choice& choice) { return choice.key; });
      ++keys[static_cast<std::size_t>(key - item->choices.begin())];
    }
    if (singles < kSinglesForPosition) return;
    for (std::size_t position = 0; position < keys.size(); ++position) {
      // More than 40 %.
      if (5 * keys[position] <= 2 * singles) continue;
      diagnostics_.warning(
          whole_bank(), Message("bank.key-position",
                                {{"position", position + 1}, {"count", keys[position]}, {"items", singles}}));
    }
  }

  void count_what_is_missing() {
    std::size_t rationales = 0;
    std::size_t difficulties = 0;
    std::size_t skills = 0;
    for (const Item* item : items_) {
      const bool explained =
          !item->rationale.empty() ||
          std::ranges::any_of(item->choices, [](const Choice& choice) { return !choice.rationale.empty(); });
      if (!explained) ++rationales;
      if (!item->difficulty) ++difficulties;
      if (item->skills.empty()) ++skills;
    }
    if (rationales + difficulties + skills == 0) return;
    diagnostics_.note(whole_bank(), Message("bank.incomplete", {{"items", items_.size()},
                                                                {"rationales", rationales},
                                                                {"difficulties", difficulties},
                                                                {"skills", skills}}));
  }

  const Bank& bank_;
  Diagnostics& diagnostics_;
  std::vector<const Item*> items_;  ///< the active ones
  std::map<std::pair<text::Language, std::string>, const Item*> stems_;
};

}  // namespace

void lint(const Bank& bank, Diagnostics& diagnostics) { Linter(bank, diagnostics).run(); }

}  // namespace quiz::bank
