// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <string>

namespace quiz::store {

/// Who wants to write, and how long to wait for another writer.
struct Writer {
  std::string name;  ///< the command and the process, for whoever has to wait
  Milliseconds patience{30'000};
};

}  // namespace quiz::store
