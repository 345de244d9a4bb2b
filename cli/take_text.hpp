// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/open_sitting.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What a sitting says in both of its forms.
namespace quiz::cli {

/// `20:00`, `1:05:00`; what has begun counts as whole. Days and days are `>99:59:59`.
[[nodiscard]] std::string clock_face(Milliseconds left);

/// What stands before the n-th choice, from 0: `a`.
[[nodiscard]] std::string choice_letter(std::size_t position);

/// A text of a bank or a contest in lines of at most so many cells, also broken where it has newlines;
/// hostile characters visible. At least one line.
[[nodiscard]] std::vector<std::string> shown_lines(std::string_view text, std::size_t cells);

/// Which round and attempt it is, how many questions and how much time there are.
[[nodiscard]] std::vector<Message> introduction(const workflow::OpenSitting& sitting,
                                                const text::Catalogue& catalogue);

/// That what stands for a prediction is none.
[[nodiscard]] Message no_prediction(const workflow::OpenSitting& sitting);

[[nodiscard]] Message prediction_question(const workflow::OpenSitting& sitting);
[[nodiscard]] std::string receipt_line(const workflow::OpenSitting& sitting, const workflow::Receipt& receipt,
                                       const text::Catalogue& catalogue);

}  // namespace quiz::cli
