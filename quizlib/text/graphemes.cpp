// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/graphemes.hpp>

#include <quizlib/text/icu_status.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace quiz::text {
namespace {

using Breaks = icu::BreakIterator;

struct Close {
  void operator()(UText* view) const { utext_close(view); }
};

std::vector<std::string_view> cut_at(Breaks* (*make)(const icu::Locale&, UErrorCode&),
                                     std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<Breaks> breaks(make(icu::Locale::getRoot(), status));
  require_icu(status);
  const std::unique_ptr<UText, Close> view(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  require_icu(status);
  breaks->setText(view.get(), status);
  require_icu(status);
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::int32_t end = breaks->next(); end != Breaks::DONE; end = breaks->next()) {
    pieces.push_back(text.substr(begin, static_cast<std::size_t>(end) - begin));
    begin = static_cast<std::size_t>(end);
  }
  return pieces;
}

}  // namespace

std::vector<std::string_view> graphemes(std::string_view text) {
  return cut_at(&Breaks::createCharacterInstance, text);
}

std::vector<std::string_view> line_pieces(std::string_view text) {
  return cut_at(&Breaks::createLineInstance, text);
}

}  // namespace quiz::text
