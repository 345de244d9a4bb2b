// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace quiz {

/// The version of the program, such as "1.2.3".
[[nodiscard]] std::string_view version();

}  // namespace quiz
