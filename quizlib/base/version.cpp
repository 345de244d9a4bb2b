// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/version.hpp>

namespace quiz {

std::string_view version() { return QUIZ_VERSION; }

}  // namespace quiz
