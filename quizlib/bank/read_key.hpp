// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/text/language.hpp>

#include <span>

namespace quiz::bank {

/// Read what items of the type of `item` have and others do not: choices, pairs, number or text. What is
/// wrong is reported and left out; a field of another type is `bank.field-of-type`.
void read_key(io::Fields& fields, std::span<const text::Language> languages, Item& item);

}  // namespace quiz::bank
