// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/sheet.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using quiz::response::SheetBatch;
using quiz::response::Verdict;

TEST_CASE("every verdict has a word") {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < quiz::response::kVerdicts; ++i) words.push_back(name(static_cast<Verdict>(i)));
  CHECK(words == std::vector<std::string_view>{"accepted", "duplicate", "late", "over", "excluded",
                                               "unknown-entrant", "refused"});
  CHECK(name(Verdict::refused) == "refused");
}

TEST_CASE("a cleared batch keeps its round and paper size for further sheets") {
  SheetBatch batch;
  batch.round = 1;
  batch.paper_size = 1;
  batch.entrant = {0};
  batch.attempt = {1};
  batch.started = batch.submitted = batch.duration = batch.prediction = {5};
  batch.digest = {{1, 1}};
  batch.items = {2};
  batch.codes = {1};
  CHECK(batch.size() == 1);
  batch.clear();
  CHECK(batch.size() == 0);
  CHECK(batch.round == 1);
  CHECK(batch.paper_size == 1);
  const bool is_empty = batch.attempt.empty() && batch.started.empty() && batch.submitted.empty() &&
                        batch.duration.empty() && batch.prediction.empty() && batch.digest.empty() &&
                        batch.items.empty() && batch.codes.empty();
  CHECK(is_empty);
}
