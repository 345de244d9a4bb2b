// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/diagnostics.hpp>

#include <utility>

namespace quiz {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  if (++per_code_[diagnostic.message.code] <= kKeptPerCode) kept_.push_back(std::move(diagnostic));
}

std::map<std::string, std::size_t> Diagnostics::dropped() const {
  std::map<std::string, std::size_t> result;
  for (const auto& [code, count] : per_code_) {
    if (count > kKeptPerCode) result[code] = count - kKeptPerCode;
  }
  return result;
}

}  // namespace quiz
