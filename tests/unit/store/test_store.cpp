// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/store.hpp>

#include <quizlib/base/instant.hpp>
#include <quizlib/response/pack.hpp>

#include <tests/support/failure.hpp>
#include <tests/support/temporary_folder.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using quiz::EntrantNo;
using quiz::Hash128;
using quiz::Instant;
using quiz::Milliseconds;
using quiz::response::PackedBatch;
using quiz::response::Part;
using quiz::response::Verdict;
using quiz::store::Decision;
using quiz::store::Frozen;
using quiz::store::Intake;
using quiz::store::Seal;
using quiz::store::SealedBank;
using quiz::store::SetAside;
using quiz::store::Store;
using quiz::store::Transaction;
using quiz::store::Writer;
using quiz::tests::failure;
using quiz::tests::TemporaryFolder;

using Texts = std::vector<std::string_view>;

/// A store in a folder of its own.
class NewStore {
 public:
  NewStore() : store_(Store::open(path(), Writer{"test", Milliseconds(0)})) {}

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "contest.db"; }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  Store* operator->() const { return store_.get(); }
  Store& operator*() const { return *store_; }
  /// Close it and open it again, for reading.
  void reopen() {
    store_.reset();
    store_ = Store::open(path());
  }
  [[nodiscard]] std::string damage(const std::function<void()>& action) const {
    return failure(action, folder_.path());
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

constexpr std::string_view kDamaged = "integrity: contest.db is damaged [store.damaged]";

quiz::crypto::Bytes32 filled(std::uint8_t byte) {
  quiz::crypto::Bytes32 bytes{};
  bytes.fill(byte);
  return bytes;
}

Instant at(std::int64_t ms) { return Instant(Milliseconds(ms)); }

PackedBatch batch(std::string round, std::uint32_t count, std::string heads) {
  return {std::move(round), count, 7, std::move(heads), std::string("\0d", 2), "answers"};
}

std::string shown(const PackedBatch& b) {
  return b.round + " " + std::to_string(b.count) + " " + std::to_string(b.paper_size) + " " + b.heads + " " +
         std::to_string(b.digests.size()) + " " + b.answers;
}

/// All batches, one a line.
std::string batches(Store& store, Part part) {
  std::string text;
  store.each_batch(part, [&](const PackedBatch& b) {
    text += shown(b) + "\n";
    return true;
  });
  return text;
}

std::vector<std::string> registrations(Store& store) {
  const quiz::TextColumn column = store.registrations();
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < column.size(); ++i) texts.emplace_back(column[i]);
  return texts;
}

using Answers = std::vector<std::string>;

Answers answers(Store& store, std::string_view item) {
  Answers texts;
  store.each_answer(item, [&](std::string_view text) { texts.emplace_back(text); });
  return texts;
}

SetAside row(std::uint64_t digest, Verdict verdict) {
  SetAside result;
  result.digest = {digest, 9};
  result.verdict = verdict;
  result.file = "s.csv";
  result.line = 12;
  result.entrant = "E1";
  result.reason = "intake.cells";
  result.arguments = std::string("found#3\0expected#5\0", 19);
  result.record = "E1,\"a\"\"b\"";
  return result;
}

std::string aside(Store& store) {
  std::string text;
  store.each_set_aside([&](const SetAside& r) {
    text += std::to_string(r.digest.low) + " " + std::to_string(r.digest.high) + " " +
            std::string(name(r.verdict)) + " " + r.file + " " + std::to_string(r.line) + " " + r.entrant +
            " " + r.reason + " " + std::to_string(r.arguments.size()) + " " + r.record + "\n";
  });
  return text;
}

}  // namespace

TEST_CASE("where there is no file there is no store to read, and none is made") {
  const TemporaryFolder folder;
  CHECK(Store::open(folder / "contest.db") == nullptr);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a file that nothing was put into is no store to read, and becomes one for a writer") {
  const TemporaryFolder folder;
  folder.add("contest.db", "");
  CHECK(Store::open(folder / "contest.db") == nullptr);
  CHECK(Store::open(folder / "contest.db", Writer{"test"})->sheet_count() == 0);
  CHECK(Store::open(folder / "contest.db") != nullptr);
}

