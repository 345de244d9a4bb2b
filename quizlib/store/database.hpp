// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace quiz::store {

/// A prepared statement in use; given back, ready for the next use, when it goes.
///
/// Parameters count from 1, columns from 0. Failures throw Error{failed} naming the file and SQLite's reason,
/// Error{integrity} for a damaged file.
class Statement {
 public:
  Statement(const std::filesystem::path& path, sqlite3_stmt* statement)
      : path_(path),
        statement_(statement) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_text(int parameter, std::string_view value);
  /// The bytes must live until the last `step`.
  Statement& bind_blob(int parameter, std::string_view value);

  /// The next row; false when there is none.
  bool step();
  /// Run a statement that gives no rows.
  void run() { step(); }

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  ///< valid until the next step
  [[nodiscard]] std::string_view blob(int column) const;  ///< valid until the next step

 private:
  const std::filesystem::path& path_;
  sqlite3_stmt* statement_;
};

/// An SQLite file. All SQL comes from the embedded .sql files: scripts whole, statements by name.
class Database {
 public:
  enum class Access { read, write };

  /// Open a file; with `write` it is made where it is missing. Throws Error{failed}.
  Database(std::filesystem::path path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() = default;

  /// Run a script such as `quizlib/store/schema.sql`.
  void run_script(std::string_view file);
  /// The statement of that name in statements.sql.
  [[nodiscard]] Statement statement(std::string_view name);
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Throw Error{integrity}: the file holds what nobody has put there.
  [[noreturn]] void damaged() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
    void operator()(sqlite3_stmt* statement) const;
  };

  void open(const std::string& name, int flags);

  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Close>, std::less<>> prepared_;
};

/// What is done while it lives is done whole or not at all: rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  /// On return everything is on disk.
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace quiz::store
