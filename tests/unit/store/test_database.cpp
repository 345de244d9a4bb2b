// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/database.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/store/store.hpp>

#include <tests/support/failure.hpp>
#include <tests/support/ordinary_user.hpp>
#include <tests/support/temporary_folder.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>

namespace {

namespace fs = std::filesystem;

using quiz::Milliseconds;
using quiz::response::PackedBatch;
using quiz::store::Database;
using quiz::store::Store;
using quiz::store::Transaction;
using quiz::store::Writer;
using quiz::tests::failure;
using quiz::tests::OrdinaryUser;
using quiz::tests::TemporaryFolder;

/// Where SQLite keeps them in the file.
constexpr std::streamoff kUserVersion = 60;
constexpr std::streamoff kApplicationId = 68;

std::unique_ptr<Store> writer(const TemporaryFolder& folder, std::string_view name = "test") {
  return Store::open(folder / "contest.db", Writer{std::string(name), Milliseconds(0)});
}

/// A store that is closed and holds a batch of three sheets.
void make_store(const TemporaryFolder& folder) {
  writer(folder)->put(PackedBatch{"w1", 3, 1, "h", "d", "a"});
}

void overwrite(const fs::path& file, std::streamoff at, std::string_view bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(at);
  stream << bytes;
}

/// What opening a contest.db with this text ends with.
std::string opening(const std::string& text) {
  const TemporaryFolder folder;
  folder.add("contest.db", text);
  const std::string reading =
      failure([&] { std::ignore = Store::open(folder / "contest.db"); }, folder.path());
  CHECK(failure([&] { std::ignore = writer(folder); }, folder.path()) == reading);
  std::ifstream file(folder / "contest.db", std::ios::binary);
  const std::string left{std::istreambuf_iterator<char>(file), {}};
  CHECK(left == text);
  return reading;
}

}  // namespace

TEST_CASE("a file that is no database is refused and left alone") {
  CHECK(opening("entrant,q1\nE1,a\n" + std::string(5'000, 'x')) ==
        "failed: contest.db is not a store of quiz [store.foreign]");
  CHECK(opening("entrant,q1\n") == "failed: contest.db is not a store of quiz [store.foreign]");
  CHECK(opening(std::string(511, 'x')) == "failed: contest.db is not a store of quiz [store.foreign]");
  CHECK(opening(std::string(512, 'x')) == "failed: contest.db is not a store of quiz [store.foreign]");
}

TEST_CASE("a database of another program is refused") {
  const TemporaryFolder folder;
  make_store(folder);
  overwrite(folder / "contest.db", kApplicationId, "FREM");
  const auto reading = [&] { std::ignore = Store::open(folder / "contest.db"); };
  CHECK(failure(reading, folder.path()) == "failed: contest.db is not a store of quiz [store.foreign]");
  CHECK(failure([&] { std::ignore = writer(folder); }, folder.path()) ==
        "failed: contest.db is not a store of quiz [store.foreign]");
}

TEST_CASE("a database with tables but without an application id is refused") {
  const TemporaryFolder folder;
  make_store(folder);
  overwrite(folder / "contest.db", kApplicationId, std::string(4, '\0'));
  CHECK(failure([&] { std::ignore = writer(folder); }, folder.path()) ==
        "failed: contest.db is not a store of quiz [store.foreign]");
}

TEST_CASE("a store of a later version is refused") {
  const TemporaryFolder folder;
  make_store(folder);
  overwrite(folder / "contest.db", kUserVersion, std::string("\0\0\0\2", 4));
  const auto reading = [&] { std::ignore = Store::open(folder / "contest.db"); };
  CHECK(failure(reading, folder.path()) ==
        "failed: contest.db was written by a newer version of quiz (schema 2) [store.newer]");
  CHECK(failure([&] { std::ignore = writer(folder); }, folder.path()) ==
        "failed: contest.db was written by a newer version of quiz (schema 2) [store.newer]");
}

TEST_CASE("a file whose pages are damaged is said to be so") {
  const TemporaryFolder folder;
  make_store(folder);
  const auto size = static_cast<std::streamoff>(fs::file_size(folder / "contest.db"));
  // All pages but the first, which holds the schema.
  overwrite(folder / "contest.db", 8'192, std::string(static_cast<std::size_t>(size - 8'192), '\xff'));
  const auto store = Store::open(folder / "contest.db");
  CHECK(failure([&] { std::ignore = store->sheet_count(); }, folder.path()) ==
        "integrity: contest.db is damaged [store.damaged]");
}

