// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace quiz {

/// A word that the catalogue knows, by its key: the reader sees it in their language.
struct Term {
  std::string key;

  friend bool operator==(const Term&, const Term&) = default;
};

/// A named value put into a sentence. Numbers and terms are written in the reader's language, text as it is.
struct Argument {
  std::string name;
  std::variant<std::string, std::int64_t, Term> value;

  Argument(std::string_view n, std::string_view v) : name(n), value(std::string(v)) {}
  Argument(std::string_view n, const char* v) : name(n), value(std::string(v)) {}
  Argument(std::string_view n, const std::string& v) : name(n), value(v) {}
  Argument(std::string_view n, std::int64_t v) : name(n), value(v) {}
  Argument(std::string_view n, std::uint64_t v) : name(n), value(static_cast<std::int64_t>(v)) {}
  Argument(std::string_view n, int v) : name(n), value(std::int64_t{v}) {}
  Argument(std::string_view n, std::uint32_t v) : name(n), value(std::int64_t{v}) {}
  Argument(std::string_view n, Term v) : name(n), value(std::move(v)) {}

  friend bool operator==(const Argument&, const Argument&) = default;
};

/// A sentence for a person, not yet in any language: its key in `reports/strings/` and what fills it.
struct Message {
  std::string code;
  std::vector<Argument> arguments;

  explicit Message(std::string_view c, std::vector<Argument> a = {}) : code(c), arguments(std::move(a)) {}

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace quiz
