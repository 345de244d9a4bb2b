// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/report/output.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::tests {

inline const text::Catalogue& english() {
  static const text::Catalogue catalogue(text::Language::en);
  return catalogue;
}

inline const text::Catalogue& vietnamese() {
  static const text::Catalogue catalogue(text::Language::vi);
  return catalogue;
}

/// A document that is about no contest.
inline report::Document document(std::vector<report::Column> columns,
                                 std::vector<std::vector<report::Cell>> rows) {
  report::Document result;
  result.name = "demo";
  result.rows = report::table("rows", std::move(columns), std::move(rows));
  return result;
}

inline std::string rendered(const report::Document& document, report::Format format,
                            const text::Catalogue& catalogue = english(), std::size_t width = 0) {
  std::string out;
  report::render(document, catalogue, {.format = format, .width = width},
                 [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace quiz::tests
