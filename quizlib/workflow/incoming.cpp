// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/incoming.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <string>

namespace quiz::workflow {
namespace {

/// What no paper has more items than, also where sections share items in a way that `check` reports.
std::size_t most_items(const contest::Items& items, const contest::Blueprint& blueprint) {
  std::size_t sum = 0;
  for (const contest::Section& section : blueprint.sections) {
    const std::size_t fitting = contest::fitting(items, section).size();
    sum += section.draw ? std::min<std::size_t>(*section.draw, fitting) : fitting;
  }
  return sum;
}

/// Why a record that breaks the rules of its form is refused.
std::optional<Message> reason_of(io::Malformed malformed) {
  switch (malformed) {
    case io::Malformed::no:
      break;
    case io::Malformed::quoting:
      return Message("intake.quoting");
    case io::Malformed::no_object:
      return Message("intake.no-object");
    case io::Malformed::unknown_field:
      return Message("intake.field-unknown");
    case io::Malformed::repeated_field:
      return Message("intake.field-repeated");
    case io::Malformed::wrong_value:
      return Message("intake.field-value");
  }
  return std::nullopt;
}

void read_head(const Desks& desks, const response::RowReader& reader, std::span<const std::uint32_t> attempts,
               IncomingBlock& block, std::size_t i) {
  IncomingRow& row = block.rows[i];
  const auto record = block.records.record(i);
  row.reason = reason_of(block.records.malformed[i]);
  if (!row.reason) row.reason = reader.head(record, row.head);
  if (row.reason) return;
  if (desks.index) {
    const EntrantNo entrant = desks.index->find(reader.entrant(record));
    row.unknown = entrant == kNone;
    if (!row.unknown && desks.placement[entrant].track != kNone) row.track = desks.placement[entrant].track;
  }
  if (row.unknown || desks.fixed[row.head.round] || row.head.attempt != 0) return;
  if (attempts.empty()) {
    row.reason = Message("intake.attempt-missing");
    return;
  }
  // A file that has grown since its rows were numbered is refused when it ends.
  const std::uint64_t number = block.first_row + i;
  row.head.attempt = number < attempts.size() ? attempts[number] : 0;
  if (row.head.attempt == 0) row.reason = Message("intake.attempt-order");
}

/// The tracks of entrants whom their rows register.
void place_entrants(const Desks& desks, const response::RowReader& reader, IncomingBlock& block) {
  std::string registration;
  TextColumn packed;
  std::vector<IncomingRow*> placed;
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    if (block.rows[i].reason) continue;
    reader.registration(block.records.record(i), registration);
    packed.push_back(registration);
    placed.push_back(&block.rows[i]);
  }
  const ContestFolder& folder = desks.folder;
  const roster::Roster roster = response::make_roster(packed, folder.groups);
  const auto placement = contest::place_entrants(folder.contest, roster, folder.exclusions);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (placement[i].track != kNone) placed[i]->track = placement[i].track;
  }
}

/// The memory that one thread draws papers with.
struct Table {
  paper::Desk desk;
  paper::Paper paper;
};

void read_answers(const Desks& desks, const response::RowReader& reader, Table& table, IncomingBlock& block,
                  std::size_t i) {
  IncomingRow& row = block.rows[i];
  const auto record = block.records.record(i);
  const std::string id = text::nfc(reader.entrant(record));
  const std::optional<paper::Paper>& fixed = desks.fixed[row.head.round];
  if (!fixed) desks.drawers[row.head.round].draw(id, row.track, row.head.attempt, table.desk, table.paper);
  const paper::Paper& paper = fixed ? *fixed : table.paper;
  row.paper_size = static_cast<std::uint32_t>(paper.items.size());
  const auto codes = std::span(block.codes).subspan(i * block.stride, row.paper_size);
  row.first_listed = static_cast<std::uint32_t>(block.listed.size());
  row.reason = reader.answers(record, paper, codes, block.listed);
  if (row.reason) return;
  std::span<ItemNo> items;
  if (!fixed) {
    items = std::span(block.items).subspan(i * block.stride, row.paper_size);
    std::ranges::transform(paper.items, items.begin(), &paper::PaperItem::item);
  }
  const std::string_view round = desks.folder.contest.rounds[row.head.round].id.text;
  row.digest = response::sheet_digest(desks.key, id, round, row.head.submitted, items, codes, block.listed,
                                      row.first_listed);
}

}  // namespace

Desks::Desks(const ContestFolder& contest_folder, std::string_view round, const store::Seal& seal)
    : folder(contest_folder),
      key(hash_key(seal)) {
  const contest::Contest& contest = folder.contest;
  if (!round.empty()) {
    only = contest.find_round(round);
    if (only == kNone) throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  }
  for (RoundNo no = 0; no < contest.rounds.size(); ++no) {
    const contest::Round& rules = contest.rounds[no];
    drawers.emplace_back(contest, *folder.items, no, seal.seed, questions_of(seal, rules));
    fixed.emplace_back();
    if (contest::is_fixed(rules)) fixed.back() = drawers.back().draw("", 0, 1);
    all_fixed = all_fixed && fixed.back();
    track_matters = track_matters || rules.rules.varies();
    for (const contest::RoundRules& of_track : rules.rules.values)
      largest_paper = std::max(largest_paper, most_items(*folder.items, of_track.paper));
  }
  if (folder.roster) {
    index = std::make_unique<roster::EntrantIndex>(*folder.roster);
    placement = contest::place_entrants(contest, *folder.roster, folder.exclusions);
  }
}

std::span<const ItemNo> IncomingBlock::items_of(std::size_t row) const {
  if (items.empty()) return {};
  return std::span(items).subspan(row * stride, rows[row].paper_size);
}

std::span<const response::AnswerCode> IncomingBlock::codes_of(std::size_t row) const {
  return std::span(codes).subspan(row * stride, rows[row].paper_size);
}

void read_rows(const Desks& desks, const response::RowReader& reader, std::span<const std::uint32_t> attempts,
               IncomingBlock& block) {
  block.rows.assign(block.records.size(), {});
  block.stride = desks.largest_paper;
  block.items.resize(desks.all_fixed ? 0 : block.rows.size() * block.stride);
  block.codes.resize(block.rows.size() * block.stride);
  block.listed = {};
  for (std::size_t i = 0; i < block.rows.size(); ++i) read_head(desks, reader, attempts, block, i);
  if (desks.track_matters && !desks.index) place_entrants(desks, reader, block);
  Table table;
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    if (!block.rows[i].reason && !block.rows[i].unknown) read_answers(desks, reader, table, block, i);
  }
}

}  // namespace quiz::workflow
