// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/regrade.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;

/// The positions of banks that are not as they were sealed. Throws where their questions are not either.
std::vector<std::size_t> changed_banks(const ContestFolder& sealed, const ContestFolder& now) {
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < now.banks.size(); ++i) {
    if (bank::digest(sealed.banks[i]) == bank::digest(now.banks[i])) continue;
    changed.push_back(i);
    if (const auto items = bank::changed_questions(sealed.banks[i], now.banks[i]); !items.empty())
      throw Error(ErrorKind::integrity,
                  Message("regrade.questions", {{"file", now.banks[i].file}, {"items", enumerated(items)}}));
  }
  if (changed.empty())
    throw Error(ErrorKind::failed, Message("regrade.unchanged", {{"contest", now.contest.id}}));
  return changed;
}

/// What is right, and of a text what counts when an answer is compared with it.
std::string key_of(const bank::Item& item) {
  std::string key = response::key_text(item);
  if (item.type == bank::ItemType::numeric) key += " ± " + format_decimal(item.number.tolerance);
  const text::Differences& match = item.text.match;
  if (item.type == bank::ItemType::text)
    key.append(" {case: ")
        .append(match.letter_case ? "true" : "false")
        .append(", marks: ")
        .append(match.marks ? "true" : "false")
        .append(", spaces: ")
        .append(match.spaces ? "true" : "false")
        .append("}");
  return key;
}

/// The items of which something else is right now. Both folders number them alike.
report::Table changed_keys(const ContestFolder& sealed, const ContestFolder& now) {
  std::vector<std::vector<Cell>> rows;
  for (ItemNo item = 0; item < now.items->size(); ++item) {
    const std::string before = key_of((*sealed.items)[item]);
    const std::string after = key_of((*now.items)[item]);
    if (before != after) rows.push_back({now.items->reference(item), text_cell(before), text_cell(after)});
  }
  return report::table("keys", {{"item"}, {"before"}, {"after"}}, std::move(rows));
}

}  // namespace

report::Document regrade(const std::shared_ptr<const ContestFolder>& folder, const Correction& correction,
                         const Writer& writer) {
  require_store(*folder);
  Correcting correcting;
  correcting.store = store::Store::open(store_path(*folder), writer);
  const auto sealed = with_sealed_banks(*folder, *correcting.store, store::kNow);
  const std::vector<std::size_t> changed = changed_banks(*sealed, *folder);
  correcting.before = std::make_unique<Results>(sealed, *correcting.store, correction.threads);
  store::Decision decision;
  decision.kind = store::Decision::Kind::regrade;
  for (const std::size_t i : changed) decision.subjects.push_back(folder->contest.banks[i].name);
  report::Document document =
      correct(correcting, folder, std::move(decision), correction, [&](store::DecisionCount number) {
        for (const std::size_t i : changed) correcting.store->put(i, number, sealed_bank(*folder, i));
      });
  document.more.push_back(changed_keys(*sealed, *folder));
  return document;
}

}  // namespace quiz::workflow
