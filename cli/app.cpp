// SPDX-License-Identifier: Apache-2.0
#include <cli/app.hpp>

#include <quizlib/base/version.hpp>

#include <fmt/core.h>

namespace quiz::cli {

int main(int, const char* const*) {
  fmt::print("quiz {}\n", version());
  return 0;
}

}  // namespace quiz::cli
