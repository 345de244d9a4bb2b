// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>

#include <optional>

namespace quiz::workflow {

/// A text as a cell; no text is absent.
[[nodiscard]] report::Cell in_language(const text::Localized& text, text::Language language);

/// What is right, and what there is to choose from (docs/commands/bank_show.md); nothing for an essay.
[[nodiscard]] std::optional<report::Table> key_table(const bank::Item& item, text::Language language);

}  // namespace quiz::workflow
