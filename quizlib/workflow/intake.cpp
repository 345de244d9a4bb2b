// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/parallel.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/attempt_numbers.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/set_aside.hpp>

#include <algorithm>
#include <utility>

namespace quiz::workflow {
namespace {

/// Records in memory at once, for each thread.
constexpr std::size_t kBlockRecords = 4096;
constexpr std::size_t kBlocksPerThread = 2;
/// Each commit waits for the disk, so that small ones cost more than they save.
constexpr std::uint64_t kRowsPerCommit = 100'000;

std::int64_t moment_of(std::int64_t started, std::int64_t submitted) {
  return started != kMissing ? started : submitted;
}

/// What no paper has more items than, also where sections share items in a way that `check` reports.
std::size_t most_items(const contest::Items& items, const contest::Blueprint& blueprint, TrackNo track) {
  std::size_t sum = 0;
  for (const contest::Section& section : blueprint.sections) {
    const std::size_t fitting = contest::fitting(items, section, track).size();
    sum += section.draw ? std::min<std::size_t>(*section.draw, fitting) : fitting;
  }
  return sum;
}

}  // namespace

Intake::Intake(const ContestFolder& folder, const IntakeRequest& request, store::Store& store,
               const store::Seal& seal, Diagnostics& diagnostics)
    : folder_(folder),
      request_(request),
      store_(store),
      diagnostics_(diagnostics),
      key_(hash_key(seal)),
      registry_(key_) {
  const contest::Contest& contest = folder.contest;
  if (!request.round.empty()) {
    only_ = contest.find_round(request.round);
    if (only_ == kNone)
      throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", request.round}}));
  }
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) {
    const contest::Round& rules = contest.rounds[round];
    drawers_.emplace_back(contest, *folder.items, round, seal.seed, questions_of(seal, rules));
    fixed_.emplace_back();
    if (contest::is_fixed(rules.paper)) fixed_.back() = drawers_.back().draw("", 0, 1);
    for (const contest::Section& section : rules.paper.sections) {
      track_matters_ = track_matters_ || section.bank.varies();
    }
    for (TrackNo track = 0; track < contest.tracks.size(); ++track)
      largest_paper_ = std::max(largest_paper_, most_items(*folder.items, rules.paper, track));
  }
  if (folder.roster) {
    index_ = std::make_unique<roster::EntrantIndex>(*folder.roster);
    placement_ = contest::place_entrants(contest, *folder.roster, folder.exclusions);
  }
  load_stored();
}

void Intake::load_stored() {
  const TextColumn registrations = store_.registrations();
  for (std::size_t i = 0; i < registrations.size(); ++i) registry_.intern(registrations[i]);
  registered_ = static_cast<EntrantNo>(registry_.size());
  store_.each_batch(false, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed);
    if (!batch)
      throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", store_path(folder_).string()}}));
    for (const Hash128& digest : batch->digest) digests_.insert(digest);
    return true;
  });
  store_.each_set_aside([&](const store::SetAside& row) { aside_.insert(row.digest); });
}

FileTally Intake::add(SheetFile& file, bool keep_open) {
  const response::RowReader reader(folder_.contest, *folder_.items, file.layout, only_);
  FileTally tally;
  tally.first_sheet = static_cast<SheetNo>(store_.sheet_count());
  row_of_file_ = 0;
  number_file(file, reader);
  const std::int64_t run = store_.next_intake();
  const auto commit = [&](bool end) {
    put_registrations();
    if (end) flush_all();
    const std::uint64_t waiting = waiting_sheets();
    if (tally.sheets == waiting && tally.newly_set_aside == 0) return;
    store_.put(run, {file.name, request_.now, tally.rows - waiting, tally.sheets - waiting, tally.duplicates,
                     tally.unknown_entrants + tally.refused});
  };
  bool more = true;
  while (more) {
    std::optional<store::Transaction> transaction;
    if (!keep_open) transaction.emplace(store_.database());
    const std::uint64_t enough = tally.rows + kRowsPerCommit;
    while (more && tally.rows < enough) {
      more = read_blocks(file.reader);
      read_heads(reader);
      if (!index_ && track_matters_) place_new_entrants(reader);
      read_answers(reader);
      keep(file.name, reader, tally);
      if (request_.progress) request_.progress(tally.rows, 0);
    }
    commit(!more);
    if (transaction) transaction->commit();
  }
  return tally;
}

bool Intake::read_blocks(io::CsvReader& reader) {
  blocks_.resize(kBlocksPerThread * request_.threads);
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (reader.next(blocks_[i], kBlockRecords)) continue;
    blocks_.resize(i);
    return false;
  }
  return true;
}

