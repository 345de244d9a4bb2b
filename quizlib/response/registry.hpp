// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::response {

/// What sheets say about who wrote them, each distinct saying once, numbered as they came: the entrants of
/// the store. A registration is packed as its id, then for every filled column of kRegistrationColumns a NUL,
/// the column's letter (a = the first) and the value. With a roster it is the id alone.
class Registry {
 public:
  explicit Registry(const HashKey& key) : key_(key) {}

  /// The number of a packed registration; a new one gets the next number.
  EntrantNo intern(std::string_view packed);
  [[nodiscard]] std::string_view operator[](EntrantNo no) const { return packed_[no]; }
  [[nodiscard]] std::size_t size() const { return packed_.size(); }

 private:
  void grow();

  HashKey key_;
  TextColumn packed_;
  std::vector<std::uint32_t> slots_;   ///< number + 1, 0 = free; a power of two
  std::vector<std::uint32_t> hashes_;  ///< beside packed_, to compare and to grow without the texts
};

/// Append a column's value to a packed registration. Needs a value without NUL.
void append_registration(std::string& packed, std::size_t column, std::string_view value);

/// The id of a packed registration.
[[nodiscard]] std::string_view registration_id(std::string_view packed);

/// The roster that packed registrations make, with the columns that occur in them.
[[nodiscard]] roster::Roster make_roster(const TextColumn& packed, const roster::GroupTree& groups);

}  // namespace quiz::response