TEST_CASE("a folder in place of the file is an error") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "contest.db");
  CHECK(failure([&] { std::ignore = Store::open(folder / "contest.db"); }, folder.path()) ==
        "failed: contest.db cannot be used: disk I/O error [store.failed]");
}

TEST_CASE("a second writer is told who holds the store") {
  const TemporaryFolder folder;
  const auto first = writer(folder, "quiz intake add (process 4711)");
  CHECK(failure([&] { std::ignore = writer(folder, "second"); }, folder.path()) ==
        "try_again: contest.db.lock is held by quiz intake add (process 4711) [file.held]");
}

TEST_CASE("a second writer waits until the first is done") {
  const TemporaryFolder folder;
  auto first = writer(folder);
  std::string outcome;
  std::thread second([&] {
    outcome = failure([&] {
      Store::open(folder / "contest.db", Writer{"second"})->put(PackedBatch{"w1", 4, 1, "h", "d", "a"});
    });
  });
  first->put(PackedBatch{"w1", 3, 1, "h", "d", "a"});
  first.reset();
  second.join();
  CHECK(outcome == "none");
  CHECK(Store::open(folder / "contest.db")->sheet_count() == 7);
}

TEST_CASE("a writer that is gone leaves the store free") {
  const TemporaryFolder folder;
  make_store(folder);
  CHECK(failure([&] { std::ignore = writer(folder); }) == "none");
}

TEST_CASE("a store in a folder that cannot be written to can be read") {
  const TemporaryFolder folder;
  make_store(folder);
  fs::remove(folder / "contest.db.lock");
  fs::permissions(folder.path(), fs::perms(0555));
  {
    const OrdinaryUser user;
    CHECK(Store::open(folder / "contest.db")->sheet_count() == 3);
    CHECK(failure([&] { std::ignore = writer(folder); }, folder.path()) ==
          "failed: contest.db.lock cannot be locked: Permission denied [file.lock-failed]");
  }
  fs::permissions(folder.path(), fs::perms(0755));
}

TEST_CASE("a path with signs that mean something in addresses is a path like any other") {
  const TemporaryFolder folder;
  const fs::path odd = folder / "50%41?a=b#c";
  fs::create_directory(odd);
  Store::open(odd / "contest.db", Writer{"test"})->put(PackedBatch{"w1", 3, 1, "h", "d", "a"});
  fs::remove(odd / "contest.db.lock");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(odd, fs::perms(0555));
  {
    const OrdinaryUser user;
    CHECK(Store::open(odd / "contest.db")->sheet_count() == 3);
  }
  fs::permissions(odd, fs::perms(0755));
}

TEST_CASE("a statement gives back text and bytes as they were bound") {
  const TemporaryFolder folder;
  const auto store = writer(folder);
  Database& database = store->database();
  const std::string bytes("a\0\xff", 3);
  database.statement("put_sealed_bank")
      .bind(1, -5)
      .bind(2, 0)
      .bind_text(3, "Đỗ")
      .bind_blob(4, bytes)
      .bind_text(5, "")
      .run();
  database.statement("put_sealed_bank")
      .bind(1, INT64_MAX)
      .bind(2, 0)
      .bind_text(3, "")
      .bind_blob(4, {})
      .bind_text(5, "")
      .run();
  quiz::store::Statement rows = database.statement("get_sealed_banks");
  rows.bind(1, 0);
  REQUIRE(rows.step());
  CHECK(rows.text(0) == "Đỗ");
  CHECK(rows.blob(1) == bytes);
  REQUIRE(rows.step());
  CHECK(rows.text(0) == "");
  CHECK(rows.blob(1) == "");
  CHECK_FALSE(rows.step());
}

TEST_CASE("a statement is ready for the next use when it goes") {
  const TemporaryFolder folder;
  const auto store = writer(folder);
  for (int i = 0; i < 3; ++i) {
    quiz::store::Statement statement = store->database().statement("count_sheets");
    CHECK(statement.step());
  }
  {
    quiz::store::Statement bound = store->database().statement("put_sealed_bank");
    bound.bind(1, 1).bind(2, 0).bind_text(3, "a").bind_blob(4, "d");
  }
  // Nothing of the bindings is left.
  CHECK(failure([&] { store->database().statement("put_sealed_bank").bind(1, 1).run(); }, folder.path()) ==
        "failed: contest.db cannot be used: NOT NULL constraint failed: sealed_bank.since [store.failed]");
}
