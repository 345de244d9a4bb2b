// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace quiz::workflow {

/// `quiz paper show`: the paper of an entrant's attempt, item by item, choices in the order shown. With open
/// registration `track` says in which track the entrant is. Throws Error{failed} for a contest that is not
/// sealed, Error{not_found} for an unknown round, track or entrant.
[[nodiscard]] report::Document show_paper(const ContestFolder& folder, const std::string& round,
                                          const std::string& entrant, const std::string& track,
                                          std::uint32_t attempt, text::Language language);

}  // namespace quiz::workflow
