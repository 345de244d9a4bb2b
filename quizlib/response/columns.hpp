// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/io/yaml.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::response {

/// What a table of sheets may say of a sheet, besides answers and registration.
enum class Field { entrant, round, attempt, started_at, submitted_at, duration_ms, prediction };

inline constexpr std::array<std::string_view, 7> kFieldNames{
    "entrant", "round", "attempt", "started_at", "submitted_at", "duration_ms", "prediction"};

/// The columns of entrants.csv that sheets may bring along where registration is open, besides the id.
inline constexpr std::array<std::string_view, 11> kRegistrationColumns{
    "name",        "group",         "track",     "birth_date", "gender",     "phone",
    "national_id", "registered_at", "residence", "kind",       "time_factor"};

/// How answers are written: choice ids; letters or numbers that count choices as the entrant saw them; the
/// choices' texts.
enum class AnswerForm { ids, letters, numbers, texts };
enum class DateOrder { ymd, dmy, mdy };

/// A foreign table's columns (`quiz-columns/1`, docs/formats/sheets.md).
struct ColumnMap {
  std::vector<std::pair<std::string, std::string>> columns;  ///< our name, theirs
  std::vector<std::string> items;  ///< their columns of answers, in the order of the paper
  AnswerForm answers = AnswerForm::ids;
  DateOrder date_order = DateOrder::ymd;
};

/// Read a mapping; findings have `columns.*` codes. Nothing is returned when there was an error.
[[nodiscard]] std::optional<ColumnMap> read_column_map(const io::YamlDocument& document,
                                                       Diagnostics& diagnostics);

/// Where a table of sheets holds what: positions of columns.
struct Layout {
  struct ItemColumn {
    std::uint32_t column = 0;
    ItemNo item = kNone;  ///< kNone: the item at the same position of the entrant's paper
  };

  std::array<std::uint32_t, kFieldNames.size()> fields{};  ///< by Field; kNone: the table has no such column
  std::vector<std::pair<std::string, std::uint32_t>> registration;
  std::vector<ItemColumn> items;  ///< either all by item or all by position
  bool by_position = false;
  std::size_t width = 0;  ///< cells of a record
  AnswerForm answers = AnswerForm::ids;
  DateOrder date_order = DateOrder::ymd;

  [[nodiscard]] std::uint32_t field(Field f) const { return fields[static_cast<std::size_t>(f)]; }
};

/// Find the columns of a header, by names compared in NFC without blanks at their ends. Findings at line 1 of
/// `file`: `sheets.encoding`; in our own form `.column-twice`, `.column-unknown`, `.item-twice`,
/// `.entrant-missing`; of a mapping, which leaves other columns alone, `.column-missing`, `.column-twice`,
/// `.items-many` and `.items-few` (more or fewer columns of answers than any paper has items); in both
/// `.registration-closed` (registration columns where a roster decides). Nothing is returned when there was
/// an error.
[[nodiscard]] std::optional<Layout> find_columns(std::span<const std::string_view> header,
                                                 std::string_view file, const ColumnMap* map,
                                                 const contest::Contest& contest, const contest::Items& items,
                                                 Diagnostics& diagnostics);

}  // namespace quiz::response
