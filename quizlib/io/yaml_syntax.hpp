// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace quiz::io {

/// The code under which a sentence of yaml-cpp's parser is told to people; what nobody meets is
/// `yaml.syntax`.
[[nodiscard]] std::string_view code_of_syntax_error(std::string_view sentence);

}  // namespace quiz::io
