// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/io/file_lock.hpp>
#include <quizlib/response/packed_batch.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/store/database.hpp>
#include <quizlib/store/writer.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::store {

/// How many decisions have been made at some time; `kNow`: all there are.
using DecisionCount = std::uint32_t;
inline constexpr DecisionCount kNow = ~DecisionCount{0};

/// A bank as it was sealed, or as a correction of its keys has made it since.
struct SealedBank {
  std::string name;
  crypto::Bytes32 digest{};
  std::string source;  ///< the bank's file

  friend bool operator==(const SealedBank&, const SealedBank&) = default;
};

/// What sealing fixed.
struct Seal {
  std::string contest;  ///< id
  crypto::Bytes32 seed{};
  crypto::Bytes32 contest_digest{};
  std::vector<SealedBank> banks;                                ///< in the order of contest.yaml
  std::vector<std::pair<std::string, crypto::Bytes32>> rounds;  ///< id and question digest
  crypto::Bytes32 commitment{};
  Instant sealed_at{};
};

/// A row of a sheet file that became no sheet.
struct SetAside {
  Hash128 digest;                                          ///< of the record: the same row is kept once
  response::Verdict verdict = response::Verdict::refused;  ///< or unknown_entrant
  std::string file;
  std::uint64_t line = 0;
  std::string entrant;
  std::string reason;     ///< a message code
  std::string arguments;  ///< of the message, see docs/formats/store.md
  std::string record;     ///< the cells, as CSV
};

/// What one run of intake did.
struct Intake {
  std::string file;
  Instant added_at{};
  std::uint64_t rows = 0;
  std::uint64_t sheets = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t set_aside = 0;
};

/// The figures that freezing fixed.
struct Frozen {
  std::string round;
  std::string track;  ///< empty: of all tracks
  std::uint64_t registered = 0;
  std::uint64_t finished = 0;
  std::uint64_t attempts = 0;
  std::uint64_t all_correct = 0;
  Instant frozen_at{};
  DecisionCount since = 0;  ///< the decision that froze them again, from 1; 0: frozen for the first time
};

/// Points that an answer was given by hand.
struct Mark {
  Hash128 sheet;     ///< digest
  std::string item;  ///< BANK/ITEM
  Points points;
};

/// What officials decided.
struct Decision {
  enum class Kind {
    tie,         ///< subjects: those who were tied, in the order in which they get seats
    lot,         ///< the same, by lot from `sources`
    admit,       ///< subjects: digests of sheets
    hold,        ///< subjects: `on` or `off`
    freeze,      ///< figures frozen again
    disqualify,  ///< subjects: the id of an entrant, `enter` or `win`
    merge,       ///< subjects: the ids of entrants who are one person
    split,       ///< subjects: the id of an entrant who is a person of its own
    late_file,   ///< sheets taken in after freezing; subjects: how many there were before, and the files
    marks,       ///< points given by hand to final results; subjects: the files
    regrade      ///< subjects: the names of the banks whose keys were corrected
  };

  /// Whether results may be others by it: holding lists back does not change them.
  [[nodiscard]] bool changes_results() const { return kind != Kind::hold; }

  Kind kind = Kind::tie;
  std::string award;  ///< of a tie, as the next three; empty where its list is not of one
  std::string round;
  std::string track;
  std::string block;
  std::vector<std::string> subjects;
  std::vector<std::string> sources;
  std::string reason;
  Instant made_at{};
  std::uint64_t sheets = 0;  ///< how many there were then, those that it brought among them; the store knows
};

/// A sitting at this machine.
struct StoredSitting {
  std::int64_t id = 0;
  std::string entrant;  ///< id in NFC
  std::string round;
  std::string track;  ///< empty where there are none
  std::uint32_t attempt = 0;
  std::string holder;  ///< who may write to it, see `hold`
  bool submitted = false;
};

/// The word for a kind of decisions, in the store and in lists.
[[nodiscard]] std::string_view name(Decision::Kind kind);

