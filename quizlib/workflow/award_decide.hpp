// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace quiz::workflow {

/// Which tie is decided, and how.
struct DecideRequest {
  std::string award;
  std::string round;  ///< empty: the list is not of one, as the next two
  std::string track;
  std::string block;
  std::string order;          ///< ids or codes joined by `;`: who gets the first seat, the next, …
  std::filesystem::path lot;  ///< a file with a public source of chance a line; empty: by `order`
  std::string reason;
  bool dry_run = false;
};

/// Record the decision on an open tie: by an order of its candidates, of whom those who get no seat may be
/// left out, or by lot (docs/formats/lot.md). Gives the order, and of a lot the transcript; a dry run of a
/// lot shows only who takes part and their root.
///
/// Throws Error{not_found} for an unknown award, round, track or block; Error{usage} where neither an order
/// nor a lot is given or a reason lacks; Error{failed} where there is no such tie, where the order does not
/// decide it, or where the award draws lots and an order is given.
[[nodiscard]] report::Document decide(const std::shared_ptr<const ContestFolder>& folder,
                                      const DecideRequest& request, unsigned threads, Instant now,
                                      const Writer& writer);

}  // namespace quiz::workflow
