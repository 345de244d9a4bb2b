// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/store.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/response/pack.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <system_error>

namespace quiz::store {
namespace {

constexpr std::int64_t kApplicationId = 0x5155495A;
constexpr std::int64_t kSchema = 1;

/// The words for kinds of decisions, in the order of the enumerators.
constexpr std::array<std::string_view, 5> kDecisionKinds{"tie", "lot", "admit", "hold", "freeze"};

std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }
Instant instant(std::int64_t ms) { return Instant(Milliseconds(ms)); }
std::int64_t as_signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }
std::uint64_t as_unsigned(std::int64_t value) { return static_cast<std::uint64_t>(value); }

std::string_view view(const Hash128& hash) { return {reinterpret_cast<const char*>(&hash), sizeof hash}; }

[[noreturn]] void damaged(Database& database) {
  throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", database.path().string()}}));
}

/// Texts without line ends as one, a line each, and back.
std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    assert(text.find('\n') == std::string::npos);
    all.append(text).push_back('\n');
  }
  return all;
}

std::vector<std::string> lines(std::string_view all) {
  std::vector<std::string> texts;
  for (std::size_t end = 0; (end = all.find('\n')) != std::string_view::npos; all.remove_prefix(end + 1))
    texts.emplace_back(all.substr(0, end));
  return texts;
}

crypto::Bytes32 bytes32(Database& database, std::string_view blob) {
  crypto::Bytes32 bytes{};
  if (blob.size() != bytes.size()) damaged(database);
  std::memcpy(bytes.data(), blob.data(), bytes.size());
  return bytes;
}

std::int64_t single(Database& database, std::string_view name) {
  Statement statement = database.statement(name);
  return statement.step() ? statement.integer(0) : 0;
}

[[noreturn]] void foreign(const std::filesystem::path& path) {
  throw Error(ErrorKind::failed, Message("store.foreign", {{"path", path.string()}}));
}

/// SQLite takes a file that is shorter than its smallest page for an empty one, and would write over it.
void check_size(const std::filesystem::path& path) {
  constexpr std::uintmax_t kSmallestPage = 512;
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  if (!failure && size != 0 && size < kSmallestPage) foreign(path);
}

/// Whether nothing has been put into the file yet: a writer may have been killed right after making it.
bool is_blank(Database& database) {
  return single(database, "application_id") == 0 && single(database, "table_count") == 0;
}

/// Refuse what is not ours or is from a later version.
void check_origin(Database& database) {
  if (single(database, "application_id") != kApplicationId) foreign(database.path());
  if (const std::int64_t version = single(database, "user_version"); version > kSchema) {
    throw Error(ErrorKind::failed,
                Message("store.newer", {{"path", database.path().string()}, {"version", version}}));
  }
}

}  // namespace

Store::Store(std::unique_ptr<Database> database, std::optional<io::FileLock> lock)
    : lock_(std::move(lock)),
      database_(std::move(database)) {}

std::unique_ptr<Store> Store::open(const std::filesystem::path& path) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure) && !failure) return nullptr;
  check_size(path);
  auto database = std::make_unique<Database>(path, Database::Access::read);
  // All that is read from here on is of one moment, whatever a writer commits meanwhile.
  database->statement("begin_reading").run();
  if (is_blank(*database)) return nullptr;
  check_origin(*database);
  return std::unique_ptr<Store>(new Store(std::move(database), std::nullopt));
}

std::unique_ptr<Store> Store::open(const std::filesystem::path& path, const Writer& writer) {
  io::FileLock lock(path.string() + ".lock", writer.name, writer.patience);
  check_size(path);
  auto database = std::make_unique<Database>(path, Database::Access::write);
  if (is_blank(*database)) database->run_script("quizlib/store/schema.sql");
  check_origin(*database);
  return std::unique_ptr<Store>(new Store(std::move(database), std::move(lock)));
}

std::optional<Seal> Store::seal() {
  Seal seal;
  {
    Statement row = database_->statement("get_seal");
    if (!row.step()) return std::nullopt;
    seal.contest = row.text(0);
    seal.seed = bytes32(*database_, row.blob(1));
    seal.contest_digest = bytes32(*database_, row.blob(2));
    seal.commitment = bytes32(*database_, row.blob(3));
    seal.sealed_at = instant(row.integer(4));
  }
  Statement banks = database_->statement("get_sealed_banks");
  while (banks.step()) seal.banks.emplace_back(banks.text(0), bytes32(*database_, banks.blob(1)));
  Statement rounds = database_->statement("get_sealed_rounds");
  while (rounds.step()) seal.rounds.emplace_back(rounds.text(0), bytes32(*database_, rounds.blob(1)));
  return seal;
}

