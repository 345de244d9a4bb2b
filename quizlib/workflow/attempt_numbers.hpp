// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>

#include <cstdint>
#include <vector>

namespace quiz::workflow {

/// A sheet whose paper depends on its attempt number.
struct NumberedSheet {
  Hash128 entrant;  ///< of the id
  RoundNo round = 0;
  std::int64_t moment = 0;  ///< started, else submitted; kMissing comes last
  std::int64_t submitted = 0;
  std::uint32_t row = kNone;  ///< in the file; kNone: stored already
  std::uint32_t attempt = 0;  ///< of a stored sheet
};

/// The attempt numbers of a file's rows where the file gives none: 1, 2, … by moment among all sheets of an
/// entrant and round; sheets of the same moments are of one attempt. Stored sheets keep their numbers, and
/// rows between them take the numbers between theirs, as when a killed run goes on. 0: a later stored sheet
/// leaves the row no number.
[[nodiscard]] std::vector<std::uint32_t> number_attempts(std::vector<NumberedSheet> sheets, std::size_t rows);

}  // namespace quiz::workflow
