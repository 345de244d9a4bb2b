// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <string>

namespace quiz::workflow {

struct HoldRequest {
  bool on = false;
  std::string reason;  ///< may be empty
  bool dry_run = false;
};

/// Hold back the lists of standings and winners, or let them go. Setting what is set already is recorded
/// again. Throws as `require_seal` does.
[[nodiscard]] report::Document hold(const ContestFolder& folder, const HoldRequest& request, Instant now,
                                    const Writer& writer);

}  // namespace quiz::workflow
