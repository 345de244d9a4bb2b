// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <string>

namespace quiz::cli {

/// Standard input, a line at a time, for whoever has something else to do when none comes.
class LineReader {
 public:
  enum class Got { line, nothing, end };

  /// The next line without its end into `line`; nothing where none comes within `wait`, or a signal does. At
  /// the end of the input a last line may lack its end. A line is cut at 1 MiB.
  [[nodiscard]] Got next(std::string& line, Milliseconds wait);

 private:
  [[nodiscard]] bool cut(std::string& line);

  std::string buffer_;
  bool ended_ = false;
};

}  // namespace quiz::cli
