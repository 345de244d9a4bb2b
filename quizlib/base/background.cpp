// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/background.hpp>

#include <signal.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace quiz {

struct Background::Worker {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::function<void()>> jobs;  ///< the first one stays until it is done
  std::exception_ptr failure;
  bool ends = false;
  std::jthread thread;

  void work() {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [this] { return ends || !jobs.empty(); });
      if (jobs.empty()) return;
      const std::function<void()> job = jobs.front();
      lock.unlock();
      std::exception_ptr thrown;
      try {
        job();
      } catch (...) {
        thrown = std::current_exception();
      }
      lock.lock();
      jobs.pop_front();
      if (thrown) {
        failure = thrown;
        jobs.clear();
      }
      changed.notify_all();
    }
  }

  void rethrow() const {
    if (failure) std::rethrow_exception(failure);
  }
};

Background::Background() : worker_(std::make_unique<Worker>()) {
  // Signals are for those who know what to do about them; a thread is born with the mask of its maker.
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  worker_->thread = std::jthread([worker = worker_.get()] { worker->work(); });
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Background::~Background() {
  const std::lock_guard lock(worker_->mutex);
  worker_->ends = true;
  worker_->changed.notify_all();
}

void Background::run(std::function<void()> job) {
  const std::lock_guard lock(worker_->mutex);
  worker_->rethrow();
  worker_->jobs.push_back(std::move(job));
  worker_->changed.notify_all();
}

bool Background::wait_for(Milliseconds patience) {
  std::unique_lock lock(worker_->mutex);
  const bool done = worker_->changed.wait_for(lock, patience, [this] { return worker_->jobs.empty(); });
  worker_->rethrow();
  return done;
}

}  // namespace quiz
