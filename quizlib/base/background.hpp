// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <functional>
#include <memory>

namespace quiz {

/// Does work beside its owner: one job after the other, in the order in which they were given. No signal
/// comes to it.
///
/// Once a job has thrown, those after it are dropped, and every call throws the same again.
class Background {
 public:
  Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  /// Waits for all jobs.
  ~Background();

  /// Give it a job; returns at once.
  void run(std::function<void()> job);
  /// Wait for all jobs at most so long. Whether they are done.
  [[nodiscard]] bool wait_for(Milliseconds patience);

 private:
  struct Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace quiz