TEST_CASE("a new store holds nothing") {
  NewStore store;
  store.reopen();
  CHECK_FALSE(store->seal());
  CHECK(registrations(*store).empty());
  CHECK(batches(*store, Part::answers).empty());
  CHECK(store->sheet_count() == 0);
  CHECK(aside(*store).empty());
  CHECK(store->intakes().empty());
  CHECK(store->next_intake() == 1);
  CHECK(store->frozen().empty());
}

TEST_CASE("a seal comes back as it was") {
  NewStore store;
  Seal seal;
  seal.contest = "demo";
  seal.seed = filled(0);
  seal.contest_digest = filled(1);
  seal.banks = {{"people", filled(2), "id: people\n"}, {"officials", filled(3), "id: officials\n"}};
  seal.rounds = {{"w1", filled(4)}, {"w2", filled(5)}};
  seal.commitment = filled(255);
  seal.sealed_at = at(1'694'278'800'123);
  store->put(seal);
  store.reopen();
  const auto read = store->seal();
  REQUIRE(read);
  CHECK(read->contest == "demo");
  CHECK(read->seed == seal.seed);
  CHECK(read->contest_digest == seal.contest_digest);
  CHECK(read->banks == seal.banks);
  CHECK(read->rounds == seal.rounds);
  CHECK(read->commitment == seal.commitment);
  CHECK(read->sealed_at == seal.sealed_at);
}

TEST_CASE("a bank that was corrected holds from its decision on, and the old one before it") {
  NewStore store;
  Seal seal;
  seal.banks = {{"people", filled(2), "old\n"}, {"officials", filled(3), "other\n"}};
  store->put(seal);
  store->put(0, 2, {"people", filled(4), "new\n"});
  CHECK(store->seal()->banks ==
        std::vector<SealedBank>{{"people", filled(4), "new\n"}, {"officials", filled(3), "other\n"}});
  CHECK(store->seal(2)->banks[0].source == "new\n");
  CHECK(store->seal(1)->banks == seal.banks);
}

TEST_CASE("a seal whose bytes are too few is damaged") {
  NewStore store;
  store->database()
      .statement("put_seal")
      .bind_text(1, "demo")
      .bind_blob(2, "short")
      .bind_blob(3, "")
      .bind_blob(4, "")
      .bind(5, 0)
      .run();
  CHECK(store.damage([&] { std::ignore = store->seal(); }) == kDamaged);
}

TEST_CASE("registrations come back in the order of their numbers") {
  NewStore store;
  const std::string_view with_name("E2\0aBình", 10);
  store->put_registrations(0, Texts{"E1", with_name});
  store->put_registrations(2, Texts{"Đỗ"});
  store.reopen();
  CHECK(registrations(*store) == std::vector<std::string>{"E1", std::string(with_name), "Đỗ"});
}

TEST_CASE("a registration that is lost would move the numbers of those after it, and is damage") {
  NewStore store;
  store->put_registrations(0, Texts{"E1"});
  store->put_registrations(2, Texts{"E3"});
  CHECK(store.damage([&] { std::ignore = store->registrations(); }) == kDamaged);
}

TEST_CASE("registrations that do not fit their count are damaged") {
  const auto read = [](std::int64_t count, std::string_view bytes) {
    NewStore store;
    store->database().statement("put_registrations").bind(1, 0).bind(2, count).bind_blob(3, bytes).run();
    return store.damage([&] { std::ignore = store->registrations(); });
  };
  std::string packed;
  const Texts two{"E1", "E22"};
  quiz::response::pack(packed, std::span(two));
  CHECK(read(2, packed) == "none");
  CHECK(read(1, packed) == kDamaged);
  CHECK(read(3, packed) == kDamaged);
  CHECK(read(-1, packed) == kDamaged);
  CHECK(read(2, packed.substr(0, packed.size() - 1)) == kDamaged);
  CHECK(read(2, packed + "x") == kDamaged);
  CHECK(read(2, "") == kDamaged);
  // Nothing is reserved for a count that no bytes stand behind.
  CHECK(read(1'000'000'000'000, std::string(9, '\0')) == kDamaged);
}

