// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/database.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/store/embedded.hpp>

#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace quiz::store {
namespace {

constexpr std::string_view kStatements = "quizlib/store/statements.sql";
constexpr int kBusyMilliseconds = 5'000;

[[noreturn]] void fail(const std::filesystem::path& path, int result, const char* reason) {
  switch (result & 0xff) {
    case SQLITE_NOTADB:
      throw Error(ErrorKind::failed, Message("store.foreign", {{"path", path.string()}}));
    case SQLITE_CORRUPT:
      throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", path.string()}}));
    default:
      throw Error(ErrorKind::failed, Message("store.failed", {{"path", path.string()}, {"reason", reason}}));
  }
}

[[noreturn]] void fail(const std::filesystem::path& path, sqlite3* handle) {
  fail(path, sqlite3_errcode(handle), sqlite3_errmsg(handle));
}

/// The SQL after the line `-- name: <name>`, up to the next such line.
std::string_view find_statement(std::string_view name) {
  const std::string_view all = embedded::store(kStatements);
  const std::string head = "-- name: " + std::string(name) + "\n";
  const std::size_t begin = all.find(head);
  assert(begin != std::string_view::npos);
  const std::string_view rest = all.substr(begin + head.size());
  return rest.substr(0, rest.find("-- name: "));
}

/// The file as a URI, for a store in a folder that cannot be written to.
std::string immutable_uri(const std::filesystem::path& path) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      uri.push_back('%');
      uri.push_back(kHex[byte >> 4U]);
      uri.push_back(kHex[byte & 0xfU]);
    } else {
      uri.push_back(c);
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, parameter, value) != SQLITE_OK)
    fail(path_, sqlite3_db_handle(statement_));
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view value) {
  if (sqlite3_bind_text64(statement_, parameter, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) !=
      SQLITE_OK) {
    fail(path_, sqlite3_db_handle(statement_));
  }
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_blob64(statement_, parameter, bytes, value.size(), SQLITE_STATIC) != SQLITE_OK) {
    fail(path_, sqlite3_db_handle(statement_));
  }
  return *this;
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(path_, sqlite3_db_handle(statement_));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(std::filesystem::path path, Access access) : path_(std::move(path)) {
  if (access == Access::write) {
    open(path_.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    run_script("quizlib/store/connection.sql");
    return;
  }
  open(path_.string(), SQLITE_OPEN_READONLY);
  try {
    run_script("quizlib/store/connection.sql");
  } catch (const Error&) {
    // A write-ahead log cannot be opened in a read-only folder; without one the file itself is all there is.
    if (std::filesystem::exists(path_.string() + "-wal")) throw;
    open(immutable_uri(path_), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    run_script("quizlib/store/connection.sql");
  }
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }
void Database::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Database::open(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) fail(path_, result, handle == nullptr ? "out of memory" : sqlite3_errmsg(handle));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
}

void Database::damaged() const {
  throw Error(ErrorKind::integrity, Message("store.damaged", {{"path", path_.string()}}));
}

void Database::run_script(std::string_view file) {
  const std::string script(embedded::store(file));
  if (sqlite3_exec(handle_.get(), script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(path_, handle_.get());
}

Statement Database::statement(std::string_view name) {
  auto found = prepared_.find(name);
  if (found == prepared_.end()) {
    const std::string_view sql = find_statement(name);
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &prepared, nullptr) != SQLITE_OK) {
      fail(path_, handle_.get());
    }
    found = prepared_.emplace(name, prepared).first;
  }
  return Statement(path_, found->second.get());
}

Transaction::Transaction(Database& database) : database_(database) { database_.statement("begin").run(); }

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.statement("rollback").run();
  } catch (const Error&) {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}

void Transaction::commit() {
  database_.statement("commit").run();
  open_ = false;
}

}  // namespace quiz::store
