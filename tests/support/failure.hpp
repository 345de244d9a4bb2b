// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/error.hpp>

#include <tests/support/sentence.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace quiz::tests {

/// The Error that an action ends with: `failed: contest.db is not a store of quiz [store.foreign]`, paths
/// within `folder` without it; `none` where there is none.
template <class Action>
std::string failure(const Action& action, const std::filesystem::path& folder = {}) {
  constexpr std::array<std::string_view, 6> kKinds{"failed",    "usage",     "integrity",
                                                   "not_found", "try_again", "interrupted"};
  try {
    action();
  } catch (const Error& error) {
    std::string text =
        std::string(kKinds.at(static_cast<std::size_t>(error.kind()))) + ": " + sentence(error.message());
    const std::string prefix = folder.string() + "/";
    for (std::size_t at = text.find(prefix); !folder.empty() && at != std::string::npos;
         at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }
  return "none";
}

}  // namespace quiz::tests
