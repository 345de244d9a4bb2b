// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/parallel.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using quiz::parallel_for;

namespace {

/// How often each index was worked on.
std::vector<int> visits(unsigned threads, std::size_t count) {
  std::vector<int> result(count);
  parallel_for(threads, count, [&result](std::size_t i) { ++result[i]; });
  return result;
}

/// The index whose failure came out, where `fails` of them fail.
std::size_t failure(unsigned threads, std::size_t count, const std::set<std::size_t>& fails) {
  struct Failure {
    std::size_t index;
  };
  try {
    parallel_for(threads, count, [&fails](std::size_t i) {
      if (fails.contains(i)) throw Failure{i};
    });
  } catch (const Failure& failure) {
    return failure.index;
  }
  return count;
}

}  // namespace

TEST_CASE("every index is worked on once, whatever the number of threads") {
  CHECK(visits(0, 100) == std::vector<int>(100, 1));
  CHECK(visits(1, 100) == std::vector<int>(100, 1));
  CHECK(visits(2, 1000) == std::vector<int>(1000, 1));
  CHECK(visits(8, 1000) == std::vector<int>(1000, 1));
  CHECK(visits(8, 3) == std::vector<int>(3, 1));
}

TEST_CASE("where there is nothing to do, nothing is done") {
  CHECK(visits(1, 0).empty());
  CHECK(visits(4, 0).empty());
}

TEST_CASE("one thread is the caller, in order") {
  std::vector<std::size_t> order;
  const std::thread::id caller = std::this_thread::get_id();
  parallel_for(1, 4, [&](std::size_t i) {
    CHECK(std::this_thread::get_id() == caller);
    order.push_back(i);
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("no more threads work than were asked for") {
  std::mutex mutex;
  std::set<std::thread::id> workers;
  parallel_for(3, 200, [&](std::size_t) {
    const std::lock_guard lock(mutex);
    workers.insert(std::this_thread::get_id());
  });
  CHECK(workers.size() <= 3);
}

TEST_CASE("of several failures the one at the lowest index comes out, every time") {
  CHECK(failure(1, 100, {70, 7, 99}) == 7);
  for (int run = 0; run < 200; ++run) {
    CHECK(failure(4, 100, {12, 13, 14, 15, 16, 40}) == 12);
  }
}

TEST_CASE("without a failure nothing comes out") { CHECK(failure(4, 100, {}) == 100); }

TEST_CASE("after a failure no further work is begun") {
  std::atomic<std::size_t> begun = 0;
  CHECK_THROWS_WITH_AS(parallel_for(1, 100,
                                    [&begun](std::size_t i) {
                                      ++begun;
                                      if (i == 3) throw std::runtime_error("stop");
                                    }),
                       "stop", std::runtime_error);
  CHECK(begun == 4);
}

TEST_CASE("the machine has at least one thread") { CHECK(quiz::hardware_threads() >= 1); }