void Store::put(const Seal& seal) {
  database_->statement("put_seal")
      .bind_text(1, seal.contest)
      .bind_blob(2, crypto::view(seal.seed))
      .bind_blob(3, crypto::view(seal.contest_digest))
      .bind_blob(4, crypto::view(seal.commitment))
      .bind(5, ms(seal.sealed_at))
      .run();
  for (std::size_t i = 0; i < seal.banks.size(); ++i) {
    database_->statement("put_sealed_bank")
        .bind(1, as_signed(i))
        .bind_text(2, seal.banks[i].first)
        .bind_blob(3, crypto::view(seal.banks[i].second))
        .run();
  }
  for (const auto& [round, questions] : seal.rounds) {
    database_->statement("put_sealed_round").bind_text(1, round).bind_blob(2, crypto::view(questions)).run();
  }
}

TextColumn Store::registrations() {
  TextColumn all;
  Statement rows = database_->statement("get_registrations");
  std::vector<std::string_view> texts;
  while (rows.step()) {
    const std::string_view packed = rows.blob(2);
    const std::uint64_t count = as_unsigned(rows.integer(1));
    response::Unpacker unpacker(packed);
    // No registration is empty, so that there are no more of them than bytes.
    const bool fits = as_unsigned(rows.integer(0)) == all.size() && count <= packed.size();
    if (!fits || !unpacker.read(count, texts) || !unpacker.at_end()) damaged(*database_);
    for (const std::string_view text : texts) all.push_back(text);
  }
  return all;
}

void Store::put_registrations(EntrantNo first, std::span<const std::string_view> packed) {
  std::string blob;
  response::pack(blob, packed);
  database_->statement("put_registrations")
      .bind(1, first)
      .bind(2, as_signed(packed.size()))
      .bind_blob(3, blob)
      .run();
}

void Store::each_answer(std::string_view item, const std::function<void(std::string_view)>& take) {
  Statement rows = database_->statement("get_answers");
  rows.bind_text(1, item);
  std::uint64_t next = 1;
  std::vector<std::string_view> texts;
  while (rows.step()) {
    const std::string_view packed = rows.blob(2);
    const std::uint64_t count = as_unsigned(rows.integer(1));
    response::Unpacker unpacker(packed);
    // No answer is empty, so that there are no more of them than bytes.
    const bool fits = as_unsigned(rows.integer(0)) == next && count <= packed.size();
    if (!fits || !unpacker.read(count, texts) || !unpacker.at_end()) damaged(*database_);
    for (const std::string_view text : texts) take(text);
    next += count;
  }
}

void Store::put_answers(std::string_view item, response::AnswerCode first,
                        std::span<const std::string> texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::string blob;
  response::pack(blob, views);
  database_->statement("put_answers")
      .bind_text(1, item)
      .bind(2, first)
      .bind(3, as_signed(texts.size()))
      .bind_blob(4, blob)
      .run();
}

void Store::each_batch(response::Part part, const std::function<bool(response::PackedBatch)>& take) {
  Statement rows =
      database_->statement(part == response::Part::answers ? "get_batch_answers" : "get_batch_digests");
  while (rows.step()) {
    response::PackedBatch batch;
    batch.round = rows.text(0);
    batch.count = static_cast<std::uint32_t>(rows.integer(1));
    batch.paper_size = static_cast<std::uint32_t>(rows.integer(2));
    batch.heads = rows.blob(3);
    (part == response::Part::answers ? batch.answers : batch.digests) = rows.blob(4);
    if (!take(std::move(batch))) return;
  }
}

void Store::put(const response::PackedBatch& batch) {
  database_->statement("put_batch")
      .bind_text(1, batch.round)
      .bind(2, batch.count)
      .bind(3, batch.paper_size)
      .bind_blob(4, batch.heads)
      .bind_blob(5, batch.digests)
      .bind_blob(6, batch.answers)
      .run();
}

std::uint64_t Store::sheet_count() { return as_unsigned(single(*database_, "count_sheets")); }

void Store::each_set_aside(const std::function<void(const SetAside&)>& take) {
  Statement rows = database_->statement("get_set_aside");
  while (rows.step()) {
    SetAside row;
    if (rows.blob(0).size() != sizeof row.digest) damaged(*database_);
    std::memcpy(&row.digest, rows.blob(0).data(), sizeof row.digest);
    row.verdict = rows.text(1) == response::name(response::Verdict::unknown_entrant)
                      ? response::Verdict::unknown_entrant
                      : response::Verdict::refused;
    row.file = rows.text(2);
    row.line = as_unsigned(rows.integer(3));
    row.entrant = rows.text(4);
    row.reason = rows.text(5);
    row.arguments = rows.text(6);
    row.record = rows.text(7);
    take(row);
  }
}

