// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace quiz {

/// Told now and then how far long work has come: `done` of `total`, 0 where the total is not known. May throw
/// Error{interrupted} to stop the work. Empty: nobody listens.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

}  // namespace quiz
