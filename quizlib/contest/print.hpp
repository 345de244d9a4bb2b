// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/contest.hpp>
#include <quizlib/io/json_writer.hpp>

namespace quiz::contest {

/// Write the fields of the contest with every default in force, named and nested as in contest.yaml, into the
/// object that is open in `json`.
void write_json(const Contest& contest, io::JsonWriter& json);

}  // namespace quiz::contest
