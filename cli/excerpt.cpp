// SPDX-License-Identifier: Apache-2.0
#include <cli/excerpt.hpp>

#include <quizlib/text/characters.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/width.hpp>

#include <vector>

namespace quiz::cli {
namespace {

constexpr std::string_view kEllipsis = "…";

/// A character with the marks on it, which are never shown apart.
struct Cluster {
  std::string text;
  std::size_t width = 0;
};

struct Clusters {
  std::vector<Cluster> all;
  std::size_t marked = 0;  ///< the position of the one that holds the column; one past the end: none does
};

Clusters clusters(std::string_view line, std::uint32_t column) {
  Clusters result;
  std::uint32_t position = 0;
  text::for_each_character(line, [&](char32_t, std::string_view bytes) {
    const std::string shown = text::visible(bytes);
    const std::size_t width = text::width(shown);
    if (width == 0 && !result.all.empty()) {
      result.all.back().text += shown;
    } else {
      result.all.push_back({shown, width});
    }
    if (++position == column) result.marked = result.all.size() - 1;
  });
  if (column > position) result.marked = result.all.size();
  return result;
}

}  // namespace

Excerpt excerpt(std::string_view line, std::uint32_t column, std::size_t width) {
  const auto [all, marked] = clusters(line, column);
  std::size_t left = 0;
  for (const Cluster& cluster : all) left += cluster.width;

  // What does not fit is shown from where the marked character comes to stand in the middle.
  std::size_t first = 0;
  if (left > width) {
    std::size_t before = 0;
    for (first = marked; first > 0 && before + all[first - 1].width <= width / 2; --first) {
      before += all[first - 1].width;
    }
    for (std::size_t i = 0; i < first; ++i) left -= all[i].width;
  }
  Excerpt result;
  if (first != 0) result.text = kEllipsis;
  std::size_t used = text::width(result.text);
  result.caret = used;
  for (std::size_t i = first; i < all.size(); ++i) {
    if (i == marked) result.caret = used;
    if (used + left > width && used + all[i].width + text::width(kEllipsis) > width) {
      result.text += kEllipsis;
      return result;
    }
    result.text += all[i].text;
    used += all[i].width;
    left -= all[i].width;
  }
  if (marked == all.size()) result.caret = used;
  return result;
}

}  // namespace quiz::cli
