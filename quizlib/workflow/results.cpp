// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/results.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/workflow/answers.hpp>
#include <quizlib/workflow/disqualify.hpp>
#include <quizlib/workflow/persons.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace quiz::workflow {

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
