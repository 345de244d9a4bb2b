// SPDX-License-Identifier: Apache-2.0
#include <cli/writer.hpp>

#include <unistd.h>

#include <string>

namespace quiz::cli {

workflow::Writer writer(const Context& context, std::string_view command) {
  return {"quiz " + std::string(command) + " (" + std::to_string(::getpid()) + ")", context.lock_wait};
}

}  // namespace quiz::cli
