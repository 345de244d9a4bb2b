// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/hash.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <filesystem>
#include <memory>
#include <optional>

namespace quiz::workflow {

/// Where a contest's store is.
[[nodiscard]] std::filesystem::path store_path(const ContestFolder& folder);

/// Throws Error{failed} where the contest has no store at all and so is not sealed: whoever opens one for
/// writing asks first, for that would make it.
void require_store(const ContestFolder& folder);

/// The seal of the contest, after comparing its digests with the files as they are. Throws Error{failed}
/// where the contest is not sealed (with the command to run), Error{integrity} with both digests where
/// contest.yaml or a bank has changed since.
[[nodiscard]] store::Seal require_seal(store::Store* store, const ContestFolder& folder);

/// Seal a contest: draw the seed, record the digests, give the commitment to publish. Nothing is sealed, and
/// nothing returned, where `contest::check` finds errors with the banks and groups; entrants may still come.
/// Sealing after the first opening is a warning among the notes. A dry run changes nothing and has no
/// commitment. Throws Error{failed} where it is sealed already.
[[nodiscard]] std::optional<report::Document> seal_contest(const ContestFolder& folder, Instant now,
                                                           const Writer& writer, bool dry_run,
                                                           Diagnostics& diagnostics);

/// The question digest that sealing pinned for a round. Throws Error{integrity} where it pinned none.
[[nodiscard]] const crypto::Bytes32& questions_of(const store::Seal& seal, const contest::Round& round);

/// The key of all hashes of a contest's store: from the seed, so that nobody outside can make two sheets
/// collide, and everybody can recompute them once the seed is published.
[[nodiscard]] HashKey hash_key(const store::Seal& seal);

}  // namespace quiz::workflow
