// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>

#include <filesystem>
#include <optional>

namespace quiz::workflow {

/// `quiz contest show`: the contest found from `start` with every default in force. As JSON all of it, named
/// as in contest.yaml; as tables the settings, then rounds, sections, scoring, tracks, awards, terms of
/// scores, and prizes with their amount, the places of a list, the number of lists and the total. Nothing
/// where contest.yaml has errors.
[[nodiscard]] std::optional<report::Document> show_contest(const std::filesystem::path& start,
                                                           text::Language language, Diagnostics& diagnostics);

}  // namespace quiz::workflow
