// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quiz::workflow {

// The functions of this header take bank files, or without any the banks of the contest found from `start`,
// and show texts in `language`, else in the bank's first. Nothing comes back where a file has errors.

/// Which items to list; an empty field asks for nothing.
struct ItemFilter {
  std::string skill;
  std::string tag;
  std::string difficulty;
  bool retired = false;  ///< the retired ones instead of the active ones
};

/// The items of banks, one a row.
[[nodiscard]] std::optional<report::Document> list_items(const std::filesystem::path& start,
                                                         std::span<const std::filesystem::path> files,
                                                         const ItemFilter& filter, text::Language language,
                                                         Diagnostics& diagnostics);

/// One item with its choices: `reference` is an id that is unique among the banks, or `BANK/ITEM`. Throws
/// Error{not_found}.
[[nodiscard]] std::optional<report::Document> show_item(const std::filesystem::path& start,
                                                        std::span<const std::filesystem::path> files,
                                                        std::string_view reference, text::Language language,
                                                        Diagnostics& diagnostics);

/// What banks consist of, one a row: items by type, difficulty and status, points, digests.
[[nodiscard]] std::optional<report::Document> bank_statistics(const std::filesystem::path& start,
                                                              std::span<const std::filesystem::path> files,
                                                              Diagnostics& diagnostics);

}  // namespace quiz::workflow
