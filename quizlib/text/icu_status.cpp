// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/icu_status.hpp>

#include <quizlib/base/error.hpp>

#include <unicode/utypes.h>

namespace quiz::text {

void require_icu(int status) {
  // The sentence has no arguments: to fill them in would need the ICU that has just failed.
  if (status > U_ZERO_ERROR) throw Error(ErrorKind::failed, Message("text.unicode-data"));
}

}  // namespace quiz::text
