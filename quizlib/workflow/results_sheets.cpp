// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/results.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/parallel.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/response/timing.hpp>
#include <quizlib/workflow/answers.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

// What results are read from: the registrations and the sheets of the store.
namespace quiz::workflow {
namespace {

/// Batches in memory at once while reading, for each thread.
constexpr std::size_t kBatchesPerThread = 1;

[[noreturn]] void damaged(const ContestFolder& folder) {
  throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", store_path(folder).string()}}));
}

/// The paper that everybody gets in a round, in order; empty where papers differ.
std::vector<ItemNo> fixed_paper(const ContestFolder& folder, RoundNo round) {
  const contest::Round& rules = folder.contest.rounds[round];
  if (!contest::is_fixed(rules)) return {};
  return contest::fixed_paper(*folder.items, rules.of(0).paper);
}

/// The items of sheet `i` of a batch.
std::span<const ItemNo> items_of(const response::SheetBatch& batch, std::size_t i,
                                 const std::vector<ItemNo>& fixed) {
  if (batch.items.empty()) return fixed;
  return std::span(batch.items).subspan(i * batch.paper_size, batch.paper_size);
}

std::span<const response::AnswerCode> codes_of(const response::SheetBatch& batch, std::size_t i) {
  return std::span(batch.codes).subspan(i * batch.paper_size, batch.paper_size);
}

/// Whether scoring may look up everything that the batch says.
bool is_sound(const response::SheetBatch& batch, std::size_t item_count, const std::vector<ItemNo>& fixed,
              std::size_t registrations) {
  if (batch.items.empty() && batch.paper_size != fixed.size()) return false;
  for (const ItemNo item : batch.items) {
    if (item >= item_count) return false;
  }
  for (const EntrantNo entrant : batch.entrant) {
    if (entrant >= registrations) return false;
  }
  return true;
}

/// The percent of the time limit that an entrant has.
std::int64_t time_factor(const TextColumn* column, EntrantNo entrant) {
  std::int64_t percent = 100;
  if (column == nullptr) return percent;
  const std::string_view text = (*column)[entrant];
  std::from_chars(text.data(), text.data() + text.size(), percent);
  return percent;
}

}  // namespace

/// With open registration the registrations of the sheets that there are; those of later ones are nobody yet.
TextColumn Results::known_registrations(const TextColumn& registrations) {
  if (!as_of_.instant && as_of_.sheets == AsOf::kEverySheet) return registrations;
  std::vector<bool> known(registrations.size());
  std::uint64_t no = 0;
  store_->each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch || std::ranges::max(batch->entrant) >= known.size()) damaged(*folder_);
    for (std::size_t i = 0; i < batch->size(); ++i, ++no)
      if (is_there(no, batch->submitted[i])) known[batch->entrant[i]] = true;
    return true;
  });
  TextColumn result;
  for (std::size_t i = 0; i < registrations.size(); ++i) {
    entrant_of_.push_back(known[i] ? static_cast<EntrantNo>(result.size()) : kNone);
    if (known[i]) result.push_back(registrations[i]);
  }
  return result;
}

/// Whether a sheet has come by the time that the results are of.
bool Results::is_there(std::uint64_t sheet, std::int64_t submitted) const {
  if (sheet >= as_of_.sheets) return false;
  if (!as_of_.instant) return true;
  return submitted != kMissing && Instant(Milliseconds(submitted)) <= *as_of_.instant;
}

void Results::read_roster() {
  const TextColumn registrations = store_->registrations();
  if (contest().registration == contest::RegistrationMode::open) {
    open_roster_ = response::make_roster(known_registrations(registrations), folder_->groups);
  } else {
    const roster::EntrantIndex index(*folder_->roster);
    entrant_of_.reserve(registrations.size());
    for (std::size_t i = 0; i < registrations.size(); ++i)
      entrant_of_.push_back(index.find(registrations[i]));
  }
  const roster::Roster& roster = folder_->roster ? *folder_->roster : open_roster_;
  placement_ = contest::place_entrants(contest(), roster, exclusions_);
}

