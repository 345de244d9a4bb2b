// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace quiz::text {

/// Throws Error{failed} where `status`, a UErrorCode, is a failure: ICU's data is missing or broken.
void require_icu(int status);

}  // namespace quiz::text
