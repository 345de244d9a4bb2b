// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/message.hpp>
#include <quizlib/text/language.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::text {

/// Every sentence that a person reads, in one language: `reports/strings/<language>.yaml`, flat, one
/// `key: "text"` a line, texts in ICU MessageFormat with named arguments. Threads may share one.
class Catalogue {
 public:
  /// The built-in catalogue of `language`; all have the same keys.
  explicit Catalogue(Language language);
  /// A catalogue from the text of a strings file. Throws Error{failed} naming
  /// the first line that is malformed, or a key that stands twice.
  Catalogue(Language language, std::string_view yaml);
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  [[nodiscard]] Language language() const;
  /// Whether there is a text for `key`.
  [[nodiscard]] bool has(std::string_view key) const;
  /// The sentence of `message` with its arguments filled in, texts made visible (see `visible`), numbers in
  /// the language's form, terms as their entries. A missing key, and one whose text is no pattern or
  /// asks for another kind of argument, comes back as `[key]`, so that nothing is ever swallowed.
  [[nodiscard]] std::string format(const Message& message) const;
  /// The text of a key without arguments.
  [[nodiscard]] std::string operator()(std::string_view key) const { return format(Message(key)); }
  /// What to do about `message`: its non-empty argument `suggestion` as "did you mean"
  /// (`help.suggestion`), else the entry `<code>.help`; empty where there is neither.
  [[nodiscard]] std::string help(const Message& message) const;
  /// All keys of this catalogue's own file, in byte order.
  [[nodiscard]] std::vector<std::string_view> keys() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quiz::text
