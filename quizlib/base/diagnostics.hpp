// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/message.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace quiz {

enum class Severity { note, warning, error };

/// Where in an organiser's file a finding is.
struct Place {
  std::string file;
  std::uint32_t line = 0;    ///< 1-based; 0: the file as a whole
  std::uint32_t column = 0;  ///< 1-based, in characters (code points); 0: the line as a whole
  std::string text;          ///< a copy of the line, empty where it is not known
  std::string where;         ///< instead of line and column: "row 7, column points"

  friend bool operator==(const Place&, const Place&) = default;
};

/// One finding. Its sentence and its help line are the catalogue entries `<code>` and `<code>.help`.
struct Diagnostic {
  Severity severity = Severity::error;
  Message message;
  Place place;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// The findings of one run, in the order in which they were found.
///
/// The first 100 of a code are kept, the rest are counted, so that a file that is wrong throughout cannot
/// drown the others.
class Diagnostics {
 public:
  static constexpr std::size_t kKeptPerCode = 100;

  void error(Place place, Message message) { add({Severity::error, std::move(message), std::move(place)}); }
  void warning(Place place, Message message) {
    add({Severity::warning, std::move(message), std::move(place)});
  }
  void note(Place place, Message message) { add({Severity::note, std::move(message), std::move(place)}); }
  void add(Diagnostic diagnostic);

  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::size_t errors() const { return errors_; }      ///< all, kept or not
  [[nodiscard]] std::size_t warnings() const { return warnings_; }  ///< all, kept or not
  [[nodiscard]] std::span<const Diagnostic> kept() const { return kept_; }
  /// How many findings of each code were counted but not kept.
  [[nodiscard]] std::map<std::string, std::size_t> dropped() const;

 private:
  std::vector<Diagnostic> kept_;
  std::map<std::string, std::size_t> per_code_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace quiz
