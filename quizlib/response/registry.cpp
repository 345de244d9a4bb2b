// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/registry.hpp>

#include <quizlib/response/columns.hpp>

#include <algorithm>
#include <array>

namespace quiz::response {
namespace {

/// Call `use(column, value)` for each filled column, by position in kRegistrationColumns, of what stands
/// after the id of a registration.
template <class Use>
void each_cell(std::string_view packed, const Use& use) {
  std::size_t at = 0;
  while (at + 1 < packed.size()) {
    const auto column = static_cast<std::size_t>(packed[at + 1] - 'a');
    const std::size_t end = std::min(packed.find('\0', at + 2), packed.size());
    if (column < kRegistrationColumns.size()) use(column, packed.substr(at + 2, end - (at + 2)));
    at = end;
  }
}

}  // namespace

EntrantNo Registry::intern(std::string_view packed) {
  if (slots_.size() < 2 * (packed_.size() + 1)) grow();
  const auto hash = static_cast<std::uint32_t>(keyed_hash(key_, packed).low);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    const EntrantNo no = slots_[slot] - 1;
    if (hashes_[no] == hash && packed_[no] == packed) return no;
    slot = (slot + 1) & mask;
  }
  packed_.push_back(packed);
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(packed_.size());
  return slots_[slot] - 1;
}

void Registry::grow() {
  slots_.assign(slots_.empty() ? 1024 : 2 * slots_.size(), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t no = 0; no < hashes_.size(); ++no) {
    std::size_t slot = hashes_[no] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = no + 1;
  }
}

void append_registration(std::string& packed, std::size_t column, std::string_view value) {
  packed.push_back('\0');
  packed.push_back(static_cast<char>('a' + column));
  packed.append(value);
}

std::string_view registration_id(std::string_view packed) { return packed.substr(0, packed.find('\0')); }

roster::Roster make_roster(const TextColumn& packed, const roster::GroupTree& groups) {
  roster::Roster roster;
  roster.open = true;
  // No column holds more bytes than all that there are; memory that is never written to costs nothing.
  roster.ids.reserve(packed.size(), packed.bytes());
  std::array<TextColumn, kRegistrationColumns.size()> columns;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    const std::string_view id = registration_id(packed[i]);
    roster.ids.push_back(id);
    each_cell(packed[i].substr(id.size()), [&](std::size_t at, std::string_view value) {
      if (columns[at].empty()) columns[at].reserve(packed.size(), packed.bytes());
      while (columns[at].size() < i) columns[at].push_back({});
      if (columns[at].size() == i) columns[at].push_back(value);
    });
  }
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (columns[at].empty()) continue;
    while (columns[at].size() < packed.size()) columns[at].push_back({});
    roster.names.emplace_back(kRegistrationColumns[at]);
    roster.columns.push_back(std::move(columns[at]));
  }
  roster::resolve_groups(roster, groups);
  return roster;
}

}  // namespace quiz::response
