// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sealed.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/paper/paper.hpp>

#include <tests/support/contest_dir.hpp>
#include <tests/support/failure.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

namespace {

using quiz::Instant;
using quiz::Milliseconds;
using quiz::store::Seal;
using quiz::store::Store;
using quiz::tests::ContestDir;
using quiz::tests::failure;
using quiz::tests::kBank;
using quiz::tests::kFixedContest;
using quiz::tests::replaced;
using quiz::workflow::require_seal;

constexpr Instant kBefore{Milliseconds(1'694'300'000'000)};   // 2023-09-10T05:53:20+07:00
constexpr Instant kOpening{Milliseconds(1'694'307'600'000)};  // 2023-09-10T08:00:00+07:00

std::unique_ptr<Store> stored(const ContestDir& dir) { return Store::open(dir.path() / "contest.db"); }

/// The answer to sealing the contest, which has no errors.
quiz::report::Document sealed(const ContestDir& dir, quiz::Instant now) {
  quiz::Diagnostics diagnostics;
  return quiz::workflow::seal_contest(*dir.load(), now, dir.writer(), false, diagnostics).value();
}

/// What asking for the seal ends with.
std::string asking(const ContestDir& dir) {
  const auto store = stored(dir);
  return failure([&] { std::ignore = require_seal(store.get(), *dir.load()); }, dir.path());
}

}  // namespace

TEST_CASE("sealing fixes the seed and the digests of contest, banks and rounds") {
  const ContestDir dir(kFixedContest);
  const auto folder = dir.load();
  const auto document = sealed(dir, kBefore);
  const Seal seal = require_seal(stored(dir).get(), *folder);
  CHECK(seal.contest == "small");
  CHECK(seal.contest_digest == quiz::crypto::sha256(kFixedContest));
  REQUIRE(seal.banks.size() == 1);
  CHECK(seal.banks[0].name == "small");
  CHECK(seal.banks[0].digest == quiz::bank::digest(folder->banks[0]));
  REQUIRE(seal.rounds.size() == 1);
  CHECK(seal.rounds[0].first == "w1");
  CHECK(seal.rounds[0].second == quiz::paper::round_questions(folder->contest, folder->banks, 0));
  CHECK(seal.sealed_at == kBefore);
  CHECK(document.notes.empty());
  CHECK(quiz::tests::rows_text(document.rows) ==
        quiz::crypto::hex(seal.commitment) + "|2023-09-10T05:53:20+07:00\n");
}

TEST_CASE("the commitment hides seed and digests behind one hash") {
  const ContestDir dir(kFixedContest);
  std::ignore = sealed(dir, kBefore);
  const Seal seal = require_seal(stored(dir).get(), *dir.load());
  std::string all("quiz/1 commit\0", 14);
  all += quiz::crypto::view(seal.seed);
  all += quiz::crypto::view(seal.contest_digest);
  all += quiz::crypto::view(seal.banks[0].digest);
  CHECK(seal.commitment == quiz::crypto::sha256(all));
}

TEST_CASE("every contest has a seed of its own") {
  const ContestDir one(kFixedContest);
  const ContestDir other(kFixedContest);
  std::ignore = sealed(one, kBefore);
  std::ignore = sealed(other, kBefore);
  CHECK(require_seal(stored(one).get(), *one.load()).seed !=
        require_seal(stored(other).get(), *other.load()).seed);
}

TEST_CASE("a contest is sealed once") {
  const ContestDir dir(kFixedContest);
  std::ignore = sealed(dir, kBefore);
  const auto seed = require_seal(stored(dir).get(), *dir.load()).seed;
  CHECK(failure([&] { std::ignore = sealed(dir, kBefore); }) ==
        "failed: the contest \"small\" is sealed already [seal.already]");
  CHECK(require_seal(stored(dir).get(), *dir.load()).seed == seed);
}

