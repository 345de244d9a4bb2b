// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <tests/support/sentence.hpp>
#include <tests/support/small_contest.hpp>
#include <tests/support/temporary_folder.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace quiz::tests {

/// A cell as programs read it, a message as its sentence and code.
inline std::string cell_text(const report::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "yes" : "no";
  if (const auto* message = std::get_if<Message>(&cell)) return sentence(*message);
  std::string joined;
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    for (const std::string& entry : *list) joined += (joined.empty() ? "" : "+") + entry;
  }
  return joined;
}

/// The rows of a table, a line each, cells with `|` between them.
inline std::string rows_text(const report::Table& table) {
  std::string text;
  table.each([&](std::span<const report::Cell> row) {
    std::string line;
    for (const report::Cell& cell : row) line += (line.empty() ? "" : "|") + cell_text(cell);
    text += line + "\n";
  });
  return text;
}

/// A contest's folder for one test, with the small bank, sealed with a seed that is the same in every run.
class ContestDir {
 public:
  explicit ContestDir(std::string_view contest, std::string_view entrants = {},
                      std::string_view excluded = "id,from,reason\n") {
    folder_.add("contest.yaml", contest);
    folder_.add("banks/small.yaml", kBank);
    if (!entrants.empty()) folder_.add("entrants.csv", entrants);
    folder_.add("excluded.csv", excluded);
  }

  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  /// The contest as its files are now. Throws where there is a finding.
  [[nodiscard]] std::shared_ptr<const workflow::ContestFolder> load() const {
    Diagnostics diagnostics;
    std::shared_ptr<const workflow::ContestFolder> loaded =
        workflow::load_contest(folder_.path(), {.banks = true, .groups = true, .roster = true}, diagnostics);
    if (!loaded || !diagnostics.kept().empty())
      throw std::invalid_argument(sentence(diagnostics.kept().front().message));
    return loaded;
  }

  /// What `quiz contest seal` does, but for chance.
  void seal() const {
    const auto loaded = load();
    store::Seal seal;
    seal.contest = loaded->contest.id;
    seal.seed = seed();
    seal.contest_digest = loaded->digest;
    for (std::size_t i = 0; i < loaded->banks.size(); ++i)
      seal.banks.push_back({loaded->contest.banks[i].name, bank::digest(loaded->banks[i]), {}});
    for (RoundNo round = 0; round < loaded->contest.rounds.size(); ++round)
      seal.rounds.emplace_back(loaded->contest.rounds[round].id.text,
                               paper::round_questions(loaded->contest, loaded->banks, round));
    store::Store::open(path() / "contest.db", writer())->put(seal);
  }

  [[nodiscard]] static crypto::Bytes32 seed() { return crypto::sha256("a seed for tests"); }
  [[nodiscard]] static store::Writer writer() { return {"test", Milliseconds(0)}; }

  /// The paper of somebody's attempt in the first round, in its first track.
  [[nodiscard]] paper::Paper paper(std::string_view entrant, std::uint32_t attempt) const {
    const auto loaded = load();
    const paper::Drawer drawer(loaded->contest, *loaded->items, 0, seed(),
                               paper::round_questions(loaded->contest, loaded->banks, 0));
    return drawer.draw(entrant, 0, attempt);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace quiz::tests
