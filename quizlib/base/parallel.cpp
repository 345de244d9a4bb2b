// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace quiz {
namespace {

/// The indices still to be done, handed out from the lowest, and the failure at the lowest index so far.
class Queue {
 public:
  Queue(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  /// Work until nothing is left or somebody has failed.
  ///
  /// Indices are handed out in order: whatever is lower than a failed one has been handed out before and is
  /// finished, so which failure is the lowest does not depend on the threads.
  void drain() {
    while (!failed_.load(std::memory_order_relaxed)) {
      const std::size_t i = next_.fetch_add(1, std::memory_order_relaxed);
      if (i >= count_) return;
      try {
        work_(i);
      } catch (...) {
        keep(i, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void keep(std::size_t i, std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_ || i < failed_at_) {
      failed_at_ = i;
      failure_ = std::move(failure);
    }
    failed_.store(true, std::memory_order_relaxed);
  }

  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::size_t failed_at_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

unsigned hardware_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

void parallel_for(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  Queue queue(count, work);
  {
    std::vector<std::jthread> helpers;
    const std::size_t wanted = std::min<std::size_t>(threads, count);
    helpers.reserve(wanted);
    try {
      while (helpers.size() + 1 < wanted) helpers.emplace_back([&queue] { queue.drain(); });
    } catch (const std::system_error&) {
      // The system grants no more threads; those that there are do the work.
    }
    queue.drain();
  }
  queue.rethrow();
}

}  // namespace quiz
