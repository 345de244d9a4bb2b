// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/row.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/response/timing.hpp>
#include <quizlib/text/numbers.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace quiz::response {
namespace {

constexpr std::uint32_t kMostAttempts = 1000;
/// Longer than any round: ten years.
constexpr std::int64_t kLongestDuration = std::int64_t{3'650} * 24 * 3'600 * 1'000;
/// A duration may be so far from submitted - started: both are often rounded to seconds.
constexpr std::int64_t kContradiction = 1'000;
constexpr std::uint32_t kLeastTimeFactor = 100;
constexpr std::uint32_t kMostTimeFactor = 400;

template <class T>
std::optional<T> whole(std::string_view text) {
  T value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Why the record is no text for people: no UTF-8, or a character that no file of ours may hold. The cells of
/// a record stand in one buffer, so that one look at the whole mostly settles it; else each cell is looked at
/// (unescaped quotes leave odd bytes between cells).
std::optional<Message> find_odd_bytes(std::span<const std::string_view> record) {
  if (record.empty()) return std::nullopt;
  const char* begin = record.front().data();
  if (is_plain({begin, static_cast<std::size_t>(record.back().data() + record.back().size() - begin)}))
    return std::nullopt;
  for (const std::string_view cell : record) {
    if (invalid_utf8(cell)) return Message("intake.encoding");
    if (const auto hostile = find_hostile(cell))
      return Message("intake.character", {{"character", character_name(hostile->value)}});
  }
  return std::nullopt;
}

std::string_view name(Field field) { return kFieldNames[static_cast<std::size_t>(field)]; }

Message refusal(std::string_view code, std::vector<Argument> arguments = {}) {
  return Message(code, std::move(arguments));
}

bool has_twice(std::vector<std::uint8_t> positions) {
  std::ranges::sort(positions);
  return std::ranges::adjacent_find(positions) != positions.end();
}

}  // namespace

RowReader::RowReader(const contest::Contest& contest, const contest::Items& items, const Layout& layout,
                     RoundNo only)
    : contest_(contest),
      items_(items),
      layout_(layout),
      only_(only),
      column_of_(items.size(), kNone) {
  for (const Layout::ItemColumn& column : layout.items) {
    if (column.item != kNone) column_of_[column.item] = column.column;
  }
  for (std::size_t i = 0; i < kRegistrationColumns.size(); ++i) {
    for (const auto& [name, column] : layout.registration) {
      if (name == kRegistrationColumns[i]) registration_.emplace_back(i, column);
      if (name == "time_factor") time_factor_ = column;
    }
  }
}

RoundNo RowReader::default_round() const { return only_ == kNone && contest_.rounds.size() == 1 ? 0 : only_; }

std::string_view RowReader::cell(std::span<const std::string_view> record, Field field) const {
  return cell(record, layout_.field(field));
}

std::string_view RowReader::cell(std::span<const std::string_view> record, std::uint32_t column) {
  return column == kNone ? std::string_view() : trim(record[column]);
}

std::string_view RowReader::entrant(std::span<const std::string_view> record) const {
  const std::uint32_t column = layout_.field(Field::entrant);
  return column < record.size() ? trim(record[column]) : std::string_view();
}

std::optional<Message> RowReader::head(std::span<const std::string_view> record, SheetHead& head) const {
  if (record.size() != layout_.width) {
    return refusal("intake.cells",
                   {{"found", std::uint64_t{record.size()}}, {"expected", std::uint64_t{layout_.width}}});
  }
  if (auto reason = find_odd_bytes(record)) return reason;
  if (entrant(record).empty()) return refusal("intake.entrant-empty");
  if (auto reason = round(record, head)) return reason;
  if (auto reason = numbers(record, head)) return reason;
  return times(record, head);
}

std::optional<Message> RowReader::round(std::span<const std::string_view> record, SheetHead& head) const {
  const std::string_view id = cell(record, Field::round);
  if (id.empty()) {
    head.round = default_round();
    return head.round == kNone ? std::optional(refusal("intake.round-missing")) : std::nullopt;
  }
  head.round = contest_.find_round(id);
  if (head.round == kNone) return refusal("intake.round-unknown", {{"round", id}});
  if (only_ != kNone && head.round != only_) return refusal("intake.round-other", {{"round", id}});
  return std::nullopt;
}

std::optional<Message> RowReader::numbers(std::span<const std::string_view> record, SheetHead& head) const {
  if (const std::string_view text = cell(record, Field::attempt); !text.empty()) {
    const auto attempt = whole<std::uint32_t>(text);
    if (!attempt || *attempt == 0 || *attempt > kMostAttempts)
      return refusal("intake.attempt", {{"value", text}});
    head.attempt = *attempt;
  }
  if (const std::string_view text = cell(record, Field::duration_ms); !text.empty()) {
    const auto duration = whole<std::int64_t>(text);
    if (!duration || *duration < 0 || *duration > kLongestDuration)
      return refusal("intake.duration", {{"value", text}});
    head.duration = *duration;
  }
  if (const std::string_view text = cell(record, time_factor_); !text.empty()) {
    const auto percent = whole<std::uint32_t>(text);
    if (!percent || *percent < kLeastTimeFactor || *percent > kMostTimeFactor)
      return refusal("intake.time-factor", {{"value", text}});
  }
  if (const std::string_view text = cell(record, Field::prediction); !text.empty()) {
    if (contest_.rounds[head.round].predicts_percent()) {
      const std::optional<Decimal> percent = text::parse_percent(text);
      if (percent) head.prediction = percent->billionths;
      head.prediction_unreadable = !percent;
    } else if (const auto count = whole<std::uint32_t>(text)) {
      head.prediction = *count;
    } else if (const auto grouped = text::parse_count(text)) {
      head.prediction = *grouped;
    } else {
      head.prediction_unreadable = true;
    }
  }
  return std::nullopt;
}

std::optional<Message> RowReader::times(std::span<const std::string_view> record, SheetHead& head) const {
  const std::int64_t opens = contest_.rounds[head.round].window().opens.time_since_epoch().count();
  const auto read = [&](Field field, std::int64_t& ms) -> std::optional<Message> {
    const std::string_view text = cell(record, field);
    if (text.empty()) return std::nullopt;
    const auto written = parse_sheet_time(text, layout_.date_order);
    if (!written) return refusal("intake.time", {{"column", name(field)}, {"value", text}});
    ms = contest_.zone.at(*written).time_since_epoch().count();
    return ms < opens ? std::optional(refusal("intake.before-opening")) : std::nullopt;
  };
  if (auto reason = read(Field::started_at, head.started)) return reason;
  if (auto reason = read(Field::submitted_at, head.submitted)) return reason;
  if (head.started == kMissing || head.submitted == kMissing) return std::nullopt;
  if (head.submitted < head.started) return refusal("intake.submitted-before-started");
  const std::int64_t measured = head.submitted - head.started;
  head.duration_contradicts =
      head.duration != kMissing && std::abs(head.duration - measured) > kContradiction;
  return std::nullopt;
}

std::optional<Message> RowReader::answers(std::span<const std::string_view> record, const paper::Paper& paper,
                                          std::span<AnswerCode> codes, TextColumn& listed) const {
  std::ptrdiff_t answered = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    const paper::PaperItem& shown = paper.items[i];
    codes[i] = 0;
    const std::uint32_t column = !layout_.by_position       ? column_of_[shown.item]
                                 : i < layout_.items.size() ? layout_.items[i].column
                                                            : kNone;
    if (column == kNone) continue;
    ++seen;
    const std::string_view text = trim(record[column]);
    if (text.empty()) continue;
    ++answered;
    const bank::Item& item = items_[shown.item];
    if (is_listed(item.type)) {
      if (auto reason = listed_answer(text, shown, listed)) return reason;
      codes[i] = 1;
      continue;
    }
    const AnswerCode code = parse_answer(text, item, shown, layout_.answers);
    if (code == 0)
      return refusal("intake.answer-unknown", {{"item", items_.reference(shown.item)}, {"value", text}});
    if (item.type != bank::ItemType::multiple && (code & (code - 1)) != 0) {
      return refusal("intake.answer-several", {{"item", items_.reference(shown.item)}, {"value", text}});
    }
    codes[i] = code;
  }
  if (seen == layout_.items.size()) return std::nullopt;
  const auto is_filled = [&](const Layout::ItemColumn& column) {
    return !trim(record[column.column]).empty();
  };
  if (std::ranges::count_if(layout_.items, is_filled) == answered) return std::nullopt;

  std::vector<bool> in_paper(items_.size());
  for (const paper::PaperItem& shown : paper.items) in_paper[shown.item] = true;
  for (const Layout::ItemColumn& column : layout_.items) {
    if (is_filled(column) && column.item != kNone && !in_paper[column.item]) {
      return refusal("intake.item-not-in-paper", {{"item", items_.reference(column.item)}});
    }
  }
  return refusal("intake.too-many-answers", {{"items", std::uint64_t{paper.items.size()}}});
}

std::optional<Message> RowReader::listed_answer(std::string_view text, const paper::PaperItem& shown,
                                                TextColumn& listed) const {
  const bank::Item& item = items_[shown.item];
  const auto refused = [&](std::string_view code) {
    return refusal(code, {{"item", items_.reference(shown.item)}, {"value", text}});
  };
  if (text.size() > kLongestAnswer) {
    return refusal("intake.answer-long", {{"item", items_.reference(shown.item)},
                                          {"bytes", std::uint64_t{text.size()}},
                                          {"most", std::uint64_t{kLongestAnswer}}});
  }
  if (item.type == bank::ItemType::order) {
    const auto order = parse_order(text, item, shown, layout_.answers);
    if (!order) return refused("intake.answer-unknown");
    if (has_twice(*order)) return refused("intake.answer-twice");
    listed.push_back(order_text(item, *order));
  } else if (item.type == bank::ItemType::match) {
    auto matches = parse_matches(text, item, shown, layout_.answers);
    if (!matches) return refused("intake.answer-unknown");
    std::vector<std::uint8_t> lefts;
    for (const Match& match : *matches) lefts.push_back(match.left);
    if (has_twice(lefts)) return refused("intake.answer-twice");
    listed.push_back(matches_text(*std::move(matches)));
  } else {
    listed.push_back(text);
  }
  return std::nullopt;
}

void RowReader::registration(std::span<const std::string_view> record, std::string& packed) const {
  packed.assign(text::nfc(entrant(record)));
  for (const auto& [position, column] : registration_) {
    const std::string_view value = trim(record[column]);
    if (!value.empty()) append_registration(packed, position, value);
  }
}

}  // namespace quiz::response
