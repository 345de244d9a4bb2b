// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/zone.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Values of contest.yaml that several of its parts hold. All report what does not fit at its place.
namespace quiz::contest {

/// The entries of a list, at least one (`contest.list-empty`) where the field is there.
[[nodiscard]] std::vector<const io::YamlNode*> entries(io::Fields& fields, std::string_view key,
                                                       bool required = false);

/// The texts of a list, none of them twice (`contest.duplicate`), and their nodes.
struct Texts {
  std::vector<std::string> texts;
  std::vector<const io::YamlNode*> nodes;
};
[[nodiscard]] Texts read_texts(io::Fields& fields, std::string_view key, bool required = false);

/// The position in `words` of a word that stands at `at` in the list `field` (`contest.word-unknown`).
[[nodiscard]] std::optional<std::size_t> read_word(io::Fields& fields, const io::YamlNode& at,
                                                   std::string_view field, std::string_view word,
                                                   std::span<const std::string_view> words);

/// The ids of the earlier entries of a list, with their lines.
using Seen = std::map<std::string, std::uint32_t>;

/// The id of an entry, unlike all in `seen` (`contest.duplicate-id`). Empty where there is none; as written
/// where it is none, so that what refers to it is not objected to as well.
[[nodiscard]] std::string read_id(io::Fields& fields, Seen& seen);

/// A moment in the zone's local time, or by its own offset (`contest.not-time`). A bare date is its
/// beginning, or its end where it `closes`.
[[nodiscard]] std::optional<Instant> read_moment(io::Fields& fields, std::string_view key,
                                                 const text::Zone& zone, bool closes);

/// `contest.not-duration`, `contest.duration-short` below `least`.
[[nodiscard]] std::optional<Milliseconds> read_duration(io::Fields& fields, std::string_view key,
                                                        Milliseconds least);

/// A decimal within [low, high] (`contest.not-number`, `contest.number-range`).
[[nodiscard]] std::optional<Decimal> read_decimal(io::Fields& fields, std::string_view key, Decimal low,
                                                  Decimal high);

/// `contest.not-points`: a decimal with at most four places.
[[nodiscard]] std::optional<Points> read_points(io::Fields& fields, std::string_view key);

inline constexpr std::int64_t kLargestCount = 1'000'000;

/// A whole number of digits only, up to kLargestCount.
[[nodiscard]] std::optional<std::uint32_t> parse_count(std::string_view text);

/// A whole number of at least 1, or `word` for nothing (`contest.not-count`); nullopt where it is neither.
[[nodiscard]] std::optional<std::optional<std::uint32_t>> read_count(io::Fields& fields, std::string_view key,
                                                                     std::string_view word,
                                                                     bool required = false);

/// `50%` or `50`: the number before the sign, and whether there was one. Nothing for what is no number.
struct Share {
  Decimal value;
  bool percent = false;
};
[[nodiscard]] std::optional<Share> parse_share(std::string_view text);

}  // namespace quiz::contest
