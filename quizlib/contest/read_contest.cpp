// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>

#include <quizlib/contest/reader.hpp>

#include <cstddef>
#include <utility>

namespace quiz::contest {
namespace {

constexpr std::string_view kFormat = "quiz-contest/1";

/// Whether the file says that it is of another format. Then that is the only finding: its fields are another
/// matter.
bool is_other_format(io::Fields& contest) {
  const std::optional<std::string> format = contest.text("format", true);
  if (!format || *format == kFormat) return false;
  contest.error(*contest.optional("format"), "format-unknown", {{"format", *format}, {"expected", kFormat}});
  return true;
}

}  // namespace

std::optional<Contest> read_contest(const io::YamlDocument& document, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  Reader reader{document, diagnostics, {}};
  reader.contest.file = document.file;
  io::Fields contest = reader.fields(document.root, "contest");
  if (is_other_format(contest)) return std::nullopt;
  read_header(reader, contest);
  read_tracks(reader, contest);
  read_rounds(reader, contest);
  read_age_on(reader, contest);
  read_ranking(reader, contest);
  read_awards(reader, contest);
  read_publish(reader, contest);
  contest.finish();
  if (diagnostics.errors() != errors_before) return std::nullopt;
  return std::move(reader.contest);
}

}  // namespace quiz::contest
