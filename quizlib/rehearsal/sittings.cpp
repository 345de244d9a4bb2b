// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/sittings.hpp>

#include <quizlib/rehearsal/answers.hpp>
#include <quizlib/rehearsal/logistic.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

namespace quiz::rehearsal {
namespace {

/// One in so many.
constexpr std::uint32_t kKnowsEverything = 60;
constexpr std::uint32_t kSecondAttempt = 3;
constexpr std::uint32_t kAttemptTooMany = 120;
constexpr std::uint32_t kLateExtra = 150;
constexpr std::uint32_t kDuplicate = 300;
constexpr std::uint32_t kUnreadable = 1'500;
constexpr std::uint32_t kUnknown = 2'000;
constexpr std::uint32_t kBlankAnswer = 60;
constexpr std::uint32_t kTwin = 12;  ///< of faultless papers: equal to the one before on every key
constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kDefaultLimit = 30 * 60 * kSecond;

enum class Flaw : std::uint8_t { none, bad_time, bad_answer, short_record, unknown_entrant };

/// A row before its answers are made.
struct Sheet {
  std::uint32_t registration = 0;
  std::uint32_t attempt = 1;
  std::int64_t started = 0;
  std::int64_t submitted = 0;
  std::uint32_t prediction = 0;
  bool faultless = false;
  Flaw flaw = Flaw::none;
  std::uint32_t number = 0;  ///< in the order of making: the last key of the order of rows
};

/// Difficulty and discrimination of an item, in hundredths.
struct Difficulty {
  std::int32_t b = 0;
  std::int32_t a = 100;
};

std::string decimal(std::uint64_t number) { return std::to_string(number); }

class Maker {
 public:
  Maker(const contest::Contest& contest, const contest::Items& items, RoundNo round,
        const paper::Drawer& drawer, const People& people, const crypto::Bytes32& seed)
      : contest_(contest),
        round_(contest.rounds[round]),
        items_(items),
        drawer_(drawer),
        people_(people),
        seed_(seed) {
    crypto::Stream chance = stream("items", "");
    for (ItemNo item = 0; item < items.size(); ++item) {
      const std::int32_t base = !items[item].difficulty                               ? -60
                                : *items[item].difficulty == bank::Difficulty::easy   ? -160
                                : *items[item].difficulty == bank::Difficulty::medium ? -60
                                                                                      : 60;
      difficulty_.push_back({base + static_cast<std::int32_t>(chance.below(81)) - 40,
                             70 + static_cast<std::int32_t>(chance.below(91))});
    }
  }

  void plan() {
    crypto::Stream chance = stream("sheets", "");
    for (std::uint32_t i = 0; i < people_.registrations.size(); ++i) plan_registration(i, chance);
    predict(chance);
    spoil(chance);
    std::ranges::sort(sheets_, {},
                      [](const Sheet& sheet) { return std::tuple(sheet.submitted, sheet.number); });
  }

  [[nodiscard]] std::size_t rows() const { return sheets_.size(); }

  [[nodiscard]] std::vector<std::string> header() const {
    std::vector<std::string> names{"entrant",    "round",        "attempt",
                                   "started_at", "submitted_at", "duration_ms"};
    if (predicts()) names.emplace_back("prediction");
    if (open()) names.insert(names.end(), people_.columns.begin(), people_.columns.end());
    for (ItemNo item = 0; item < items_.size(); ++item) names.push_back(items_.reference(item));
    return names;
  }

  [[nodiscard]] std::vector<std::string> cells(std::size_t row) const {
    const Sheet& sheet = sheets_[row];
    const Registration& registration = people_.registrations[sheet.registration];
    std::vector<std::string> cells{
        sheet.flaw == Flaw::unknown_entrant ? "X" + decimal(sheet.number) : registration.id,
        round_.id.text,
        decimal(sheet.attempt),
        time(sheet.started),
        sheet.flaw == Flaw::bad_time ? "31/02/2023" : time(sheet.submitted),
        decimal(static_cast<std::uint64_t>(sheet.submitted - sheet.started))};
    if (predicts()) cells.push_back(written_prediction(sheet.prediction));
    if (open()) cells.insert(cells.end(), registration.cells.begin(), registration.cells.end());
    const std::size_t head = cells.size();
    cells.resize(head + items_.size());
    const paper::Paper paper = drawer_.draw(text::nfc(registration.id), registration.track, sheet.attempt);
    crypto::Stream chance = stream("answers", registration.id + "/" + decimal(sheet.attempt));
    const std::int32_t skill = ability(registration.id);
    for (const paper::PaperItem& shown : paper.items) {
      cells[head + shown.item] = answer(shown.item, sheet.faultless, skill, chance);
    }
    const ItemNo refusing = refusing_item(paper);
    if (sheet.flaw == Flaw::bad_answer && refusing != kNone) cells[head + refusing] = "?";
    if (sheet.flaw == Flaw::short_record || (sheet.flaw == Flaw::bad_answer && refusing == kNone))
      cells.pop_back();
    return cells;
  }

