// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>

#include <array>
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

/// Every finding as an English reader gets it: `7:3: error: sentence [code]`, then `help: ...`.
inline std::vector<std::string> described(const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> kSeverities{"note", "warning", "error"};
  const text::Catalogue english(text::Language::en);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : diagnostics.kept()) {
    const Place& place = finding.place;
    std::string line = place.file == "contest.yaml" ? std::string() : place.file + ':';
    if (place.line != 0) line += std::to_string(place.line) + ':';
    if (place.column != 0) line += std::to_string(place.column) + ':';
    if (!line.empty()) line += ' ';
    line += kSeverities.at(static_cast<std::size_t>(finding.severity));
    line += ": " + english.format(finding.message) + " [" + finding.message.code + ']';
    lines.push_back(line);
    const std::string help = english.help(finding.message);
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
  const std::vector<std::string> found = described(diagnostics);
  if (!contest || !found.empty()) throw std::invalid_argument(found.empty() ? "no contest" : found.front());
  return *std::move(contest);
}

/// What is found in a file.
inline std::vector<std::string> findings_in(std::string_view yaml) {
  Diagnostics diagnostics;
  const std::optional<contest::Contest> contest = read(yaml, diagnostics);
  std::vector<std::string> found = described(diagnostics);
  // An error and a contest exclude each other.
  if (contest.has_value() == diagnostics.has_errors()) found.emplace_back("contest and errors");
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace quiz::tests
