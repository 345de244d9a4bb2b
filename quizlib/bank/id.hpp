// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/fields.hpp>
#include <quizlib/io/yaml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace quiz::bank {

/// Whether `text` may be an id in organisers' files: 1 to 64 of the letters A-Z and a-z, digits, `-`, `_`
/// and `.`.
[[nodiscard]] bool is_id(std::string_view text);

/// Read an id. `<prefix>.id-invalid` where it is something else, `<prefix>.field-missing` where it is absent
/// and `required`.
[[nodiscard]] std::optional<std::string> read_id(io::Fields& fields, std::string_view key,
                                                 bool required = true);

}  // namespace quiz::bank
