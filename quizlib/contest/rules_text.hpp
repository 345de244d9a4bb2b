// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/text/catalogue.hpp>

#include <string>
#include <vector>

namespace quiz::contest {

struct RulesColumn {
  std::string heading;
  bool is_number = false;

  friend bool operator==(const RulesColumn&, const RulesColumn&) = default;
};

/// Without columns there is no table.
struct RulesTable {
  std::vector<RulesColumn> columns;
  std::vector<std::vector<std::string>> rows;

  friend bool operator==(const RulesTable&, const RulesTable&) = default;
};

/// A point of a list: `a)` and its text.
struct RulesPoint {
  std::string mark;
  std::string text;

  friend bool operator==(const RulesPoint&, const RulesPoint&) = default;
};

/// A text, then perhaps a list and a table that belong to it.
struct RulesParagraph {
  std::string mark;  ///< `1.`; empty where the article has no other paragraph
  std::string text;
  std::vector<RulesPoint> points{};
  RulesTable table{};

  friend bool operator==(const RulesParagraph&, const RulesParagraph&) = default;
};

struct RulesArticle {
  std::string heading;  ///< `Article 1. Who may take part`
  std::vector<RulesParagraph> paragraphs;
  bool on_sitting = false;  ///< about time, papers, attempts, points and predictions: what who sits must know
};

/// The rules of a contest as its officials publish them, in one language.
struct RulesText {
  std::string title;      ///< of the contest
  std::string organizer;  ///< empty: not named
  std::vector<RulesArticle> articles;
};

/// What the rules are about.
struct RulesSource {
  const Contest& contest;
  const Items& items;
  const std::vector<bank::Bank>& banks;  ///< beside `contest.banks`
  const roster::GroupTree& groups;       ///< for the names of groups that conditions name; empty: none
};

/// Everything that contest.yaml says and leaves to its defaults, as sentences in the catalogue's language.
/// What differs between rounds or tracks is said for each, and all else once. What can have no effect is not
/// said: which attempt is kept where there is one, what becomes of several rounds where there is one.
///
/// Needs a contest in whose papers `check` finds no error.
[[nodiscard]] RulesText rules_text(const RulesSource& source, const text::Catalogue& catalogue);

}  // namespace quiz::contest
