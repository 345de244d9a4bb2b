// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/ranking/actuals.hpp>
#include <quizlib/ranking/membership.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/ranking/tally.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/scoring/score.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::workflow {

/// Called for every stored sheet in order: its number, the items of its paper and the answers to them.
using SheetVisitor =
    std::function<void(SheetNo, std::span<const ItemNo>, std::span<const response::AnswerCode>)>;

/// As of when results are looked at: everything else has not happened yet.
struct AsOf {
  std::optional<Instant> instant;  ///< sheets handed in later, or at no known time, are left out
  store::DecisionCount decisions = store::kNow;  ///< how many have been made
  std::uint64_t sheets = kEverySheet;            ///< how many have come in

  static constexpr std::uint64_t kEverySheet = ~std::uint64_t{0};
};

/// A contest with its stored sheets scored, judged and counted: what every list is made from.
class Results {
 public:
  /// Read and score the contest's store. Throws as `require_seal` does, and Error{integrity} for a damaged
  /// store.
  Results(std::shared_ptr<const ContestFolder> folder, unsigned threads);
  /// `all` as of another time. Reads the store again.
  Results(const Results& all, const AsOf& as_of);
  /// The same from a store that is open already, with what has not been committed yet. Keeps a reference to
  /// it. The banks of `folder` are those of that time.
  Results(std::shared_ptr<const ContestFolder> folder, store::Store& store, unsigned threads,
          const AsOf& as_of = {});

  [[nodiscard]] const ContestFolder& folder() const { return *folder_; }
  [[nodiscard]] const contest::Contest& contest() const { return folder_->contest; }
  [[nodiscard]] const ranking::Field& field() const { return *field_; }
  [[nodiscard]] const ranking::Tally& tally() const { return *tally_; }
  /// What predictions are held against: as frozen, else as counted now.
  [[nodiscard]] const ranking::Actuals& actuals() const { return actuals_; }
  [[nodiscard]] const ranking::Membership& membership() const { return *membership_; }
  [[nodiscard]] const std::vector<store::Decision>& decisions() const { return decisions_; }
  [[nodiscard]] bool provisional() const { return provisional_; }
  /// The number of the results once they are final: 1, and one more with each decision that may change them.
  [[nodiscard]] std::uint32_t revision() const;
  /// The digests of all sheets.
  [[nodiscard]] std::vector<Hash128> sheet_digests() const;
  /// Whether officials hold back the lists of standings and winners.
  [[nodiscard]] bool on_hold() const;
  [[nodiscard]] store::Store& store() const { return *store_; }

  /// The points that an answer was given by hand; nothing where it has not been marked.
  [[nodiscard]] std::optional<Points> mark(SheetNo sheet, ItemNo item) const;
  /// Answers to essays in counted sheets that have not been marked: until all are, results are provisional.
  [[nodiscard]] std::uint64_t unmarked() const;

  /// Read the answers again, for reports that show them.
  void each_answers(const SheetVisitor& visit) const;

  /// A document about this contest: id, title, revision, counters, all but its rows.
  [[nodiscard]] report::Document document(std::string_view name) const;
  /// An instant of the results (ms, kMissing = absent) as a cell, in the contest's zone.
  [[nodiscard]] report::Cell instant(std::int64_t ms) const;

 private:
  void load();
  void read_decisions();
  void read_roster();
  [[nodiscard]] TextColumn known_registrations(const TextColumn& registrations);
  [[nodiscard]] bool is_there(std::uint64_t sheet, std::int64_t submitted) const;
  void read_sheets();
  void leave_out_later_sheets();
  void admit();
  void count();
  void add_marks();
  void take_frozen_figures();
  [[nodiscard]] std::uint64_t digest(SheetNo sheet) const;

  std::shared_ptr<const ContestFolder> folder_;
  unsigned threads_;
  AsOf as_of_;
  std::unique_ptr<store::Store> own_store_;
  store::Store* store_;
  roster::Roster open_roster_;         ///< with open registration: made from the sheets
  std::vector<EntrantNo> entrant_of_;  ///< by the store's number; empty = the same numbers
  std::vector<contest::Placement> placement_;
  std::vector<scoring::ScoredSheet> sheets_;
  mutable std::vector<std::uint64_t> digests_;  ///< read when first asked for, which is seldom
  std::unique_ptr<ranking::Field> field_;
  std::unique_ptr<ranking::Tally> tally_;
  std::unique_ptr<ranking::Membership> membership_;
  ranking::Actuals actuals_;
  std::vector<store::Decision> decisions_;
  std::vector<roster::Exclusion> exclusions_;  ///< of excluded.csv, then of decisions
  std::vector<roster::PersonDecision> person_decisions_;
  std::map<std::pair<SheetNo, ItemNo>, Points> marks_;
  std::map<SheetNo, std::uint32_t> unmarked_;  ///< essays of sheets that have any without a mark
  bool provisional_ = true;
};

/// The results of the contest that `start` lies in; nullptr when its files have errors.
[[nodiscard]] std::shared_ptr<const Results> load_results(const std::filesystem::path& start,
                                                          unsigned threads, Diagnostics& diagnostics);

/// The registration with that id, the first one with open registration. Throws Error{not_found}.
[[nodiscard]] EntrantNo require_entrant(const roster::Roster& roster, std::string_view id);

/// A whole number or a text as a cell; an empty text and kMissing are absent.
[[nodiscard]] report::Cell text_cell(std::string_view text);
[[nodiscard]] report::Cell number_cell(std::int64_t value);
/// The digest of a sheet as decisions name it: 32 hexadecimal digits.
[[nodiscard]] std::string digest_text(const Hash128& digest);
/// Ids in a sentence: `E1, E2`.
[[nodiscard]] std::string enumerated(const std::vector<std::string>& ids);

}  // namespace quiz::workflow
