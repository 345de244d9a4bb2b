// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/results.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/parallel.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/response/timing.hpp>
#include <quizlib/workflow/answers.hpp>
#include <quizlib/workflow/disqualify.hpp>
#include <quizlib/workflow/persons.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

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

Results::Results(std::shared_ptr<const ContestFolder> folder, unsigned threads)
    : folder_(std::move(folder)),
      threads_(threads),
      own_store_(store::Store::open(store_path(*folder_))),
      store_(own_store_.get()) {
  load();
}

Results::Results(const Results& all, const AsOf& as_of)
    : folder_(all.folder_),
      threads_(all.threads_),
      as_of_(as_of),
      own_store_(store::Store::open(store_path(*folder_))),
      store_(own_store_.get()) {
  load();
}

Results::Results(std::shared_ptr<const ContestFolder> folder, store::Store& store, unsigned threads,
                 const AsOf& as_of)
    : folder_(std::move(folder)),
      threads_(threads),
      as_of_(as_of),
      store_(&store) {
  load();
}

void Results::load() {
  [[maybe_unused]] const store::Seal seal = require_seal(store_, *folder_, as_of_.decisions);
  read_decisions();
  read_roster();
  read_sheets();
  leave_out_later_sheets();
  admit();
  add_marks();
  count();
}

void Results::read_decisions() {
  decisions_ = store_->decisions();
  decisions_.resize(std::min<std::size_t>(decisions_.size(), as_of_.decisions));
  exclusions_ = exclusions_in_force(*folder_, decisions_);
  person_decisions_ = person_decisions(decisions_);
}

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

void Results::count() {
  const roster::Roster& roster = folder_->roster ? *folder_->roster : open_roster_;
  field_ = std::make_unique<ranking::Field>(
      ranking::Field{contest(), *folder_->items, folder_->groups, roster, placement_, sheets_,
                     [this](SheetNo sheet) { return digest(sheet); }, person_decisions_});
  tally_ = std::make_unique<ranking::Tally>(ranking::tally(*field_));
  membership_ = std::make_unique<ranking::Membership>(*field_);
  actuals_ = ranking::count_actuals(*field_, *tally_);
  take_frozen_figures();
}

/// Add what answers got by hand to the scores of their sheets.
void Results::add_marks() {
  const contest::Items& items = *folder_->items;
  const auto is_essay = [&](ItemNo item) { return items[item].type == bank::ItemType::essay; };
  bool has_essays = false;
  for (ItemNo item = 0; item < items.size(); ++item) has_essays = has_essays || is_essay(item);
  if (!has_essays) return;
  std::map<std::pair<std::string, std::string>, Points> given;
  for (const store::Mark& mark : store_->marks(as_of_.decisions))
    given.insert_or_assign(std::pair(digest_text(mark.sheet), mark.item), mark.points);
  const std::vector<Hash128> digests = sheet_digests();
  const response::AnswerLists lists = load_answers(*store_, items, Essays::no);
  each_answers([&](SheetNo no, std::span<const ItemNo> paper, std::span<const response::AnswerCode> codes) {
    scoring::ScoredSheet& sheet = sheets_[no];
    if (sheet.entrant == kNone) return;
    const contest::Round& round = contest().rounds[sheet.round];
    const std::string digest = digest_text(digests.at(no));
    Points marked;
    for (std::size_t i = 0; i < paper.size(); ++i) {
      if (!is_essay(paper[i]) || codes[i] == 0) continue;
      const auto mark = given.find(std::pair(digest, items.reference(paper[i])));
      if (mark == given.end()) {
        ++unmarked_[no];
      } else {
        marks_.emplace(std::pair(no, paper[i]), mark->second);
        marked = marked + mark->second;
      }
    }
    if (marked.units == 0) return;
    const contest::RoundRules& rules = round.of(placement_[sheet.entrant].track);
    const scoring::PointsTable table(items, rules, lists);
    sheet.points = table.score(paper, codes, marked).points;
  });
}

