// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace quiz::rehearsal {

/// 65,536 / (1 + exp(-x / 100)), rounded, from a table with steps of 1/16 between which it is linear: the
/// chance, out of 65,536, that somebody succeeds whose advantage is x hundredths of a logit. Beyond 8 logits
/// either way the value at 8.
[[nodiscard]] std::int32_t logistic(std::int32_t hundredths);

}  // namespace quiz::rehearsal
