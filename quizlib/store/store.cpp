// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/store.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/response/pack.hpp>
#include <quizlib/store/columns.hpp>

#include <cstddef>
#include <system_error>

namespace quiz::store {
namespace {

constexpr std::int64_t kApplicationId = 0x5155495A;
constexpr std::int64_t kSchema = 1;

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

std::unique_ptr<Database> Store::keep_open(const std::filesystem::path& path) {
  auto database = std::make_unique<Database>(path, Database::Access::read);
  check_origin(*database);  // SQLite opens a file when it is first read
  return database;
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
    if (!fits || !unpacker.read(count, texts) || !unpacker.at_end()) database_->damaged();
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
    if (!fits || !unpacker.read(count, texts) || !unpacker.at_end()) database_->damaged();
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
    row.digest = hash128(*database_, rows.blob(0));
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

}  // namespace quiz::store