TEST_CASE("the listed answers to each item come back in the order of their codes") {
  NewStore store;
  store->put_answers("small/t", 1, Answers{"Hà Nội", "a\nb"});
  store->put_answers("small/n", 1, Answers{"3,14"});
  store->put_answers("small/t", 3, Answers{"Huế"});
  store.reopen();
  CHECK(answers(*store, "small/t") == Answers{"Hà Nội", "a\nb", "Huế"});
  CHECK(answers(*store, "small/n") == Answers{"3,14"});
  CHECK(answers(*store, "small/x").empty());
}

TEST_CASE("an answer that is lost would move the codes of those after it, and is damage") {
  NewStore store;
  store->put_answers("small/t", 1, Answers{"a"});
  store->put_answers("small/t", 3, Answers{"c"});
  CHECK(store.damage([&] { answers(*store, "small/t"); }) == kDamaged);
}

TEST_CASE("answers that do not fit their count are damaged") {
  const auto read = [](std::int64_t first, std::int64_t count, std::string_view bytes) {
    NewStore store;
    store->database()
        .statement("put_answers")
        .bind_text(1, "small/t")
        .bind(2, first)
        .bind(3, count)
        .bind_blob(4, bytes)
        .run();
    return store.damage([&] { answers(*store, "small/t"); });
  };
  std::string packed;
  const Texts two{"a", "bc"};
  quiz::response::pack(packed, std::span(two));
  CHECK(read(1, 2, packed) == "none");
  CHECK(read(0, 2, packed) == kDamaged);
  CHECK(read(1, 1, packed) == kDamaged);
  CHECK(read(1, 3, packed) == kDamaged);
  CHECK(read(1, -1, packed) == kDamaged);
  CHECK(read(1, 2, packed + "x") == kDamaged);
  CHECK(read(1, 1'000'000'000'000, packed) == kDamaged);
}

TEST_CASE("batches are handed out in order, with or without their answers") {
  NewStore store;
  store->put(batch("w2", 3, "h1"));
  store->put(batch("w1", 4096, "h2"));
  store.reopen();
  CHECK(batches(*store, Part::answers) == "w2 3 7 h1 0 answers\nw1 4096 7 h2 0 answers\n");
  CHECK(batches(*store, Part::digests) == "w2 3 7 h1 2 \nw1 4096 7 h2 2 \n");
  CHECK(store->sheet_count() == 4'099);
}

TEST_CASE("batches are handed out until enough have been taken") {
  NewStore store;
  store->put(batch("w1", 1, "h1"));
  store->put(batch("w1", 1, "h2"));
  std::string taken;
  store->each_batch(Part::answers, [&](const PackedBatch& b) {
    taken += b.heads;
    return false;
  });
  CHECK(taken == "h1");
  CHECK(batches(*store, Part::answers) == "w1 1 7 h1 0 answers\nw1 1 7 h2 0 answers\n");
}

TEST_CASE("a row that was set aside is kept once and can be dropped") {
  NewStore store;
  store->put(row(1, Verdict::refused));
  store->put(row(2, Verdict::unknown_entrant));
  SetAside again = row(1, Verdict::refused);
  again.file = "other.csv";
  store->put(again);
  CHECK(aside(*store) ==
        "1 9 refused s.csv 12 E1 intake.cells 19 E1,\"a\"\"b\"\n"
        "2 9 unknown-entrant s.csv 12 E1 intake.cells 19 E1,\"a\"\"b\"\n");
  store->drop_set_aside({1, 9});
  store->drop_set_aside({3, 9});
  CHECK(aside(*store) == "2 9 unknown-entrant s.csv 12 E1 intake.cells 19 E1,\"a\"\"b\"\n");
}

TEST_CASE("a run of intake is written in place of what was written of it before") {
  NewStore store;
  CHECK(store->next_intake() == 1);
  store->put(1, Intake{"a.csv", at(5), 10, 7, 2, 1});
  CHECK(store->next_intake() == 2);
  store->put(2, Intake{"b.csv", at(6), 1, 1, 0, 0});
  store->put(1, Intake{"ignored.csv", at(9), 20, 14, 4, 2});
  const std::vector<Intake> runs = store->intakes();
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].file == "a.csv");
  CHECK(runs[0].added_at == at(5));
  CHECK(runs[0].rows == 20);
  CHECK(runs[0].sheets == 14);
  CHECK(runs[0].duplicates == 4);
  CHECK(runs[0].set_aside == 2);
  CHECK(runs[1].file == "b.csv");
}