TEST_CASE("sealing after the opening is said, and done") {
  const ContestDir dir(kFixedContest);
  const auto document = sealed(dir, kOpening);
  REQUIRE(document.notes.size() == 1);
  CHECK(quiz::tests::sentence(document.notes[0]) ==
        "the contest was sealed after its first round had opened [seal.after-opening]");
  const ContestDir earlier(kFixedContest);
  CHECK(sealed(earlier, kOpening - Milliseconds(1)).notes.empty());
}

TEST_CASE("a dry run seals nothing") {
  const ContestDir dir(kFixedContest);
  quiz::Diagnostics diagnostics;
  const auto document = quiz::workflow::seal_contest(*dir.load(), kBefore, dir.writer(), true, diagnostics);
  REQUIRE(document);
  CHECK(quiz::tests::rows_text(document->rows).ends_with("2023-09-10T05:53:20+07:00\n"));
  REQUIRE(document->notes.size() == 1);
  CHECK(quiz::tests::sentence(document->notes[0]) == "nothing was changed: this was a dry run [dry-run]");
  CHECK(asking(dir) == "failed: the contest \"small\" is not sealed yet [seal.missing]");
  CHECK_FALSE(std::filesystem::exists(dir.path() / "contest.db"));
}

TEST_CASE("a contest without a store or without a seal in it is not sealed") {
  const ContestDir dir(kFixedContest);
  CHECK(asking(dir) == "failed: the contest \"small\" is not sealed yet [seal.missing]");
  std::ignore = Store::open(dir.path() / "contest.db", dir.writer());
  CHECK(asking(dir) == "failed: the contest \"small\" is not sealed yet [seal.missing]");
}

TEST_CASE("a changed contest.yaml is refused with both digests") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  CHECK(asking(dir) == "none");
  const std::string changed = replaced(kFixedContest, "time_limit: 10m", "time_limit: 11m");
  dir.folder().add("contest.yaml", changed);
  CHECK(asking(dir) == "integrity: contest.yaml has changed since the contest was sealed: it was " +
                           quiz::crypto::hex(quiz::crypto::sha256(kFixedContest)) + ", now it is " +
                           quiz::crypto::hex(quiz::crypto::sha256(changed)) + " [seal.changed]");
}

TEST_CASE("a bank that says something else is refused, one that only looks different is not") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  dir.folder().add("banks/small.yaml", "# a comment\n" + std::string(kBank));
  CHECK(asking(dir) == "none");
  dir.folder().add("banks/small.yaml", replaced(kBank, "key: true\n- id: q4", "key: false\n- id: q4"));
  CHECK(asking(dir).starts_with(
      "integrity: banks/small.yaml has changed since the contest was sealed: it was "));
}

TEST_CASE("a store of another contest is refused") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  dir.folder().add("contest.yaml", replaced(kFixedContest, "id: small\n", "id: other\n"));
  CHECK(asking(dir) ==
        "integrity: contest.db belongs to the contest \"small\", not to \"other\" [seal.other-contest]");
}

TEST_CASE("a round that the seal does not know is refused") {
  const ContestDir dir(kFixedContest);
  dir.seal();
  const auto folder = dir.load();
  Seal seal = require_seal(stored(dir).get(), *folder);
  const quiz::contest::Round& round = folder->contest.rounds[0];
  CHECK(quiz::workflow::questions_of(seal, round) == seal.rounds[0].second);
  seal.rounds.clear();
  CHECK(failure([&] { std::ignore = quiz::workflow::questions_of(seal, round); }) ==
        "integrity: the seal knows no round \"w1\" [seal.round-missing]");
}

TEST_CASE("the key of hashes is the beginning of an HMAC under the seed") {
  Seal seal;
  seal.seed = quiz::crypto::sha256("a seed");
  const auto mac = quiz::crypto::hmac_sha256(quiz::crypto::view(seal.seed), "quiz/1 sheet digest");
  const quiz::HashKey key = quiz::workflow::hash_key(seal);
  CHECK(std::equal(key.begin(), key.end(), mac.begin()));
}