/// A contest's store, contest.db (docs/formats/store.md).
///
/// Throws Error{failed} for a file of another program, a newer schema, and whatever SQLite reports;
/// Error{integrity} for a damaged file; Error{try_again} where another writer holds it. Changes happen inside
/// a Transaction on `database()`.
class Store {
 public:
  /// Open for reading; nothing where there is no store yet.
  [[nodiscard]] static std::unique_ptr<Store> open(const std::filesystem::path& path);
  /// Open for writing, made where it is missing.
  [[nodiscard]] static std::unique_ptr<Store> open(const std::filesystem::path& path, const Writer& writer);

  /// Keep the file open, reading nothing: whoever closes it last tidies it up, and nobody does meanwhile.
  /// Needs a store that is there.
  [[nodiscard]] static std::unique_ptr<Database> keep_open(const std::filesystem::path& path);

  [[nodiscard]] Database& database() { return *database_; }

  /// The seal, with the banks as they were after so many decisions.
  [[nodiscard]] std::optional<Seal> seal(DecisionCount as_of = kNow);
  /// Needs a store that is not sealed.
  void put(const Seal& seal);
  /// Replace the bank at a position of contest.yaml from decision `since` on.
  void put(std::size_t position, DecisionCount since, const SealedBank& bank);

  /// All packed registrations, by number.
  [[nodiscard]] TextColumn registrations();
  /// Append registrations; the first of them has number `first`.
  void put_registrations(EntrantNo first, std::span<const std::string_view> packed);

  /// Hand out the listed answers to an item (BANK/ITEM) by their codes, from 1 on.
  void each_answer(std::string_view item, const std::function<void(std::string_view)>& take);
  /// Append to them; the first of these has the code `first`. Needs at least one.
  void put_answers(std::string_view item, response::AnswerCode first, std::span<const std::string> texts);

  /// Hand out every batch in order, with its heads and its digests or its answers, until `take` gives false.
  void each_batch(response::Part part, const std::function<bool(response::PackedBatch)>& take);
  void put(const response::PackedBatch& batch);
  [[nodiscard]] std::uint64_t sheet_count();

  void each_set_aside(const std::function<void(const SetAside&)>& take);
  void put(const SetAside& row);
  /// Forget a row that has become a sheet after all.
  void drop_set_aside(const Hash128& digest);

  [[nodiscard]] std::vector<Intake> intakes();
  [[nodiscard]] std::int64_t next_intake();
  /// Write run `id`, in place of what was written of it before.
  void put(std::int64_t id, const Intake& intake);

  /// The figures that held after so many decisions, by round and track.
  [[nodiscard]] std::vector<Frozen> frozen(DecisionCount as_of = kNow);
  void put(const Frozen& frozen);

  /// Those that had come when so many decisions had been made, in their order; a later one for the same
  /// answer replaces an earlier.
  [[nodiscard]] std::vector<Mark> marks(DecisionCount as_of = kNow);
  void put(const Mark& mark);

  /// In the order in which they began.
  [[nodiscard]] std::vector<StoredSitting> sittings();
  /// Begin one; its id is given to it. Returns the id.
  std::int64_t put(const StoredSitting& sitting);
  /// Let somebody else write to a sitting, and nobody who did before.
  void hold(std::int64_t sitting, std::string_view holder);
  /// The sitting of that id. Needs one that there is.
  [[nodiscard]] StoredSitting sitting(std::int64_t id);
  /// Its events in their order.
  [[nodiscard]] std::vector<sitting::Event> sitting_events(std::int64_t sitting);
  /// Append an event; one that submits ends the sitting.
  void put(std::int64_t sitting, const sitting::Event& event);

  /// In the order in which they were made.
  [[nodiscard]] std::vector<Decision> decisions();
  /// Returns its number, from 1.
  DecisionCount put(const Decision& decision);

 private:
  Store(std::unique_ptr<Database> database, std::optional<io::FileLock> lock);

  std::optional<io::FileLock> lock_;  ///< freed after the database is closed
  std::unique_ptr<Database> database_;
};

}  // namespace quiz::store