void Intake::number_file(const SheetFile& file, const response::RowReader& reader) {
  numbers_.clear();
  const bool all_fixed = std::ranges::all_of(fixed_, [](const auto& paper) { return paper.has_value(); });
  if (all_fixed || file.layout.field(response::Field::attempt) != kNone) return;
  if (file.name == "-") throw Error(ErrorKind::failed, Message("intake.attempts-from-pipe"));

  std::vector<NumberedSheet> sheets;
  store_.each_batch(false, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed).value();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::string_view id = response::registration_id(registry_[batch.entrant[i]]);
      sheets.push_back({keyed_hash(key_, id), folder_.contest.find_round(packed.round),
                        moment_of(batch.started[i], batch.submitted[i]), batch.submitted[i], kNone,
                        batch.attempt[i]});
    }
    return true;
  });
  io::CsvReader again{io::InputFile(file.name)};
  io::CsvBlock block;
  std::uint32_t row = 0;
  bool header = true;
  while (again.next(block, header ? 1 : kBlockRecords)) {
    for (std::size_t i = 0; i < block.size() && !header; ++i, ++row) {
      response::SheetHead head;
      if (block.malformed[i] != 0 || reader.head(block.record(i), head)) continue;
      const std::string id = text::nfc(reader.entrant(block.record(i)));
      sheets.push_back({keyed_hash(key_, id), head.round, moment_of(head.started, head.submitted),
                        head.submitted, row, 0});
    }
    header = false;
  }
  numbers_ = number_attempts(std::move(sheets), row);
}

void Intake::read_heads(const response::RowReader& reader) {
  std::vector<std::size_t> first(blocks_.size() + 1);
  for (std::size_t i = 0; i < blocks_.size(); ++i) first[i + 1] = first[i] + blocks_[i].size();
  rows_.assign(first.back(), {});
  parallel_for(request_.threads, blocks_.size(), [&](std::size_t b) {
    const io::CsvBlock& block = blocks_[b];
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::size_t number = first[b] + i;
      Row& row = rows_[number];
      row.record = block.record(i);
      row.line = block.lines[i];
      row.malformed = block.malformed[i] != 0;
      row.reason = row.malformed ? std::optional<Message>(Message("intake.quoting"))
                                 : reader.head(row.record, row.head);
      if (row.reason) continue;
      if (index_) {
        row.in_roster = index_->find(reader.entrant(row.record));
        row.unknown = row.in_roster == kNone;
        if (!row.unknown && placement_[row.in_roster].track != kNone)
          row.track = placement_[row.in_roster].track;
      }
      if (row.unknown || fixed_[row.head.round] || row.head.attempt != 0) continue;
      if (numbers_.empty())
        row.reason = Message("intake.attempt-missing");
      else if ((row.head.attempt = numbers_[row_of_file_ + number]) == 0)
        row.reason = Message("intake.attempt-order");
    }
  });
  row_of_file_ += rows_.size();
}

void Intake::place_new_entrants(const response::RowReader& reader) {
  std::string registration;
  TextColumn packed;
  std::vector<Row*> placed;
  for (Row& row : rows_) {
    if (row.reason) continue;
    reader.registration(row.record, registration);
    packed.push_back(registration);
    placed.push_back(&row);
  }
  const roster::Roster roster = response::make_roster(packed, folder_.groups);
  const auto placement = contest::place_entrants(folder_.contest, roster, folder_.exclusions);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (placement[i].track != kNone) placed[i]->track = placement[i].track;
  }
}

void Intake::read_answers(const response::RowReader& reader) {
  items_.resize(rows_.size() * largest_paper_);
  codes_.resize(rows_.size() * largest_paper_);
  const std::size_t parts = kBlocksPerThread * request_.threads;
  const std::size_t part = (rows_.size() + parts - 1) / parts;
  parallel_for(request_.threads, parts, [&](std::size_t p) {
    paper::Desk desk;
    paper::Paper drawn;
    for (std::size_t i = p * part; i < std::min((p + 1) * part, rows_.size()); ++i) {
      Row& row = rows_[i];
      if (row.reason || row.unknown) continue;
      const std::string id = text::nfc(reader.entrant(row.record));
      const std::optional<paper::Paper>& fixed = fixed_[row.head.round];
      if (!fixed) drawers_[row.head.round].draw(id, row.track, row.head.attempt, desk, drawn);
      const paper::Paper& paper = fixed ? *fixed : drawn;
      row.paper_size = static_cast<std::uint32_t>(paper.items.size());
      const auto codes = std::span(codes_).subspan(i * largest_paper_, row.paper_size);
      row.reason = reader.answers(row.record, paper, codes);
      if (row.reason) continue;
      const auto items = std::span(items_).subspan(i * largest_paper_, fixed ? 0 : row.paper_size);
      for (std::size_t k = 0; k < items.size(); ++k) items[k] = paper.items[k].item;
      const std::string_view round = folder_.contest.rounds[row.head.round].id.text;
      row.digest = response::sheet_digest(key_, id, round, row.head.submitted, items, codes);
    }
  });
}

