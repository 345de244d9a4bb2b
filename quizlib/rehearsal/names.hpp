// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/crypto/stream.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::rehearsal {

/// Names with how often they occur, to draw from.
class WeightedNames {
 public:
  void add(std::string_view name, std::uint32_t weight);
  /// Needs at least one name.
  [[nodiscard]] std::string_view draw(crypto::Stream& chance) const;

 private:
  std::vector<std::string_view> names_;
  std::vector<std::uint32_t> upto_;  ///< weights summed up to and with each name
};

/// The parts that Vietnamese names are made of: names-vi.txt, as common in the northern mountains.
struct NameParts {
  WeightedNames family;
  WeightedNames middle[2];  ///< female, male
  WeightedNames given[2];   ///< female, male
};

/// The built-in parts.
[[nodiscard]] const NameParts& vietnamese_names();

/// A made-up name: family, middle and given name.
[[nodiscard]] std::string made_up_name(const NameParts& parts, bool male, crypto::Stream& chance);

}  // namespace quiz::rehearsal
