// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/store.hpp>

#include <quizlib/store/columns.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

// What officials fix and decide: the seal, frozen figures, marks, decisions.
namespace quiz::store {
namespace {

/// The words for kinds of decisions, in the order of the enumerators.
constexpr std::array<std::string_view, 11> kDecisionKinds{
    "tie", "lot", "admit", "hold", "freeze", "disqualify", "merge", "split", "late-file", "marks", "regrade"};

/// Texts as one, a line each, and back; line ends in them as `\n`, backslashes as `\\`.
std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    for (const char c : text) {
      if (c == '\n' || c == '\\') all.push_back('\\');
      all.push_back(c == '\n' ? 'n' : c);
    }
    all.push_back('\n');
  }
  return all;
}

std::vector<std::string> lines(std::string_view all) {
  std::vector<std::string> texts;
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == '\n') {
      texts.push_back(std::exchange(text, {}));
    } else if (all[i] == '\\' && i + 1 < all.size()) {
      text.push_back(all[++i] == 'n' ? '\n' : all[i]);
    } else {
      text.push_back(all[i]);
    }
  }
  return texts;
}

crypto::Bytes32 bytes32(Database& database, std::string_view blob) {
  crypto::Bytes32 bytes{};
  if (blob.size() != bytes.size()) database.damaged();
  std::memcpy(bytes.data(), blob.data(), bytes.size());
  return bytes;
}

}  // namespace

std::string_view name(Decision::Kind kind) { return kDecisionKinds.at(static_cast<std::size_t>(kind)); }

std::optional<Seal> Store::seal(DecisionCount as_of) {
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
  banks.bind(1, as_of);
  while (banks.step())
    seal.banks.push_back(
        {std::string(banks.text(0)), bytes32(*database_, banks.blob(1)), std::string(banks.text(2))});
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
  for (std::size_t i = 0; i < seal.banks.size(); ++i) put(i, 0, seal.banks[i]);
  for (const auto& [round, questions] : seal.rounds) {
    database_->statement("put_sealed_round").bind_text(1, round).bind_blob(2, crypto::view(questions)).run();
  }
}

void Store::put(std::size_t position, DecisionCount since, const SealedBank& bank) {
  database_->statement("put_sealed_bank")
      .bind(1, as_signed(position))
      .bind(2, since)
      .bind_text(3, bank.name)
      .bind_blob(4, crypto::view(bank.digest))
      .bind_text(5, bank.source)
      .run();
}

std::vector<Frozen> Store::frozen(DecisionCount as_of) {
  std::vector<Frozen> all;
  Statement rows = database_->statement("get_frozen");
  rows.bind(1, as_of);
  while (rows.step()) {
    all.push_back({std::string(rows.text(0)), std::string(rows.text(1)), as_unsigned(rows.integer(2)),
                   as_unsigned(rows.integer(3)), as_unsigned(rows.integer(4)), as_unsigned(rows.integer(5)),
                   instant(rows.integer(6)), static_cast<DecisionCount>(rows.integer(7))});
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
      .bind(8, frozen.since)
      .run();
}

std::vector<Mark> Store::marks(DecisionCount as_of) {
  std::vector<Mark> all;
  Statement rows = database_->statement("get_marks");
  rows.bind(1, as_of);
  while (rows.step())
    all.push_back({hash128(*database_, rows.blob(0)), std::string(rows.text(1)), Points{rows.integer(2)}});
  return all;
}

void Store::put(const Mark& mark) {
  database_->statement("put_mark")
      .bind_blob(1, view(mark.sheet))
      .bind_text(2, mark.item)
      .bind(3, mark.points.units)
      .run();
}

std::vector<Decision> Store::decisions() {
  std::vector<Decision> all;
  Statement rows = database_->statement("get_decisions");
  while (rows.step()) {
    const auto kind = std::ranges::find(kDecisionKinds, rows.text(0));
    if (kind == kDecisionKinds.end()) database_->damaged();
    all.push_back({static_cast<Decision::Kind>(kind - kDecisionKinds.begin()), std::string(rows.text(1)),
                   std::string(rows.text(2)), std::string(rows.text(3)), std::string(rows.text(4)),
                   lines(rows.text(5)), lines(rows.text(6)), std::string(rows.text(7)),
                   instant(rows.integer(8)), as_unsigned(rows.integer(9))});
  }
  return all;
}

DecisionCount Store::put(const Decision& decision) {
  const std::string subjects = joined(decision.subjects);
  const std::string sources = joined(decision.sources);
  database_->statement("put_decision")
      .bind_text(1, name(decision.kind))
      .bind_text(2, decision.award)
      .bind_text(3, decision.round)
      .bind_text(4, decision.track)
      .bind_text(5, decision.block)
      .bind_text(6, subjects)
      .bind_text(7, sources)
      .bind_text(8, decision.reason)
      .bind(9, ms(decision.made_at))
      .run();
  Statement count = database_->statement("count_decisions");
  return count.step() ? static_cast<DecisionCount>(count.integer(0)) : 0;
}

}  // namespace quiz::store
