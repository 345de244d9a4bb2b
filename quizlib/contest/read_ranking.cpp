// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

namespace quiz::contest {

void read_ranking(Reader& reader, io::Fields& contest) {
  const io::YamlNode* node = contest.required("ranking");
  if (node == nullptr) return;
  io::Fields fields = reader.fields(*node, "ranking");
  reader.contest.order = read_order(fields, "order", true);
  if (fields.word("across_rounds", {"sum", "best"}) == 1) reader.contest.across_rounds = AcrossRounds::best;
  reader.contest.resolution =
      read_duration(fields, "resolution", Milliseconds{1}).value_or(reader.contest.resolution);
  fields.finish();
}

}  // namespace quiz::contest
