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

#include <cstddef>
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
/// contest.yaml or a bank has changed since; with a number of decisions, since then.
[[nodiscard]] store::Seal require_seal(store::Store* store, const ContestFolder& folder,
                                       store::DecisionCount as_of = store::kNow);

/// The same without a look at the banks, for whoever finds out what has changed in them.
[[nodiscard]] store::Seal require_contest_seal(store::Store* store, const ContestFolder& folder,
                                               store::DecisionCount as_of = store::kNow);

/// The contest with its banks as they were after so many decisions, and groups, entrants and exclusions as
/// their files are now. `now` has been loaded from those files without an error.
[[nodiscard]] std::shared_ptr<const ContestFolder> with_sealed_banks(const ContestFolder& now,
                                                                     store::Store& store,
                                                                     store::DecisionCount as_of);

/// Seal a contest: draw the seed, record the digests, give the commitment to publish. Nothing is sealed, and
/// nothing returned, where `contest::check` finds errors with the banks and groups; entrants may still come.
/// Sealing after the first opening is a warning among the notes. A dry run changes nothing and has no
/// commitment. Throws Error{failed} where it is sealed already.
[[nodiscard]] std::optional<report::Document> seal_contest(const ContestFolder& folder, Instant now,
                                                           const Writer& writer, bool dry_run,
                                                           Diagnostics& diagnostics);

/// A bank of the contest, by its position, as it is sealed.
[[nodiscard]] store::SealedBank sealed_bank(const ContestFolder& folder, std::size_t position);

/// The question digest that sealing pinned for a round. Throws Error{integrity} where it pinned none.
[[nodiscard]] const crypto::Bytes32& questions_of(const store::Seal& seal, const contest::Round& round);

/// The key of all hashes of a contest's store: from the seed, so that nobody outside can make two sheets
/// collide, and everybody can recompute them once the seed is published.
[[nodiscard]] HashKey hash_key(const store::Seal& seal);

}  // namespace quiz::workflow
