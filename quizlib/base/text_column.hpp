// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz {

/// A column of texts kept in one piece of memory: a million short ones cost their bytes and four more each.
/// Holds at most 4 GiB of text.
class TextColumn {
 public:
  void push_back(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  /// Make room for `texts` more texts of `bytes` together, and for no more than that.
  void reserve(std::size_t texts, std::size_t bytes) {
    ends_.reserve(ends_.size() + texts);
    bytes_.reserve(bytes_.size() + bytes);
  }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// Of all texts together.
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  [[nodiscard]] bool empty() const { return ends_.empty(); }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace quiz
