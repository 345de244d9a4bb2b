// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/language.hpp>

#include <span>

namespace quiz::bank {

/// Read an item of a bank in `languages`. What is wrong becomes an error in `diagnostics`, and the item that
/// comes back lacks it.
[[nodiscard]] Item read_item(const io::YamlDocument& document, const io::YamlNode& node,
                             std::span<const text::Language> languages, Diagnostics& diagnostics);

}  // namespace quiz::bank