TEST_CASE("frozen figures come back, once a round and track") {
  NewStore store;
  store->put(Frozen{"w2", "", 1, 2, 3, 4, at(5)});
  store->put(Frozen{"w1", "officials", 10, 20, 30, 40, at(50)});
  const std::vector<Frozen> frozen = store->frozen();
  REQUIRE(frozen.size() == 2);
  CHECK(frozen[0].round == "w1");
  CHECK(frozen[0].track == "officials");
  CHECK(frozen[0].registered == 10);
  CHECK(frozen[0].finished == 20);
  CHECK(frozen[0].attempts == 30);
  CHECK(frozen[0].all_correct == 40);
  CHECK(frozen[0].frozen_at == at(50));
  CHECK(frozen[1].round == "w2");
  CHECK(
      store.damage([&] {
        store->put(Frozen{"w1", "officials", 0, 0, 0, 0, at(0)});
      }) ==
      "failed: contest.db cannot be used: UNIQUE constraint failed: frozen.round, frozen.track, frozen.since "
      "[store.failed]");
}

TEST_CASE("figures that were frozen again hold from their decision on, and the old ones before it") {
  NewStore store;
  store->put(Frozen{"w1", "", 10, 20, 30, 40, at(5)});
  store->put(Frozen{"w2", "", 1, 2, 3, 4, at(5)});
  store->put(Frozen{"w1", "", 11, 21, 31, 41, at(6), 3});
  CHECK(store->frozen().size() == 2);
  CHECK(store->frozen()[0].finished == 21);
  CHECK(store->frozen()[0].since == 3);
  CHECK(store->frozen(3)[0].finished == 21);
  CHECK(store->frozen(2)[0].finished == 20);
  CHECK(store->frozen(2)[1].finished == 2);
}

TEST_CASE("decisions come back in their order with their numbers") {
  NewStore store;
  Decision decision;
  decision.kind = Decision::Kind::merge;
  decision.subjects = {"E1", "E2"};
  decision.reason = "minutes no. 5\nof Monday";
  decision.made_at = at(7);
  CHECK(store->put(decision) == 1);
  CHECK(store->put(Decision{Decision::Kind::regrade, "a", "r", "t", "b", {}, {"s"}, "", at(8)}) == 2);
  const std::vector<Decision> decisions = store->decisions();
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0].kind == Decision::Kind::merge);
  CHECK(decisions[0].subjects == std::vector<std::string>{"E1", "E2"});
  CHECK(decisions[0].reason == "minutes no. 5\nof Monday");
  CHECK(decisions[0].made_at == at(7));
  CHECK(decisions[1].award + decisions[1].round + decisions[1].track + decisions[1].block == "artb");
  CHECK(decisions[1].sources == std::vector<std::string>{"s"});
  CHECK(decisions[1].changes_results());
  decision.kind = Decision::Kind::hold;
  CHECK_FALSE(decision.changes_results());
}

TEST_CASE("what is not committed is as if it had never been") {
  NewStore store;
  {
    const Transaction transaction(store->database());
    store->put(batch("w1", 5, "h"));
    CHECK(store->sheet_count() == 5);
  }
  CHECK(store->sheet_count() == 0);
  {
    Transaction transaction(store->database());
    store->put(batch("w1", 5, "h"));
    transaction.commit();
  }
  CHECK(store->sheet_count() == 5);
}

TEST_CASE("a reader sees what was committed when it began, whatever a writer does meanwhile") {
  const NewStore writer;
  const auto before = Store::open(writer.path());
  Transaction transaction(writer->database());
  writer->put(batch("w1", 5, "h"));
  CHECK(before->sheet_count() == 0);
  transaction.commit();
  CHECK(before->sheet_count() == 0);
  CHECK(batches(*before, Part::answers).empty());
  CHECK(Store::open(writer.path())->sheet_count() == 5);
}

TEST_CASE("a reader cannot write") {
  NewStore store;
  store.reopen();
  CHECK(store.damage([&] { store->put(batch("w1", 5, "h")); }) ==
        "failed: contest.db cannot be used: attempt to write a readonly database [store.failed]");
}