 private:
  [[nodiscard]] crypto::Stream stream(std::string_view what, const std::string& whose) const {
    return crypto::Stream(
        seed_, std::array<std::string_view, 5>{"quiz/1", "rehearsal", what, round_.id.text, whose});
  }
  [[nodiscard]] bool open() const { return contest_.registration == contest::RegistrationMode::open; }
  [[nodiscard]] const contest::RoundRules& rules_of(std::uint32_t registration) const {
    return round_.of(people_.registrations[registration].track);
  }
  [[nodiscard]] bool predicts() const {
    return std::ranges::any_of(round_.rules.values,
                               [](const contest::RoundRules& rules) { return rules.prediction.has_value(); });
  }
  [[nodiscard]] std::string time(std::int64_t ms) const {
    return contest_.zone.format(Instant(Milliseconds(ms)));
  }
  [[nodiscard]] std::uint32_t most_attempts(std::uint32_t registration) const {
    return rules_of(registration).attempts.max.value_or(4);
  }

  /// What somebody brings to every attempt: near the normal distribution, mean 40, spread 100, in hundredths
  /// of a logit.
  [[nodiscard]] std::int32_t ability(const std::string& id) const {
    crypto::Stream chance = stream("ability", id);
    std::int32_t sum = 0;
    for (int i = 0; i < 12; ++i) sum += static_cast<std::int32_t>(chance.below(101));
    return sum - 600 + 40;
  }

  /// The first item of the paper to which not everything is an answer.
  [[nodiscard]] ItemNo refusing_item(const paper::Paper& paper) const {
    for (const paper::PaperItem& shown : paper.items) {
      const bank::ItemType type = items_[shown.item].type;
      if (!response::is_listed(type) || type == bank::ItemType::order || type == bank::ItemType::match)
        return shown.item;
    }
    return kNone;
  }

  void plan_registration(std::uint32_t i, crypto::Stream& chance) {
    const Part part = people_.registrations[i].part;
    if (part == Part::absent) return;
    const std::uint32_t most = most_attempts(i);
    if (part == Part::second_self) {
      // Only where the other registration leaves an attempt.
      if (most > 1 && sheets_.back().attempt == 1) add(i, 1, false, chance);
      return;
    }
    std::uint32_t attempts = 1;
    while (attempts < most && chance.below(kSecondAttempt) == 0) ++attempts;
    if (part == Part::finisher && attempts == most && chance.below(kAttemptTooMany) == 0) ++attempts;
    for (std::uint32_t attempt = 1; attempt <= attempts; ++attempt)
      add(i, attempt, part == Part::latecomer, chance);
    if (part == Part::finisher && attempts < most && chance.below(kLateExtra) == 0) {
      add(i, attempts + 1, true, chance);
    }
  }

