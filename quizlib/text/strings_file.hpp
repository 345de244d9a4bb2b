// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quiz::text {

/// One line of a strings file.
struct StringsEntry {
  std::string key;
  std::string text;
};

/// Read a strings file: lines `key: "text"`, each key once, beside empty lines and lines that start with `#`.
/// Keys are of lower-case letters, digits, `.`, `-` and `_`; the escapes are `\"`, `\\`, `\n`, `\t` and
/// `\uXXXX`. That is a part of YAML which takes no library, and no time at start-up.
///
/// The entries come in the byte order of their keys. Throws Error{failed} naming the first line of another
/// form, or a key that stands twice.
[[nodiscard]] std::vector<StringsEntry> read_strings(std::string_view yaml);

}  // namespace quiz::text
