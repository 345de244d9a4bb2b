// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/json_writer.hpp>
#include <quizlib/report/render.hpp>

#include <string>

namespace quiz::report {
namespace {

void write_cell(const Cell& cell, io::JsonWriter& json) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    json.value(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    json.value(*number);
  } else if (const auto* flag = std::get_if<bool>(&cell)) {
    json.value(*flag);
  } else if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    json.begin_array();
    for (const std::string& entry : *list) json.value(entry);
    json.end_array();
  } else if (const auto* message = std::get_if<Message>(&cell)) {
    json.value(message->code);
  } else {
    json.null();
  }
}

void write_table(const Table& table, io::JsonWriter& json) {
  json.key(table.name);
  json.begin_array();
  table.each([&](std::span<const Cell> row) {
    json.begin_row();
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(table.columns[i].name);
      write_cell(row[i], json);
    }
    json.end_object();
    json.end_row();
  });
  json.end_array();
}

void write_counters(const Counters& counters, io::JsonWriter& json) {
  json.key("counters");
  json.begin_object();
  json.key("registered");
  json.value(counters.registered);
  json.key("finished");
  json.value(counters.finished);
  json.key("attempts");
  json.value(counters.attempts);
  json.key("all_correct");
  json.value(counters.all_correct);
  json.end_object();
}

}  // namespace

void render_json(const Document& document, const io::Sink& out) {
  io::JsonWriter json(out);
  json.begin_object();
  json.key("schema");
  json.value("quiz/" + document.name + "/1");
  if (!document.contest.empty()) {
    json.key("contest");
    json.value(document.contest);
    json.key("revision");
    json.value(document.revision);
    json.key("provisional");
    json.value(document.provisional);
  }
  if (!document.as_of.empty()) {
    json.key("as_of");
    json.value(document.as_of);
  }
  if (document.counters) write_counters(*document.counters, json);
  for (const auto& number : document.numbers) {
    json.key(number.first);
    json.value(number.second);
  }
  if (document.fields) {
    document.fields(json);
  } else {
    write_table(document.rows, json);
    for (const Table& table : document.more) write_table(table, json);
  }
  json.end_object();
}

}  // namespace quiz::report
