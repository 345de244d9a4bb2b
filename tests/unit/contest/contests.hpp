// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>
#include <tests/support/findings.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Contests written in the tests, and what is found in them.
namespace quiz::tests {

/// The least that a contest needs.
inline constexpr std::string_view kSmallContest = R"(format: quiz-contest/1
id: demo
title: Thi thử
languages: [vi]
timezone: Asia/Ho_Chi_Minh
banks: {general: banks/general.yaml}
rounds:
- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-30 17:00
  paper:
    sections:
    - {bank: general, draw: 2}
ranking: {order: [points, duration]}
)";

/// `text` with the one place where `part` stands replaced. Throws where there is none, or a second.
inline std::string with(std::string_view text, std::string_view part, std::string_view replacement) {
  const std::size_t at = text.find(part);
  if (at == std::string_view::npos || text.find(part, at + 1) != std::string_view::npos)
    throw std::invalid_argument("not there exactly once: " + std::string(part));
  return std::string(text.substr(0, at)).append(replacement).append(text.substr(at + part.size()));
}

/// A small contest with further lines.
inline std::string small_contest_and(std::string_view lines) {
  return std::string(kSmallContest).append(lines);
}

using Lines = std::vector<std::string>;

/// Every finding as an English reader gets it: `7:3: error: sentence [code]`, then `help: ...`. The name of
/// contest.yaml is left out.
inline Lines described(const Diagnostics& diagnostics) {
  constexpr std::string_view kFile = "contest.yaml:";
  const text::Catalogue english(text::Language::en);
  Lines lines;
  std::size_t i = 0;
  for (const std::string& finding : findings(diagnostics)) {
    lines.push_back(finding.starts_with(kFile) ? finding.substr(kFile.size()) : finding);
    const std::string help = english.help(diagnostics.kept()[i++].message);
    if (!help.empty()) lines.push_back("help: " + help);
  }
  return lines;
}

inline std::optional<contest::Contest> read(std::string_view yaml, Diagnostics& diagnostics) {
  const auto document = io::parse_yaml("contest.yaml", std::string(yaml), diagnostics);
  if (!document) return std::nullopt;
  return contest::read_contest(*document, diagnostics);
}

/// The contest of a file without findings.
inline contest::Contest contest_of(std::string_view yaml) {
  Diagnostics diagnostics;
  std::optional<contest::Contest> contest = read(yaml, diagnostics);
  const Lines found = described(diagnostics);
  if (!contest || !found.empty()) throw std::invalid_argument(found.empty() ? "no contest" : found.front());
  return *std::move(contest);
}

/// What is found in a file.
inline Lines findings_in(std::string_view yaml) {
  Diagnostics diagnostics;
  const std::optional<contest::Contest> contest = read(yaml, diagnostics);
  Lines found = described(diagnostics);
  // An error and a contest exclude each other.
  if (contest.has_value() == diagnostics.has_errors()) found.emplace_back("contest and errors");
  return found;
}

}  // namespace quiz::tests

/// Lets a failed check show the findings.
template <>
struct doctest::StringMaker<quiz::tests::Lines> {
  static String convert(const quiz::tests::Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text.c_str();
  }
};
