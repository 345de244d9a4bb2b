// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace quiz {

/// How many threads "all cores" means here; at least 1.
[[nodiscard]] unsigned hardware_threads();

/// Call `work(i)` for every i in [0, count), on up to `threads` threads (the caller's among them), and return
/// when all are done. Each call must touch only its own results, so that the number of threads never shows in
/// them. The first exception, by lowest i, is thrown again here.
void parallel_for(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace quiz