void Store::put(const SetAside& row) {
  database_->statement("put_set_aside")
      .bind_blob(1, view(row.digest))
      .bind_text(2, response::name(row.verdict))
      .bind_text(3, row.file)
      .bind(4, as_signed(row.line))
      .bind_text(5, row.entrant)
      .bind_text(6, row.reason)
      .bind_text(7, row.arguments)
      .bind_text(8, row.record)
      .run();
}

void Store::drop_set_aside(const Hash128& digest) {
  database_->statement("drop_set_aside").bind_blob(1, view(digest)).run();
}

std::vector<Intake> Store::intakes() {
  std::vector<Intake> all;
  Statement rows = database_->statement("get_intakes");
  while (rows.step()) {
    all.push_back({std::string(rows.text(0)), instant(rows.integer(1)), as_unsigned(rows.integer(2)),
                   as_unsigned(rows.integer(3)), as_unsigned(rows.integer(4)), as_unsigned(rows.integer(5))});
  }
  return all;
}

std::int64_t Store::next_intake() { return single(*database_, "next_intake"); }

void Store::put(std::int64_t id, const Intake& intake) {
  database_->statement("put_intake")
      .bind(1, id)
      .bind_text(2, intake.file)
      .bind(3, ms(intake.added_at))
      .bind(4, as_signed(intake.rows))
      .bind(5, as_signed(intake.sheets))
      .bind(6, as_signed(intake.duplicates))
      .bind(7, as_signed(intake.set_aside))
      .run();
}

std::vector<Frozen> Store::frozen() {
  std::vector<Frozen> all;
  Statement rows = database_->statement("get_frozen");
  while (rows.step()) {
    all.push_back({std::string(rows.text(0)), std::string(rows.text(1)), as_unsigned(rows.integer(2)),
                   as_unsigned(rows.integer(3)), as_unsigned(rows.integer(4)), as_unsigned(rows.integer(5)),
                   instant(rows.integer(6))});
  }
  return all;
}

void Store::put(const Frozen& frozen) {
  database_->statement("put_frozen")
      .bind_text(1, frozen.round)
      .bind_text(2, frozen.track)
      .bind(3, as_signed(frozen.registered))
      .bind(4, as_signed(frozen.finished))
      .bind(5, as_signed(frozen.attempts))
      .bind(6, as_signed(frozen.all_correct))
      .bind(7, ms(frozen.frozen_at))
      .run();
}

void Store::drop_frozen(std::string_view round) {
  database_->statement("drop_frozen").bind_text(1, round).run();
}

std::vector<Mark> Store::marks() {
  std::vector<Mark> all;
  Statement rows = database_->statement("get_marks");
  while (rows.step())
    all.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                   static_cast<std::uint32_t>(rows.integer(2)), std::string(rows.text(3)),
                   Points{rows.integer(4)}});
  return all;
}

void Store::put(const Mark& mark) {
  database_->statement("put_mark")
      .bind_text(1, mark.entrant)
      .bind_text(2, mark.round)
      .bind(3, mark.attempt)
      .bind_text(4, mark.item)
      .bind(5, mark.points.units)
      .run();
}

std::vector<Decision> Store::decisions() {
  std::vector<Decision> all;
  Statement rows = database_->statement("get_decisions");
  while (rows.step()) {
    const auto kind = std::ranges::find(kDecisionKinds, rows.text(0));
    if (kind == kDecisionKinds.end()) damaged(*database_);
    all.push_back({static_cast<Decision::Kind>(kind - kDecisionKinds.begin()), std::string(rows.text(1)),
                   std::string(rows.text(2)), std::string(rows.text(3)), std::string(rows.text(4)),
                   lines(rows.text(5)), lines(rows.text(6)), std::string(rows.text(7)),
                   instant(rows.integer(8))});
  }
  return all;
}

void Store::put(const Decision& decision) {
  const std::string subjects = joined(decision.subjects);
  const std::string sources = joined(decision.sources);
  database_->statement("put_decision")
      .bind_text(1, kDecisionKinds.at(static_cast<std::size_t>(decision.kind)))
      .bind_text(2, decision.award)
      .bind_text(3, decision.round)
      .bind_text(4, decision.track)
      .bind_text(5, decision.block)
      .bind_text(6, subjects)
      .bind_text(7, sources)
      .bind_text(8, decision.reason)
      .bind(9, ms(decision.made_at))
      .run();
}

}  // namespace quiz::store
