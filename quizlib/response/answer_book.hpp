// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/response/sheet.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quiz::response {

/// Numbers the listed answers to each item from 1, as they come. Knows them by their hashes, so that essays
/// need not be kept in memory.
class AnswerBook {
 public:
  /// New answers to one item, the first of which has the code `first`.
  struct Addition {
    AnswerCode first = 1;
    std::vector<std::string> texts;
  };

  AnswerBook(const HashKey& key, std::size_t items) : key_(key), pages_(items) {}

  /// Take note of an answer that is stored already. Needs them in the order of their codes.
  void know(ItemNo item, std::string_view text);
  /// The code of an answer; a new one gets the next code.
  AnswerCode intern(ItemNo item, std::string_view text);
  /// What has been new to the item since this was asked last.
  [[nodiscard]] Addition take_new(ItemNo item);

 private:
  struct LowHalf {
    std::size_t operator()(const Hash128& hash) const { return hash.low; }
  };
  struct Page {
    std::unordered_map<Hash128, AnswerCode, LowHalf> codes;
    std::vector<std::string> fresh;  ///< the last of `codes`
  };

  HashKey key_;
  std::vector<Page> pages_;  ///< by item
};

}  // namespace quiz::response
