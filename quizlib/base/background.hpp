// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace quiz {

/// Does work beside its owner: one job after the other, in the order in which they were given.
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
  /// Return when all jobs are done.
  void wait();
  /// Throw what a job has thrown, without waiting for those that are not done.
  void check();

 private:
  struct Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace quiz
