// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/findings.hpp>
#include <tests/unit/report/documents.hpp>

#include <doctest/doctest.h>

using quiz::Diagnostics;
using quiz::Message;
using quiz::report::Format;

TEST_CASE("findings are rows with their place, code, sentence and hint") {
  Diagnostics diagnostics;
  diagnostics.error({"b.yaml", 9, 3, "tipe: single", ""},
                    Message("usage.option-unknown", {{"option", "--tpo"}, {"suggestion", "--top"}}));
  diagnostics.warning({"e.csv", 7, 0, "", "birth_date"}, Message("message.interrupted"));
  diagnostics.note({"", 0, 0, "", ""}, Message("check.clean"));
  CHECK(
      quiz::tests::rendered(quiz::report::findings(diagnostics, quiz::tests::english()), Format::json) ==
      "{\n"
      "  \"schema\": \"quiz/check/1\",\n"
      "  \"errors\": 1,\n"
      "  \"warnings\": 1,\n"
      "  \"not_listed\": 0,\n"
      "  \"rows\": [\n"
      "    {\"file\": \"b.yaml\", \"line\": 9, \"column\": 3, \"severity\": \"error\", \"code\": "
      "\"usage.option-unknown\", \"message\": \"there is no option \\\"--tpo\\\"\", \"hint\": \"did you mean "
      "\\\"--top\\\"?\"},\n"
      "    {\"file\": \"e.csv\", \"line\": 7, \"column\": null, \"severity\": \"warning\", \"code\": "
      "\"message.interrupted\", \"message\": \"birth_date: stopped\", \"hint\": null},\n"
      "    {\"file\": \"\", \"line\": null, \"column\": null, \"severity\": \"note\", \"code\": "
      "\"check.clean\", \"message\": \"nothing wrong was found\", \"hint\": null}\n"
      "  ]\n"
      "}\n");
}

TEST_CASE("findings beyond the first hundred of a code are counted as not listed") {
  Diagnostics diagnostics;
  for (int i = 0; i < 103; ++i) diagnostics.error({}, Message("message.interrupted"));
  const auto document = quiz::report::findings(diagnostics, quiz::tests::english());
  CHECK(document.numbers == std::vector<std::pair<std::string, std::int64_t>>{
                                {"errors", 103}, {"warnings", 0}, {"not_listed", 3}});
}
