// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstddef>
#include <sstream>
#include <utility>
#include <vector>

namespace quiz::tests {

/// Tries a property on values that rapidcheck makes up, the same in every run, and shows the smallest that it
/// does not hold for.
template <class Property>
void check_property(Property property) {
  rc::detail::TestParams params;
  params.maxSuccess = 500;
  const rc::detail::TestResult result =
      rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
  std::ostringstream story;
  rc::detail::printResultMessage(result, story);
  INFO(story.str());
  CHECK(result.is<rc::detail::SuccessResult>());
}

/// A number from `least` to `most`, each as likely as any other from the first case on.
template <class Number>
[[nodiscard]] Number between(Number least, Number most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(least, most + 1));
}

/// The values in some order.
template <class T>
[[nodiscard]] std::vector<T> shuffled(std::vector<T> values) {
  for (std::size_t left = values.size(); left > 1; --left)
    std::swap(values[left - 1], values[between<std::size_t>(0, left - 1)]);
  return values;
}

}  // namespace quiz::tests

/// A test case of a property, whose parameters are made up: `QUIZ_PROPERTY("sentence", (int a, int b)) {
/// RC_ASSERT(…); }`.
#define QUIZ_PROPERTY(name, parameters) QUIZ_PROPERTY_OF(DOCTEST_ANONYMOUS(property_), name, parameters)
#define QUIZ_PROPERTY_OF(function, name, parameters)          \
  static void function parameters;                            \
  TEST_CASE(name) { quiz::tests::check_property(&function); } \
  static void function parameters
