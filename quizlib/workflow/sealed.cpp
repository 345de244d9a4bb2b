// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sealed.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/contest/check.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/paper/paper.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace quiz::workflow {
namespace {

/// SHA-256("quiz/1 commit" NUL seed, contest digest, bank digests): hides the digests until the seed is out.
crypto::Bytes32 commitment(const store::Seal& seal) {
  crypto::Sha256 hash;
  hash.update(std::string_view("quiz/1 commit\0", 14));
  hash.update(crypto::view(seal.seed));
  hash.update(crypto::view(seal.contest_digest));
  for (const store::SealedBank& bank : seal.banks) hash.update(crypto::view(bank.digest));
  return hash.finish();
}

void compare(std::string_view file, const crypto::Bytes32& sealed, const crypto::Bytes32& now) {
  if (sealed == now) return;
  throw Error(
      ErrorKind::integrity,
      Message("seal.changed", {{"file", file}, {"sealed", crypto::hex(sealed)}, {"now", crypto::hex(now)}}));
}

[[noreturn]] void not_sealed(const ContestFolder& folder) {
  throw Error(ErrorKind::failed, Message("seal.missing", {{"contest", folder.contest.id}}));
}

/// Somebody has written to the files since they were loaded.
[[noreturn]] void changing(const ContestFolder& folder) {
  throw Error(ErrorKind::try_again, Message("seal.changing", {{"contest", folder.contest.id}}));
}

std::optional<bank::Bank> read_bank(const std::string& file, const std::string& source) {
  Diagnostics ignored;
  const auto document = io::parse_yaml(file, source, ignored);
  return document ? bank::read_bank(*document, ignored) : std::nullopt;
}

store::Seal make_seal(const ContestFolder& folder, Instant now) {
  const contest::Contest& contest = folder.contest;
  store::Seal seal;
  seal.contest = contest.id;
  seal.seed = crypto::random_bytes();
  seal.contest_digest = folder.digest;
  seal.sealed_at = now;
  for (std::size_t i = 0; i < folder.banks.size(); ++i) seal.banks.push_back(sealed_bank(folder, i));
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) {
    seal.rounds.emplace_back(contest.rounds[round].id.text,
                             paper::round_questions(contest, folder.banks, round));
  }
  seal.commitment = commitment(seal);
  return seal;
}

}  // namespace

std::filesystem::path store_path(const ContestFolder& folder) { return folder.path / "contest.db"; }

void require_store(const ContestFolder& folder) {
  if (!std::filesystem::exists(store_path(folder))) not_sealed(folder);
}

store::SealedBank sealed_bank(const ContestFolder& folder, std::size_t position) {
  const contest::NamedBank& named = folder.contest.banks[position];
  const std::string source = io::read_file(folder.path / named.file);
  const crypto::Bytes32 digest = bank::digest(folder.banks[position]);
  // Nothing is sealed that has not been checked.
  if (const auto bank = read_bank(named.file, source); !bank || bank::digest(*bank) != digest)
    changing(folder);
  return {named.name, digest, source};
}

store::Seal require_contest_seal(store::Store* store, const ContestFolder& folder,
                                 store::DecisionCount as_of) {
  auto seal = store == nullptr ? std::nullopt : store->seal(as_of);
  if (!seal) not_sealed(folder);
  if (seal->contest != folder.contest.id) {
    throw Error(ErrorKind::integrity, Message("seal.other-contest", {{"contest", folder.contest.id},
                                                                     {"sealed", seal->contest},
                                                                     {"path", store_path(folder).string()}}));
  }
  compare(folder.contest.file, seal->contest_digest, folder.digest);
  if (seal->banks.size() != folder.contest.banks.size()) store->database().damaged();
  return *std::move(seal);
}

store::Seal require_seal(store::Store* store, const ContestFolder& folder, store::DecisionCount as_of) {
  store::Seal seal = require_contest_seal(store, folder, as_of);
  for (std::size_t i = 0; i < folder.banks.size(); ++i)
    compare(folder.banks[i].file, seal.banks[i].digest, bank::digest(folder.banks[i]));
  return seal;
}

std::shared_ptr<const ContestFolder> with_sealed_banks(const ContestFolder& now, store::Store& store,
                                                       store::DecisionCount as_of) {
  Diagnostics diagnostics;
  std::shared_ptr<ContestFolder> folder =
      load_contest(now.path, {.groups = true, .roster = true}, diagnostics);
  if (!folder) changing(now);
  const store::Seal seal = require_contest_seal(&store, *folder, as_of);
  for (std::size_t i = 0; i < seal.banks.size(); ++i) {
    auto bank = read_bank(folder->contest.banks[i].file, seal.banks[i].source);
    if (!bank || bank::digest(*bank) != seal.banks[i].digest) store.database().damaged();
    folder->banks.push_back(*std::move(bank));
  }
  folder->items.emplace(folder->contest, folder->banks);
  return folder;
}

std::optional<report::Document> seal_contest(const ContestFolder& folder, Instant now, const Writer& writer,
                                             bool dry_run, Diagnostics& diagnostics) {
  contest::check(folder.contest, *folder.items, folder.groups, nullptr, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const auto store =
      dry_run ? store::Store::open(store_path(folder)) : store::Store::open(store_path(folder), writer);
  const contest::Contest& contest = folder.contest;
  if (store && store->seal())
    throw Error(ErrorKind::failed, Message("seal.already", {{"contest", contest.id}}));

  report::Document document;
  document.name = "seal";
  document.contest = contest.id;
  document.title = contest.title;
  document.provisional = true;
  report::Cell shown_commitment;
  if (dry_run) {
    document.notes.emplace_back("dry-run");
  } else {
    const store::Seal seal = make_seal(folder, now);
    store::Transaction transaction(store->database());
    store->put(seal);
    transaction.commit();
    shown_commitment = crypto::hex(seal.commitment);
  }
  document.rows = report::table("rows", {{"commitment"}, {"sealed_at", report::Kind::instant}},
                                {{shown_commitment, contest.zone.format(now)}});
  const auto opens =
      std::ranges::min(contest.rounds, {}, [](const contest::Round& r) { return r.window().opens; });
  if (now >= opens.window().opens) document.notes.emplace_back("seal.after-opening");
  return document;
}

const crypto::Bytes32& questions_of(const store::Seal& seal, const contest::Round& round) {
  for (const auto& [id, questions] : seal.rounds) {
    if (id == round.id.text) return questions;
  }
  throw Error(ErrorKind::integrity, Message("seal.round-missing", {{"round", round.id.text}}));
}

HashKey hash_key(const store::Seal& seal) {
  const crypto::Bytes32 bytes = crypto::hmac_sha256(crypto::view(seal.seed), "quiz/1 sheet digest");
  HashKey key{};
  std::copy_n(bytes.begin(), key.size(), key.begin());
  return key;
}

}  // namespace quiz::workflow
