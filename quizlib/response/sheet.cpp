// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/sheet.hpp>

#include <array>

namespace quiz::response {

std::string_view name(Verdict verdict) {
  static constexpr std::array<std::string_view, kVerdicts> kNames{
      "accepted", "duplicate", "late", "over", "excluded", "unknown-entrant", "refused"};
  return kNames[static_cast<std::size_t>(verdict)];
}

void SheetBatch::clear() {
  entrant.clear();
  attempt.clear();
  started.clear();
  submitted.clear();
  duration.clear();
  prediction.clear();
  digest.clear();
  items.clear();
  codes.clear();
}

}  // namespace quiz::response
