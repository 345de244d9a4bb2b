// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace quiz::cli {

/// Run the program with the arguments of the process. Returns its exit code.
int main(int argc, const char* const* argv);

}  // namespace quiz::cli