void Intake::keep(const std::string& file, const response::RowReader& reader, FileTally& tally) {
  tally.rows += rows_.size();
  std::string registration;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (row.reason || row.unknown) {
      put_aside(file, reader, row, tally);
      continue;
    }
    if (!digests_.insert(row.digest)) {
      ++tally.duplicates;
      continue;
    }
    ++tally.sheets;
    // Only now: who a row says that it is from counts for nothing where the row is not kept.
    reader.registration(row.record, registration);
    keep_sheet(row, i, registry_.intern(registration));
    if (aside_.size() != 0) {
      const Hash128 record = record_digest(key_, record_text(row.record));
      if (aside_.contains(record)) store_.drop_set_aside(record);
    }
    const auto warn = [&](std::string_view code) {
      diagnostics_.warning({file, static_cast<std::uint32_t>(row.line), 0, record_text(row.record), {}},
                           Message(code));
    };
    if (row.head.prediction_unreadable) warn("intake.prediction");
    if (row.head.duration_contradicts) warn("intake.duration-contradicts");
  }
}

void Intake::keep_sheet(const Row& row, std::size_t index, EntrantNo entrant) {
  response::SheetBatch& batch = batches_[{row.head.round, row.paper_size}];
  batch.round = row.head.round;
  batch.paper_size = row.paper_size;
  batch.entrant.push_back(entrant);
  batch.attempt.push_back(row.head.attempt);
  batch.started.push_back(row.head.started);
  batch.submitted.push_back(row.head.submitted);
  batch.duration.push_back(row.head.duration);
  batch.prediction.push_back(row.head.prediction);
  batch.digest.push_back(row.digest);
  const auto begin = static_cast<std::ptrdiff_t>(index * largest_paper_);
  const auto size = static_cast<std::ptrdiff_t>(row.paper_size);
  if (!fixed_[row.head.round]) {
    batch.items.insert(batch.items.end(), items_.begin() + begin, items_.begin() + begin + size);
  }
  batch.codes.insert(batch.codes.end(), codes_.begin() + begin, codes_.begin() + begin + size);
  if (batch.size() == response::SheetBatch::kMost) flush(batch);
}

void Intake::put_aside(const std::string& file, const response::RowReader& reader, const Row& row,
                       FileTally& tally) {
  const response::Verdict verdict =
      row.unknown ? response::Verdict::unknown_entrant : response::Verdict::refused;
  ++(row.unknown ? tally.unknown_entrants : tally.refused);
  const Message reason = row.unknown ? Message("intake.unknown-entrant") : *row.reason;
  const std::string record = record_text(row.record);
  const Place place{file, static_cast<std::uint32_t>(row.line), 0, record, {}};
  if (request_.strict)
    diagnostics_.error(place, reason);
  else
    diagnostics_.warning(place, reason);
  const Hash128 digest = record_digest(key_, record);
  if (!aside_.insert(digest)) return;
  ++tally.newly_set_aside;
  store_.put(set_aside(verdict, file, row.line, reader.entrant(row.record), reason, record, digest));
}

void Intake::flush(response::SheetBatch& batch) {
  if (batch.size() == 0) return;
  put_registrations();
  response::PackedBatch packed = response::pack_batch(batch);
  packed.round = folder_.contest.rounds[batch.round].id.text;
  store_.put(packed);
  batch.clear();
}

void Intake::flush_all() {
  for (auto& [key, batch] : batches_) flush(batch);
}

std::uint64_t Intake::waiting_sheets() const {
  std::uint64_t sheets = 0;
  for (const auto& [key, batch] : batches_) sheets += batch.size();
  return sheets;
}

void Intake::put_registrations() {
  std::vector<std::string_view> fresh;
  for (std::size_t no = registered_; no < registry_.size(); ++no)
    fresh.push_back(registry_[static_cast<EntrantNo>(no)]);
  if (fresh.empty()) return;
  store_.put_registrations(registered_, fresh);
  registered_ = static_cast<EntrantNo>(registry_.size());
}

}  // namespace quiz::workflow
