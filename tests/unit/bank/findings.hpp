// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/yaml.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace quiz::bank::test {

inline std::string shown(const Argument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return std::to_string(*number);
  if (const auto* term = std::get_if<Term>(&argument.value)) return "(" + term->key + ")";
  return std::get<std::string>(argument.value);
}

/// Findings, one a line: `error 9:3 bank.field-unknown field=tipe`, with `-` in place of no line.
inline std::string listed(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    text += diagnostic.severity == Severity::error     ? "error "
            : diagnostic.severity == Severity::warning ? "warning "
                                                       : "note ";
    const Place& place = diagnostic.place;
    text += place.line == 0 ? "-" : std::to_string(place.line) + ":" + std::to_string(place.column);
    text += " " + diagnostic.message.code;
    for (const Argument& argument : diagnostic.message.arguments) {
      text += " " + argument.name + "=" + shown(argument);
    }
    text += "\n";
  }
  return text;
}

/// A parsed file; fails the test where it is no YAML.
inline io::YamlDocument parsed(const std::string& yaml) {
  Diagnostics diagnostics;
  std::optional<io::YamlDocument> document = io::parse_yaml("bank.yaml", yaml, diagnostics);
  INFO(listed(diagnostics));
  REQUIRE(document.has_value());
  return *std::move(document);
}

/// What read_bank finds in a file.
inline std::string findings(const std::string& yaml) {
  Diagnostics diagnostics;
  const bool is_good = read_bank(parsed(yaml), diagnostics).has_value();
  CHECK(is_good == !diagnostics.has_errors());
  return listed(diagnostics);
}

/// A bank without findings.
inline Bank bank_of(const std::string& yaml) {
  Diagnostics diagnostics;
  std::optional<Bank> bank = read_bank(parsed(yaml), diagnostics);
  INFO(listed(diagnostics));
  REQUIRE(bank.has_value());
  return *std::move(bank);
}

/// What lint finds in a bank without findings.
inline std::string lint_of(const std::string& yaml) {
  Diagnostics diagnostics;
  lint(bank_of(yaml), diagnostics);
  return listed(diagnostics);
}

}  // namespace quiz::bank::test
