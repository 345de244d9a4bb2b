// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tests/support/case_file.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace quiz::tests {

/// What came of running a case.
struct CaseResult {
  CaseFile sections;  ///< with exit, out and err as they came
  std::vector<std::string>
      failures;  ///< what cannot be approved: a file that differs, a case that makes no sense
};

/// Run a case in `folder`, which becomes the current one. Its clock stands at the last `at`, its environment
/// is empty but for what a command line sets in front of `quiz`.
[[nodiscard]] CaseResult run_case(const CaseFile& sections, const std::filesystem::path& folder);

}  // namespace quiz::tests
