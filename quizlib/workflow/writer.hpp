// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/store/writer.hpp>

namespace quiz::workflow {

using store::Writer;

}  // namespace quiz::workflow
