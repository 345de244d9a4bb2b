// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace quiz::roster {

/// Remembers what was worked out for the cells of a column, most of which have few distinct values. Keeps
/// views of the cells, of at most 65,536 distinct ones; what comes later is worked out each time.
template <class Result>
class ValueCache {
 public:
  /// `work(cell)`, or what it gave for the same bytes before.
  template <class Work>
  [[nodiscard]] Result operator()(std::string_view cell, Work work) {
    if (const auto found = results_.find(cell); found != results_.end()) return found->second;
    const Result result = work(cell);
    if (results_.size() < kLimit) results_.emplace(cell, result);
    return result;
  }

 private:
  static constexpr std::size_t kLimit = 65'536;

  std::unordered_map<std::string_view, Result> results_;
};

}  // namespace quiz::roster
