// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/app.hpp>
#include <cli/options.hpp>

#include <quizlib/text/catalogue.hpp>

#include <span>
#include <string>
#include <string_view>

namespace quiz::cli {

/// What `quiz` alone prints: what it is, its nouns, three examples.
[[nodiscard]] std::string short_help(std::span<const Command> commands, const text::Catalogue& catalogue);

/// What `quiz help` alone prints: the same and the topics.
[[nodiscard]] std::string long_help(std::span<const Command> commands, const text::Catalogue& catalogue);

/// What `quiz help help` prints: the topics.
[[nodiscard]] std::string topics_help(const text::Catalogue& catalogue);

/// What a noun alone prints: its verbs with an example each.
[[nodiscard]] std::string noun_help(std::span<const Command> commands, std::string_view noun,
                                    const text::Catalogue& catalogue);

/// What `--help` prints for a command: usage, arguments, options, examples, the other verbs of its noun.
[[nodiscard]] std::string command_help(std::span<const Command> commands, const Options& options,
                                       const text::Catalogue& catalogue);

}  // namespace quiz::cli
