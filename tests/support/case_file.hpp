// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::tests {

/// A line `--- <kind> <argument>` of a case with the lines below it.
struct CaseSection {
  std::string
      kind;  ///< file, at, terminal, in, run, exit, out, err, read; empty: what stands before the first
  std::string argument;
  std::string body;

  friend bool operator==(const CaseSection&, const CaseSection&) = default;
};

/// A case of the command line (CONTRIBUTING.md, "Write a command-line case").
using CaseFile = std::vector<CaseSection>;

/// Cut a case into its sections.
[[nodiscard]] CaseFile parse_case(std::string_view text);

/// The text of a case. What was parsed comes back byte for byte.
[[nodiscard]] std::string print_case(const CaseFile& sections);

/// The words of a command line as a shell would cut it: blanks separate, quotes and backslashes keep
/// together. Nothing where a quote stays open.
[[nodiscard]] std::optional<std::vector<std::string>> shell_words(std::string_view line);

/// `text` with control characters but newline and tab, and byte order marks, as `\x1b` and `\ufeff`;
/// backslashes stay as they are.
[[nodiscard]] std::string escaped(std::string_view text);

/// `text` with `\xNN`, `\r`, `\n`, `\t`, `\\` and `\ufeff` as the bytes they stand for.
[[nodiscard]] std::string unescaped(std::string_view text);

}  // namespace quiz::tests
