// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::tests {

/// Every finding as an English reader gets it, in the order found:
/// `entrants.csv:3 (id): error: the entrant has no id [roster.id-missing]`.
inline std::vector<std::string> findings(const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> kSeverities{"note", "warning", "error"};
  const text::Catalogue english(text::Language::en);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : diagnostics.kept()) {
    const Place& place = finding.place;
    std::string line = place.file;
    if (place.line != 0) line += ':' + std::to_string(place.line);
    if (place.column != 0) line += ':' + std::to_string(place.column);
    if (!place.where.empty()) line += " (" + place.where + ')';
    line += ": ";
    line += kSeverities.at(static_cast<std::size_t>(finding.severity));
    line += ": " + english.format(finding.message) + " [" + finding.message.code + ']';
    lines.push_back(line);
  }
  return lines;
}

}  // namespace quiz::tests
