// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/background.hpp>

#include <quizlib/base/error.hpp>

#include <doctest/doctest.h>

#include <future>
#include <tuple>
#include <vector>

using quiz::Background;

namespace {

constexpr quiz::Milliseconds kLong = std::chrono::minutes(1);

}  // namespace

TEST_CASE("jobs are done in their order, and all of them before waiting ends") {
  std::vector<int> done;
  Background background;
  background.run([&] { done.push_back(1); });
  background.run([&] { done.push_back(2); });
  background.run([&] { done.push_back(3); });
  CHECK(background.wait_for(kLong));
  CHECK(done == std::vector{1, 2, 3});
}

TEST_CASE("what a job throws ends the work and comes out of every call after it") {
  std::vector<int> done;
  Background background;
  background.run([&] { done.push_back(1); });
  background.run([] { throw quiz::Error(quiz::ErrorKind::failed, quiz::Message("test.failed")); });
  CHECK_THROWS_AS(std::ignore = background.wait_for(kLong), quiz::Error);
  CHECK_THROWS_AS(std::ignore = background.wait_for(quiz::Milliseconds(0)), quiz::Error);
  CHECK_THROWS_AS(background.run([&] { done.push_back(2); }), quiz::Error);
  CHECK(done == std::vector{1});
}

TEST_CASE("whoever does not wait to the end is told so") {
  std::promise<void> gate;
  Background background;
  background.run([&] { gate.get_future().wait(); });
  CHECK_FALSE(background.wait_for(quiz::Milliseconds(1)));
  gate.set_value();
  CHECK(background.wait_for(kLong));
}

TEST_CASE("whoever goes waits for the jobs") {
  std::vector<int> done;
  {
    Background background;
    background.run([&] { done.push_back(1); });
    background.run([&] { done.push_back(2); });
  }
  CHECK(done == std::vector{1, 2});
}
