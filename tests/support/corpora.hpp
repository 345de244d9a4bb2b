// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

namespace quiz::tests {

/// The file or folder `name` of the public test data, which is no part of the repository: in QUIZ_CORPORA,
/// else in shared/corpora beside the repository. Where it is absent the test says that it is skipped.
inline std::optional<std::filesystem::path> corpus(std::string_view name) {
  const char* folder = std::getenv("QUIZ_CORPORA");
  const std::filesystem::path root = std::filesystem::path(__FILE__).parent_path() / ".." / "..";
  std::filesystem::path path = folder == nullptr ? root / ".." / "shared" / "corpora" : folder;
  path /= name;
  if (std::filesystem::exists(path)) return path.lexically_normal();
  MESSAGE("skipped: there is no ", path.lexically_normal().string());
  return std::nullopt;
}

}  // namespace quiz::tests
