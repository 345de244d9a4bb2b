// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace quiz::contest {
namespace {

constexpr std::array<std::string_view, 3> kDifficulties{"easy", "medium", "hard"};
constexpr std::array<std::string_view, 2> kShuffles{"items", "choices"};

/// The position among the contest's banks of the one that a section names.
std::optional<std::uint32_t> read_bank(Reader& reader, io::Fields& fields, const io::YamlNode& node) {
  if (!node.is_scalar()) {
    fields.error(node, "not-text", {{"field", "bank"}});
    return std::nullopt;
  }
  const std::vector<NamedBank>& banks = reader.contest.banks;
  const auto found = std::ranges::find(banks, node.text, &NamedBank::name);
  if (found != banks.end()) return static_cast<std::uint32_t>(std::distance(banks.begin(), found));
  std::vector<std::string_view> names;
  for (const NamedBank& bank : banks) names.push_back(bank.name);
  fields.error(node, "bank-unknown", {{"bank", node.text}, {"suggestion", nearest(node.text, names)}});
  return std::nullopt;
}

std::vector<bank::Difficulty> read_difficulty(io::Fields& fields) {
  std::vector<bank::Difficulty> result;
  for (const io::YamlNode* entry : entries(fields, "difficulty"))
    if (const std::optional<std::size_t> word =
            read_word(fields, *entry, "difficulty", entry->text, kDifficulties))
      result.push_back(static_cast<bank::Difficulty>(*word));
  return result;
}

Section read_section(Reader& reader, const io::YamlNode& written, TrackNo track) {
  const io::YamlNode node = for_track(reader, written, track);
  io::Fields fields = reader.fields(node, "section");
  Section section;
  section.place = reader.document.place(node);
  if (const io::YamlNode* bank = fields.required("bank"))
    section.bank = read_bank(reader, fields, *bank).value_or(0);
  section.skills = read_texts(fields, "skills").texts;
  section.tags = read_texts(fields, "tags").texts;
  section.difficulty = read_difficulty(fields);
  section.draw = read_count(fields, "draw", "all", true).value_or(section.draw);
  section.points = read_points(fields, "points");
  if (section.points && section.points->units <= 0)
    fields.error(*fields.optional("points"), "points-not-positive",
                 {{"value", format_points(*section.points)}});
  fields.finish();
  return section;
}

}  // namespace

Blueprint read_paper(Reader& reader, const io::YamlNode& written, TrackNo track) {
  const io::YamlNode node = for_track(reader, written, track);
  io::Fields fields = reader.fields(node, "paper");
  Blueprint paper;
  for (const io::YamlNode* section : entries(fields, "sections", true))
    paper.sections.push_back(read_section(reader, *section, track));
  if (fields.optional("shuffle") != nullptr) {
    paper.shuffle_items = false;
    paper.shuffle_choices = false;
    for (const io::YamlNode* entry : fields.list("shuffle")) {
      const std::optional<std::size_t> word = read_word(fields, *entry, "shuffle", entry->text, kShuffles);
      paper.shuffle_items = paper.shuffle_items || word == 0;
      paper.shuffle_choices = paper.shuffle_choices || word == 1;
    }
  }
  fields.finish();
  return paper;
}

}  // namespace quiz::contest
