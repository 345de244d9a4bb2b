// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/error.hpp>

#include <exception>

namespace quiz::workflow {

/// Does work on several files, so that one that cannot be read does not keep back the findings in the others.
class KeepGoing {
 public:
  /// Call `work`; an Error of it is kept for `finish`.
  template <class Work>
  void operator()(const Work& work) {
    try {
      work();
    } catch (const Error&) {
      if (!first_) first_ = std::current_exception();
    }
  }

  /// Throw the first Error again, if there was any.
  void finish() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::exception_ptr first_;
};

}  // namespace quiz::workflow