void Results::read_sheets() {
  const roster::Roster& roster = folder_->roster ? *folder_->roster : open_roster_;
  const std::uint32_t factor_column = roster.column("time_factor");
  const TextColumn* factors = factor_column == kNone ? nullptr : &roster.columns[factor_column];
  const response::AnswerLists lists = load_answers(*store_, *folder_->items, Essays::no);
  std::vector<contest::PerTrack<scoring::PointsTable>> tables(contest().rounds.size());
  std::vector<std::vector<ItemNo>> fixed;
  for (RoundNo round = 0; round < contest().rounds.size(); ++round) {
    for (const contest::RoundRules& rules : contest().rounds[round].rules.values)
      tables[round].values.emplace_back(*folder_->items, rules, lists);
    fixed.push_back(fixed_paper(*folder_, round));
  }
  sheets_.resize(store_->sheet_count());
  const std::size_t registrations = entrant_of_.empty() ? open_roster_.size() : entrant_of_.size();

  const auto score_batch = [&](const response::PackedBatch& packed, std::size_t first) {
    const RoundNo round = contest().find_round(packed.round);
    const auto batch = response::unpack_batch(packed, response::Part::answers);
    if (round == kNone || !batch || !is_sound(*batch, folder_->items->size(), fixed[round], registrations)) {
      damaged(*folder_);
    }
    for (std::size_t i = 0; i < batch->size(); ++i) {
      scoring::ScoredSheet& sheet = sheets_[first + i];
      sheet.entrant = entrant_of_.empty() ? batch->entrant[i] : entrant_of_[batch->entrant[i]];
      const TrackNo track = sheet.entrant == kNone ? kNone : placement_[sheet.entrant].track;
      const std::span<const ItemNo> items = items_of(*batch, i, fixed[round]);
      const std::span<const response::AnswerCode> codes = codes_of(*batch, i);
      const scoring::PointsTable& table = tables[round].of(track);
      if (!table.covers(items, codes)) damaged(*folder_);
      const scoring::Score score = table.score(items, codes);
      sheet.started = batch->started[i];
      sheet.submitted = batch->submitted[i];
      sheet.duration = response::elapsed(sheet.started, sheet.submitted, batch->duration[i]);
      sheet.prediction = batch->prediction[i];
      sheet.points = score.points;
      sheet.attempt = batch->attempt[i];
      sheet.correct = score.correct;
      sheet.answered = score.answered;
      sheet.round = static_cast<std::uint16_t>(round);
      sheet.all_correct = score.all_correct;
      sheet.late =
          response::is_late(contest().rounds[round].of(track), sheet.started, sheet.submitted, sheet.duration,
                            sheet.entrant == kNone ? 100 : time_factor(factors, sheet.entrant));
    }
  };

  std::vector<response::PackedBatch> waiting;
  std::vector<std::size_t> firsts;
  std::size_t next = 0;
  const auto work_off = [&] {
    parallel_for(threads_, waiting.size(), [&](std::size_t i) { score_batch(waiting[i], firsts[i]); });
    waiting.clear();
    firsts.clear();
  };
  store_->each_batch(response::Part::answers, [&](response::PackedBatch packed) {
    firsts.push_back(next);
    next += packed.count;
    if (next > sheets_.size()) damaged(*folder_);
    waiting.push_back(std::move(packed));
    if (waiting.size() >= kBatchesPerThread * threads_) work_off();
    return true;
  });
  work_off();
}

std::vector<Hash128> Results::sheet_digests() const {
  std::vector<Hash128> digests;
  digests.reserve(sheets_.size());
  store_->each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch) damaged(*folder_);
    digests.insert(digests.end(), batch->digest.begin(), batch->digest.end());
    return true;
  });
  return digests;
}

void Results::each_answers(const SheetVisitor& visit) const {
  std::vector<std::vector<ItemNo>> fixed;
  for (RoundNo round = 0; round < contest().rounds.size(); ++round)
    fixed.push_back(fixed_paper(*folder_, round));
  SheetNo next = 0;
  // Sound as they were when they were scored: the store is read as of one moment.
  store_->each_batch(response::Part::answers, [&](const response::PackedBatch& packed) {
    const RoundNo round = contest().find_round(packed.round);
    const auto batch = response::unpack_batch(packed, response::Part::answers);
    if (round == kNone || !batch) damaged(*folder_);
    for (std::size_t i = 0; i < batch->size(); ++i) {
      visit(next++, items_of(*batch, i, fixed[round]), codes_of(*batch, i));
    }
    return true;
  });
}

}  // namespace quiz::workflow
