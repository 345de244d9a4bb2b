// SPDX-License-Identifier: Apache-2.0
#include <cli/writer.hpp>

#include <quizlib/report/output.hpp>

#include <unistd.h>

#include <string>

namespace quiz::cli {

workflow::Writer writer(const Context& context, std::string_view command) {
  if (context.everywhere.writes_file() && !context.everywhere.dry_run)
    report::check_writable(context.at(context.everywhere.output), context.everywhere.overwrite);
  return {"quiz " + std::string(command) + " (" + std::to_string(::getpid()) + ")", context.lock_wait};
}

}  // namespace quiz::cli
