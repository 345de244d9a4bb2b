// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cli/context.hpp>

#include <quizlib/workflow/writer.hpp>

#include <string_view>

namespace quiz::cli {

/// Who we are to whoever has to wait for us: the command and the process. Throws where the file of `-o`
/// cannot be written: nothing is changed whose answer would be lost.
[[nodiscard]] workflow::Writer writer(const Context& context, std::string_view command);

}  // namespace quiz::cli
