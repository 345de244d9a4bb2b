// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/message.hpp>
#include <quizlib/io/json_writer.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace quiz::contest {
struct RulesText;
}

namespace quiz::report {

/// How a column's cells are written for people; programs get them as they are.
enum class Kind {
  text,
  count,     ///< a whole number (int64)
  decimal,   ///< an exact decimal number as ASCII text: points, means, percents
  instant,   ///< ISO 8601 with offset, as text
  duration,  ///< milliseconds (int64)
  word,      ///< one of a fixed set, such as `accepted`: people read the catalogue's `word.<value>`
  amount,    ///< a whole number and a currency, such as `3000000 VND`, as text
  message,   ///< a sentence for people, its code for programs
  flag,      ///< bool
  list,      ///< several texts
  words      ///< several of a fixed set
};

struct Column {
  std::string name;  ///< for programs; people read the catalogue's `column.<name>`
  Kind kind = Kind::text;
  std::optional<Message> heading{};  ///< what people read instead of the catalogue's text
};

/// Absent, text, number, flag, list or sentence, as the column's kind says.
using Cell = std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>, Message>;
using RowSink = std::function<void(std::span<const Cell>)>;

/// Rows under columns. `each` gives all rows in order and may be called more than once.
struct Table {
  std::string name;  ///< the JSON field; people read the catalogue's `table.<name>`
  std::vector<Column> columns;
  std::function<void(const RowSink&)> each;
  bool is_record = false;  ///< its one row is shown to people as a line a column
};

/// A table whose rows are at hand.
[[nodiscard]] Table table(std::string name, std::vector<Column> columns, std::vector<std::vector<Cell>> rows);

/// The four counters (docs/scoring-rules.md), the only ones with these names.
struct Counters {
  std::uint64_t registered = 0;
  std::uint64_t finished = 0;
  std::uint64_t attempts = 0;
  std::uint64_t all_correct = 0;

  friend bool operator==(const Counters&, const Counters&) = default;
};

struct Winners;

/// What a command answers, before any format: every output is a rendering of one.
struct Document {
  std::string name;       ///< of the schema `quiz/<name>/1`; people read the catalogue's `report.<name>`
  std::string contest;    ///< id; empty: not about a contest
  text::Localized title;  ///< of the contest
  std::uint32_t revision = 0;
  bool provisional = false;
  std::optional<Counters> counters;
  std::string as_of;  ///< the instant that counters and rows are of, where it is not the last; ISO 8601
  Table rows;
  bool is_for_programs = false;  ///< cells in CSV as they are, however a spreadsheet may take them
  std::vector<Table> more;       ///< further tables, by their names
  std::vector<std::pair<std::string, std::int64_t>> numbers;  ///< further fields of the JSON object
  std::function<void(io::JsonWriter&)>
      fields;                              ///< writes the fields of the JSON object instead of rows and more
  std::shared_ptr<const Winners> winners;  ///< what a page shows instead of rows and more; nullptr: those
  std::shared_ptr<const contest::RulesText> rules;  ///< what a text and a page show instead; nullptr: those
  std::vector<Message> notes;                       ///< said on stderr beside any format
};

}  // namespace quiz::report
