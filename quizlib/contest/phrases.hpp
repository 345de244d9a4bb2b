// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/contest/rules_text.hpp>
#include <quizlib/text/catalogue.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::contest {

using Strings = std::vector<std::string>;

/// `yes` or `no`, which patterns of the catalogue select by.
[[nodiscard]] Argument choice(std::string_view name, bool yes);

/// Whose columns a name is one of: the same word may mean two things.
enum class ColumnOf { entrants, groups, lists };

/// The parts of sentences about a contest, in one language. Keeps views of what it is made from.
class Phrases {
 public:
  Phrases(const RulesSource& source, const text::Catalogue& catalogue)
      : source_(source),
        catalogue_(catalogue) {}

  [[nodiscard]] const Contest& contest() const { return source_.contest; }
  [[nodiscard]] const Items& items() const { return source_.items; }

  /// The catalogue's `rules.<key>`.
  [[nodiscard]] std::string say(std::string_view key, std::vector<Argument> arguments = {}) const;

  /// `a, b and c`; `a, b or c`. Need at least one.
  [[nodiscard]] std::string all_of(const Strings& texts) const { return joined(texts, "list.and"); }
  [[nodiscard]] std::string one_of(const Strings& texts) const { return joined(texts, "list.or"); }
  [[nodiscard]] std::string quoted(std::string_view text) const;

  /// A title between quotation marks, the id where there is none.
  [[nodiscard]] std::string title(const text::Localized& title, std::string_view id) const;
  [[nodiscard]] std::string organizer() const;
  [[nodiscard]] std::string track(TrackNo track) const;
  [[nodiscard]] std::string round(RoundNo round) const;
  [[nodiscard]] std::string prize(const Prize& prize) const;
  [[nodiscard]] std::string award(const Award& award) const { return title(award.title, award.id.text); }
  /// By its title, with the name in contest.yaml where two banks share that.
  [[nodiscard]] std::string bank(std::uint32_t bank) const;
  /// `the rounds “Week 1” and “Week 2”`
  [[nodiscard]] std::string rounds(const std::vector<RoundNo>& rounds) const;
  [[nodiscard]] std::string tracks(const std::vector<TrackNo>& tracks) const;
  [[nodiscard]] std::string level(std::string_view level) const;
  [[nodiscard]] std::string language(text::Language language) const;
  [[nodiscard]] std::string column(std::string_view name, ColumnOf of) const;

  [[nodiscard]] std::string number(std::int64_t count) const;
  [[nodiscard]] std::string number(Decimal value) const;
  /// `1 point`, `2.5 points`
  [[nodiscard]] std::string points(Points points) const;
  /// `25%` of a share of 0.25.
  [[nodiscard]] std::string percent_of_share(Decimal share) const;
  [[nodiscard]] std::string percent(Decimal percent) const;
  [[nodiscard]] std::string duration(Milliseconds duration) const;
  /// In the contest's zone. A midnight at which something closes is the 24:00 of the day that it ends.
  [[nodiscard]] std::string moment(Instant instant, bool closes) const;
  [[nodiscard]] std::string date(Date date) const;
  [[nodiscard]] std::string money(const std::string& digits, std::string_view currency) const;

  /// `aged 15 or older and with the residence “BK”`. Needs a condition that is not empty.
  [[nodiscard]] std::string condition(const Condition& condition, ColumnOf of) const;

 private:
  [[nodiscard]] std::string joined(const Strings& texts, std::string_view last) const;
  [[nodiscard]] std::string test(const Test& test, ColumnOf of) const;
  [[nodiscard]] std::string value(const Test& test, const std::string& value) const;
  [[nodiscard]] bool has(std::string_view key) const { return catalogue_.has(key); }

  const RulesSource& source_;
  const text::Catalogue& catalogue_;
};

}  // namespace quiz::contest
