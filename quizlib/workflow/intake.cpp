// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/parallel.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/attempt_numbers.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/set_aside.hpp>

#include <algorithm>
#include <utility>

namespace quiz::workflow {
namespace {

/// Few enough that the cells of the blocks in memory stay near the processor.
constexpr std::size_t kBlockRecords = 256;
constexpr std::size_t kBlocksPerThread = 2;

std::int64_t moment_of(std::int64_t started, std::int64_t submitted) {
  return started != kMissing ? started : submitted;
}

/// Call `use` with every item whose answers are listed.
template <class Use>
void each_listed_item(const ContestFolder& folder, const Use& use) {
  for (ItemNo item = 0; item < folder.items->size(); ++item) {
    if (response::is_listed((*folder.items)[item].type)) use(item);
  }
}

Place place_of(const std::string& file, const io::CsvBlock& records, std::size_t i) {
  return {file, static_cast<std::uint32_t>(records.lines[i]), 0, record_text(records.record(i)), {}};
}

}  // namespace

Intake::Intake(const ContestFolder& folder, const IntakeRequest& request, store::Store& store,
               const store::Seal& seal, Diagnostics& diagnostics)
    : folder_(folder),
      request_(request),
      store_(store),
      diagnostics_(diagnostics),
      desks_(folder, request.round, seal),
      registry_(desks_.key),
      answers_(desks_.key, folder.items->size()) {
  load_stored();
}

void Intake::load_stored() {
  const TextColumn registrations = store_.registrations();
  for (std::size_t i = 0; i < registrations.size(); ++i) registry_.intern(registrations[i]);
  registered_ = static_cast<EntrantNo>(registry_.size());
  each_listed_item(folder_, [&](ItemNo item) {
    store_.each_answer(folder_.items->reference(item),
                       [&](std::string_view text) { answers_.know(item, text); });
  });
  store_.each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch || std::ranges::max(batch->entrant) >= registered_)
      throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", store_path(folder_).string()}}));
    for (const Hash128& digest : batch->digest) digests_.insert(digest);
    return true;
  });
  store_.each_set_aside([&](const store::SetAside& row) { aside_.insert(row.digest); });
}

FileTally Intake::add(SheetFile& file, bool keep_open) {
  Passage passage{file, {folder_.contest, *folder_.items, file.layout, desks_.only}, {}, {}, {}, 0, {}};
  FileTally& tally = passage.tally;
  tally.first_sheet = static_cast<SheetNo>(store_.sheet_count());
  passage.attempts = number_file(file, passage.reader);
  const std::int64_t run = store_.next_intake();
  cut_blocks(passage);
  do {
    std::optional<store::Transaction> transaction;
    if (!keep_open) transaction.emplace(store_.database());
    const std::uint64_t enough = tally.rows + request_.rows_per_commit;
    while (!passage.next.empty() && tally.rows < enough) {
      read_blocks(passage);
      for (const IncomingBlock& block : passage.blocks) keep(passage, block);
      if (request_.progress) request_.progress(tally.rows, 0);
    }
    if (!passage.attempts.empty() && passage.next.empty() && passage.attempts.size() != tally.rows)
      throw Error(ErrorKind::failed, Message("sheets.changed", {{"path", file.name}}));
    flush_all();
    if (tally.sheets != 0 || tally.newly_set_aside != 0) {
      store_.put(run, {file.name, request_.now, tally.rows, tally.sheets, tally.duplicates,
                       tally.unknown_entrants + tally.refused});
    }
    if (transaction) transaction->commit();
  } while (!passage.next.empty());
  return tally;
}

/// The next blocks of the file, fewer or none at its end.
void Intake::cut_blocks(Passage& passage) {
  passage.next.resize(kBlocksPerThread * request_.threads);
  for (std::size_t i = 0; i < passage.next.size(); ++i) {
    IncomingBlock& block = passage.next[i];
    if (!passage.file.next(block.records, kBlockRecords)) {
      passage.next.resize(i);
      return;
    }
    block.first_row = passage.rows;
    passage.rows += block.records.size();
  }
}

/// Read the blocks that are cut while the ones after them are.
void Intake::read_blocks(Passage& passage) {
  passage.blocks.swap(passage.next);
  parallel_for(request_.threads, passage.blocks.size() + 1, [&](std::size_t i) {
    if (i == 0)
      cut_blocks(passage);
    else
      read_rows(desks_, passage.reader, passage.attempts, passage.blocks[i - 1]);
  });
}

