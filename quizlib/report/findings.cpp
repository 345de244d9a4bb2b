// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/findings.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace quiz::report {
namespace {

/// 0 is nowhere.
Cell position(std::uint32_t number) {
  if (number == 0) return {};
  return std::int64_t{number};
}

Cell filled(std::string text) {
  if (text.empty()) return {};
  return text;
}

}  // namespace

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

Document findings(const Diagnostics& diagnostics, const text::Catalogue& catalogue) {
  std::vector<std::vector<Cell>> rows;
  for (const Diagnostic& finding : diagnostics.kept()) {
    const Place& place = finding.place;
    std::string sentence = catalogue.format(finding.message);
    if (!place.where.empty()) sentence = place.where + ": " + sentence;
    rows.push_back({place.file, position(place.line), position(place.column),
                    std::string(name(finding.severity)), finding.message.code, std::move(sentence),
                    filled(catalogue.help(finding.message))});
  }
  Document document;
  document.name = "check";
  document.rows = table("rows",
                        {{"file"},
                         {"line", Kind::count},
                         {"column", Kind::count},
                         {"severity", Kind::word},
                         {"code"},
                         {"message"},
                         {"hint"}},
                        std::move(rows));
  std::int64_t dropped = 0;
  for (const auto& [code, count] : diagnostics.dropped()) dropped += static_cast<std::int64_t>(count);
  document.numbers = {{"errors", static_cast<std::int64_t>(diagnostics.errors())},
                      {"warnings", static_cast<std::int64_t>(diagnostics.warnings())},
                      {"not_listed", dropped}};
  return document;
}

}  // namespace quiz::report