  /// An attempt starts after the one before it, within its own part of the window.
  void add(std::uint32_t registration, std::uint32_t attempt, bool late, crypto::Stream& chance) {
    const contest::RoundRules& rules = rules_of(registration);
    const std::int64_t opens = rules.window.opens.time_since_epoch().count();
    const std::int64_t closes = rules.window.closes.time_since_epoch().count();
    const std::int64_t limit = rules.time_limit ? rules.time_limit->count() : kDefaultLimit;
    const std::int64_t sitting = std::min(limit, (closes - opens) / 2);
    const std::int64_t parts = std::int64_t{most_attempts(registration)} + 2;
    const auto seconds =
        static_cast<std::uint32_t>(std::max<std::int64_t>((closes - opens - sitting) / parts / kSecond, 1));
    Sheet sheet;
    sheet.registration = registration;
    sheet.attempt = attempt;
    sheet.started = opens + (std::int64_t{seconds} * (attempt - 1) + chance.below(seconds)) * kSecond;
    const auto longest = static_cast<std::uint32_t>(std::max<std::int64_t>(sitting / kSecond, 1));
    sheet.submitted =
        sheet.started + std::int64_t{longest / 5 + chance.below(longest - longest / 5)} * kSecond;
    if (late)
      sheet.submitted = closes + rules.grace.count() + std::int64_t{1 + chance.below(3'600)} * kSecond;
    sheet.faultless = !late && people_.registrations[registration].part == Part::finisher &&
                      chance.below(kKnowsEverything) == 0;
    sheet.number = static_cast<std::uint32_t>(sheets_.size());
    if (sheet.faultless && last_faultless_ && chance.below(kTwin) == 0 &&
        sheets_[*last_faultless_].attempt == attempt) {
      sheet.started = sheets_[*last_faultless_].started;
      sheet.submitted = sheets_[*last_faultless_].submitted;
      twins_.emplace_back(*last_faultless_, sheet.number);
    }
    if (sheet.faultless) last_faultless_ = sheet.number;
    sheets_.push_back(sheet);
  }

  /// People guess around the number of faultless papers, most of them far off.
  void predict(crypto::Stream& chance) {
    const std::uint32_t actual = predicted_value();
    for (Sheet& sheet : sheets_) {
      const std::uint32_t spread = std::max(actual * (1 + chance.below(4)), 10U);
      const std::uint32_t guess = actual + chance.below(2 * spread);
      sheet.prediction = guess > spread ? guess - spread : chance.below(10);
    }
    for (const auto& [first, second] : twins_) sheets_[second].prediction = sheets_[first].prediction;
  }

  /// About what predictions are held against: a count, or hundredths of a percent.
  [[nodiscard]] std::uint32_t predicted_value() const {
    const auto faultless = static_cast<std::uint64_t>(std::ranges::count(sheets_, true, &Sheet::faultless));
    const auto finished = static_cast<std::uint64_t>(
        std::ranges::count(people_.registrations, Part::finisher, &Registration::part));
    std::uint64_t value = faultless;
    for (const contest::RoundRules& rules : round_.rules.values) {
      if (!rules.prediction) continue;
      switch (rules.prediction->target) {
        case contest::Counter::registered:
          value = people_.registrations.size();
          break;
        case contest::Counter::finished:
          value = finished;
          break;
        case contest::Counter::attempts:
          value = sheets_.size();
          break;
        case contest::Counter::all_correct:
          value = faultless;
          break;
      }
      break;
    }
    if (round_.predicts_percent()) value = 10'000 * value / std::max<std::uint64_t>(finished, 1);
    return static_cast<std::uint32_t>(value);
  }

  [[nodiscard]] std::string written_prediction(std::uint32_t prediction) const {
    if (!round_.predicts_percent()) return decimal(prediction);
    const std::string hundredths = decimal(prediction % 100);
    return decimal(prediction / 100) + (hundredths.size() < 2 ? ".0" : ".") + hundredths;
  }

  /// Rows that intake must not count, besides those that are late or too many.
  void spoil(crypto::Stream& chance) {
    const std::size_t good = sheets_.size();
    for (std::size_t i = 0; i < good; ++i) {
      if (chance.below(kDuplicate) == 0) copy(i, Flaw::none);
      if (chance.below(kUnreadable) == 0) copy(i, static_cast<Flaw>(1 + chance.below(3)));
      if (!open() && chance.below(kUnknown) == 0) copy(i, Flaw::unknown_entrant);
    }
  }

  void copy(std::size_t i, Flaw flaw) {
    Sheet sheet = sheets_[i];
    sheet.flaw = flaw;
    sheet.number = static_cast<std::uint32_t>(sheets_.size());
    sheets_.push_back(sheet);
  }

  [[nodiscard]] std::string answer(ItemNo no, bool faultless, std::int32_t skill,
                                   crypto::Stream& chance) const {
    const bank::Item& item = items_[no];
    const Difficulty& difficulty = difficulty_[no];
    const std::int32_t advantage = difficulty.a * (skill - difficulty.b) / 100;
    const auto roll = static_cast<std::int32_t>(chance.below(65'536));
    const bool right = faultless || roll < logistic(advantage);
    if (!right && chance.below(kBlankAnswer) == 0) return {};
    return right ? right_answer(item, chance) : wrong_answer(item, items_, chance);
  }

  const contest::Contest& contest_;
  const contest::Round& round_;
  const contest::Items& items_;
  const paper::Drawer& drawer_;
  const People& people_;
  crypto::Bytes32 seed_;
  std::vector<Difficulty> difficulty_;
  std::vector<Sheet> sheets_;
  std::optional<std::uint32_t> last_faultless_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins_;
};

}  // namespace

SheetTable make_sheets(const contest::Contest& contest, const contest::Items& items, RoundNo round,
                       const paper::Drawer& drawer, const People& people, const crypto::Bytes32& seed) {
  const auto maker = std::make_shared<Maker>(contest, items, round, drawer, people, seed);
  maker->plan();
  return {maker->header(), maker->rows(), [maker](std::size_t row) { return maker->cells(row); }};
}

}  // namespace quiz::rehearsal
