// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/text/language.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace quiz::text {

/// The order of words in a language's dictionaries (Unicode CLDR), numbers inside names by value.
class Collator {
 public:
  explicit Collator(Language language);
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  ~Collator();

  /// A string whose byte order is the dictionary order of texts.
  [[nodiscard]] std::string key(std::string_view text) const;

  /// A string whose byte order is that of a list of persons. Vietnamese: by given name, the last word, then
  /// the other words from the first, word by word, so that "Hoàng Thị Bình" stands with the names that end in
  /// Bình; capitals decide last. Other languages: as `key`.
  [[nodiscard]] std::string name_key(std::string_view name) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quiz::text
