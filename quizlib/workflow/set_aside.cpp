// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/set_aside.hpp>

#include <quizlib/io/csv.hpp>

#include <algorithm>
#include <charconv>
#include <utility>
#include <variant>

namespace quiz::workflow {
namespace {

/// Arguments as `name=value`, a number as `name#value`, each ended by NUL.
std::string pack_arguments(const std::vector<Argument>& arguments) {
  std::string packed;
  for (const Argument& argument : arguments) {
    packed.append(argument.name);
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
      packed.append("#").append(std::to_string(*number));
    } else if (const auto* text = std::get_if<std::string>(&argument.value)) {
      packed.append("=").append(*text);
    }
    packed.push_back('\0');
  }
  return packed;
}

}  // namespace

std::string record_text(std::span<const std::string_view> record) {
  std::string line;
  io::CsvWriter writer([&](std::string_view part) { line.append(part); });
  for (const std::string_view cell : record) writer.verbatim(cell);
  writer.end_record();
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return line;
}

Hash128 record_digest(const HashKey& key, std::string_view record) { return keyed_hash(key, record); }

store::SetAside set_aside(response::Verdict verdict, std::string_view file, std::uint64_t line,
                          std::string_view entrant, const Message& reason, std::string record,
                          const Hash128& digest) {
  store::SetAside row;
  row.digest = digest;
  row.verdict = verdict;
  row.file = file;
  row.line = line;
  row.entrant = entrant;
  row.reason = reason.code;
  row.arguments = pack_arguments(reason.arguments);
  row.record = std::move(record);
  return row;
}

Message reason_of(const store::SetAside& row) {
  Message message(row.reason);
  std::string_view rest = row.arguments;
  while (!rest.empty()) {
    const std::string_view entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    const std::size_t mark = entry.find_first_of("=#");
    if (mark == std::string_view::npos) continue;
    const std::string_view name = entry.substr(0, mark);
    const std::string_view value = entry.substr(mark + 1);
    std::int64_t number = 0;
    if (entry[mark] == '#') std::from_chars(value.data(), value.data() + value.size(), number);
    if (entry[mark] == '#')
      message.arguments.emplace_back(name, number);
    else
      message.arguments.emplace_back(name, value);
  }
  return message;
}

}  // namespace quiz::workflow