std::vector<std::uint32_t> Intake::number_file(const SheetFile& file, const response::RowReader& reader) {
  if (desks_.all_fixed || file.layout.field(response::Field::attempt) != kNone) return {};
  if (file.name == "-") throw Error(ErrorKind::failed, Message("intake.attempts-from-pipe"));

  std::vector<NumberedSheet> sheets;
  store_.each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed, response::Part::digests).value();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::string_view id = response::registration_id(registry_[batch.entrant[i]]);
      sheets.push_back({keyed_hash(desks_.key, id), folder_.contest.find_round(packed.round),
                        moment_of(batch.started[i], batch.submitted[i]), batch.submitted[i], kNone,
                        batch.attempt[i]});
    }
    return true;
  });
  const RecordSource again = file.open();
  io::CsvBlock block;
  std::uint32_t row = 0;
  while (again(block, kBlockRecords)) {
    for (std::size_t i = 0; i < block.size(); ++i, ++row) {
      response::SheetHead head;
      if (block.malformed[i] != io::Malformed::no || reader.head(block.record(i), head)) continue;
      const std::string id = text::nfc(reader.entrant(block.record(i)));
      sheets.push_back({keyed_hash(desks_.key, id), head.round, moment_of(head.started, head.submitted),
                        head.submitted, row, 0});
    }
  }
  return number_attempts(std::move(sheets), row);
}

void Intake::keep(Passage& passage, const IncomingBlock& block) {
  passage.tally.rows += block.rows.size();
  std::string registration;
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    const IncomingRow& row = block.rows[i];
    if (row.reason || row.unknown) {
      put_aside(passage, block, i);
      continue;
    }
    if (!digests_.insert(row.digest)) {
      ++passage.tally.duplicates;
      continue;
    }
    ++passage.tally.sheets;
    // Only now: who a row says that it is from counts for nothing where the row is not kept.
    passage.reader.registration(block.records.record(i), registration);
    keep_sheet(block, i, registry_.intern(registration));
    if (aside_.size() != 0) {
      const Hash128 record = record_digest(desks_.key, record_text(block.records.record(i)));
      if (aside_.contains(record)) store_.drop_set_aside(record);
    }
    const auto warn = [&](std::string_view code) {
      diagnostics_.warning(place_of(passage.file.name, block.records, i), Message(code));
    };
    if (row.head.prediction_unreadable) warn("intake.prediction");
    if (row.head.duration_contradicts) warn("intake.duration-contradicts");
  }
}

void Intake::keep_sheet(const IncomingBlock& block, std::size_t i, EntrantNo entrant) {
  const IncomingRow& row = block.rows[i];
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
  if (!desks_.fixed[row.head.round]) {
    const auto items = block.items_of(i);
    batch.items.insert(batch.items.end(), items.begin(), items.end());
  }
  const auto codes = block.codes_of(i);
  batch.codes.insert(batch.codes.end(), codes.begin(), codes.end());
  if (!block.listed.empty()) list_answers(block, i, std::span(batch.codes).last(codes.size()));
  if (batch.size() == response::SheetBatch::kMost) flush(batch);
}

/// Put the codes of a row's listed answers in the places that have waited for them.
void Intake::list_answers(const IncomingBlock& block, std::size_t i, std::span<response::AnswerCode> codes) {
  const std::optional<paper::Paper>& fixed = desks_.fixed[block.rows[i].head.round];
  const std::span<const ItemNo> items = block.items_of(i);
  std::size_t next = block.rows[i].first_listed;
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const ItemNo item = fixed ? fixed->items[at].item : items[at];
    if (codes[at] != 0 && response::is_listed((*folder_.items)[item].type))
      codes[at] = answers_.intern(item, block.listed[next++]);
  }
}

void Intake::put_aside(Passage& passage, const IncomingBlock& block, std::size_t i) {
  const IncomingRow& row = block.rows[i];
  const auto verdict = row.unknown ? response::Verdict::unknown_entrant : response::Verdict::refused;
  ++(row.unknown ? passage.tally.unknown_entrants : passage.tally.refused);
  const Message reason = row.unknown ? Message("intake.unknown-entrant") : *row.reason;
  const Place place = place_of(passage.file.name, block.records, i);
  if (request_.strict)
    diagnostics_.error(place, reason);
  else
    diagnostics_.warning(place, reason);
  const Hash128 digest = record_digest(desks_.key, place.text);
  if (!aside_.insert(digest)) return;
  ++passage.tally.newly_set_aside;
  store_.put(set_aside(verdict, place.file, block.records.lines[i],
                       passage.reader.entrant(block.records.record(i)), reason, place.text, digest));
}

void Intake::flush(response::SheetBatch& batch) {
  if (batch.size() == 0) return;
  put_registrations();
  put_answers();
  response::PackedBatch packed = response::pack_batch(batch);
  packed.round = folder_.contest.rounds[batch.round].id.text;
  store_.put(packed);
  batch.clear();
}

void Intake::flush_all() {
  for (auto& [key, batch] : batches_) flush(batch);
}

void Intake::put_registrations() {
  std::vector<std::string_view> fresh;
  for (std::size_t no = registered_; no < registry_.size(); ++no)
    fresh.push_back(registry_[static_cast<EntrantNo>(no)]);
  if (fresh.empty()) return;
  store_.put_registrations(registered_, fresh);
  registered_ = static_cast<EntrantNo>(registry_.size());
}

void Intake::put_answers() {
  each_listed_item(folder_, [&](ItemNo item) {
    const response::AnswerBook::Addition added = answers_.take_new(item);
    if (!added.texts.empty()) store_.put_answers(folder_.items->reference(item), added.first, added.texts);
  });
}

}  // namespace quiz::workflow