std::optional<Points> Results::mark(SheetNo sheet, ItemNo item) const {
  const auto found = marks_.find({sheet, item});
  return found == marks_.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t Results::unmarked() const {
  std::uint64_t count = 0;
  for (const auto& [sheet, essays] : unmarked_)
    if (tally_->verdict[sheet] == response::Verdict::accepted) count += essays;
  return count;
}

void Results::take_frozen_figures() {
  const std::vector<store::Frozen> frozen = store_->frozen(as_of_.decisions);
  provisional_ = unmarked() != 0;
  for (RoundNo round = 0; round < contest().rounds.size(); ++round) {
    std::vector<ranking::Actual>& actuals = actuals_.rounds[round].values;
    for (TrackNo track = 0; track < actuals.size(); ++track) {
      const std::string of_track = actuals.size() > 1 ? contest().tracks[track].id.text : std::string();
      const auto row = std::ranges::find_if(frozen, [&](const store::Frozen& figures) {
        return figures.round == contest().rounds[round].id.text && figures.track == of_track;
      });
      if (row != frozen.end())
        actuals[track] = {{row->registered, row->finished, row->attempts, row->all_correct}, true};
      provisional_ = provisional_ || !actuals[track].frozen;
    }
  }
}

void Results::leave_out_later_sheets() {
  // A sheet of nobody counts nowhere.
  for (SheetNo no = 0; no < sheets_.size(); ++no)
    if (!is_there(no, sheets_[no].submitted)) sheets_[no].entrant = kNone;
}

void Results::admit() {
  std::set<std::string, std::less<>> admitted;
  for (const store::Decision& decision : decisions_)
    if (decision.kind == store::Decision::Kind::admit)
      admitted.insert(decision.subjects.begin(), decision.subjects.end());
  if (admitted.empty()) return;
  const std::vector<Hash128> digests = sheet_digests();
  for (SheetNo no = 0; no < sheets_.size(); ++no)
    sheets_[no].admitted = admitted.contains(digest_text(digests.at(no)));
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

bool Results::on_hold() const {
  bool held = false;
  for (const store::Decision& decision : decisions_)
    if (decision.kind == store::Decision::Kind::hold) held = decision.subjects.front() == "on";
  return held;
}

std::uint64_t Results::digest(SheetNo sheet) const {
  if (digests_.empty())
    for (const Hash128& hash : sheet_digests()) digests_.push_back(hash.low);
  return digests_[sheet];
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

std::uint32_t Results::revision() const {
  return 1 + static_cast<std::uint32_t>(std::ranges::count_if(decisions_, &store::Decision::changes_results));
}

report::Document Results::document(std::string_view name) const {
  report::Document document;
  document.name = name;
  document.contest = contest().id;
  document.title = contest().title;
  document.provisional = provisional_;
  document.revision = provisional_ ? 0 : revision();
  const ranking::Counters& counters = tally_->counters;
  document.counters = {counters.registered, counters.finished, counters.attempts, counters.all_correct};
  return document;
}

report::Cell Results::instant(std::int64_t ms) const {
  if (ms == kMissing) return {};
  return contest().zone.format(Instant(Milliseconds(ms)));
}

std::shared_ptr<const Results> load_results(const std::filesystem::path& start, unsigned threads,
                                            Diagnostics& diagnostics) {
  std::shared_ptr<const ContestFolder> folder =
      load_contest(start, {.banks = true, .groups = true, .roster = true}, diagnostics);
  if (!folder) return nullptr;
  return std::make_shared<const Results>(std::move(folder), threads);
}

EntrantNo require_entrant(const roster::Roster& roster, std::string_view id) {
  const EntrantNo entrant = roster::EntrantIndex(roster).find(id);
  if (entrant == kNone) throw Error(ErrorKind::not_found, Message("entrant.unknown", {{"entrant", id}}));
  return entrant;
}

report::Cell text_cell(std::string_view text) {
  if (text.empty()) return {};
  return std::string(text);
}

std::string digest_text(const Hash128& digest) {
  return crypto::hex(std::string_view(reinterpret_cast<const char*>(&digest), sizeof digest));
}

std::string enumerated(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text.append(text.empty() ? "" : ", ").append(id);
  return text;
}

report::Cell number_cell(std::int64_t value) {
  if (value == kMissing) return {};
  return value;
}

}  // namespace quiz::workflow
