// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/crypto/stream.hpp>

#include <string>

// Made-up answers as cells of a table of sheets. Items with choices to choose take from `chance` what they
// took before there were others.
namespace quiz::rehearsal {

/// What somebody writes who knows it; of an essay some words.
[[nodiscard]] std::string right_answer(const bank::Item& item, crypto::Stream& chance);

/// What somebody writes who does not; of an essay fewer words. Texts are what other items of `items` accept,
/// so that one may be right by chance.
[[nodiscard]] std::string wrong_answer(const bank::Item& item, const contest::Items& items,
                                       crypto::Stream& chance);

}  // namespace quiz::rehearsal
