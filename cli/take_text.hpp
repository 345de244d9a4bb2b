// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/workflow/open_sitting.hpp>

#include <cstddef>
#include <string>

namespace quiz::cli {

/// `20:00`, `1:05:00`; what has begun counts as whole.
[[nodiscard]] std::string clock_face(Milliseconds left);

/// What stands before the n-th choice, from 0: `a`.
[[nodiscard]] std::string choice_letter(std::size_t position);

/// What a sitting says in both of its forms.
[[nodiscard]] Message prediction_question(const workflow::OpenSitting& sitting);
[[nodiscard]] std::string receipt_line(const workflow::OpenSitting& sitting, const workflow::Receipt& receipt,
                                       const text::Catalogue& catalogue);

}  // namespace quiz::cli
