// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/wrap.hpp>

#include <quizlib/text/icu_status.hpp>
#include <quizlib/text/width.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>

namespace quiz::text {
namespace {

struct Close {
  void operator()(UText* view) const { utext_close(view); }
};

/// The pieces between the places where a line may end, each with the blanks after it.
std::vector<std::string_view> pieces(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  require_icu(status);
  const std::unique_ptr<UText, Close> view(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  require_icu(status);
  breaks->setText(view.get(), status);
  require_icu(status);
  std::vector<std::string_view> result;
  std::size_t begin = 0;
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    result.push_back(text.substr(begin, static_cast<std::size_t>(end) - begin));
    begin = static_cast<std::size_t>(end);
  }
  return result;
}

std::string_view without_blanks_at_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t cells) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view piece : pieces(text)) {
    if (!line.empty() && width(line) + width(without_blanks_at_end(piece)) > cells) {
      lines.emplace_back(without_blanks_at_end(line));
      line.clear();
    }
    line += piece;
  }
  if (lines.empty() || !line.empty()) lines.emplace_back(without_blanks_at_end(line));
  return lines;
}

}  // namespace quiz::text
