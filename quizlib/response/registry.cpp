// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/registry.hpp>

#include <quizlib/response/columns.hpp>

#include <algorithm>
#include <array>

namespace quiz::response {
namespace {

/// Call `use(column, value)` for each filled column of a registration, by position in kRegistrationColumns.
template <class Use>
void each_cell(std::string_view packed, const Use& use) {
  std::size_t at = packed.find('\0');
  while (at != std::string_view::npos && at + 1 < packed.size()) {
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
  std::size_t id_bytes = 0;
  std::array<std::size_t, kRegistrationColumns.size()> bytes{};
  for (std::size_t i = 0; i < packed.size(); ++i) {
    id_bytes += registration_id(packed[i]).size();
    each_cell(packed[i], [&](std::size_t column, std::string_view value) { bytes[column] += value.size(); });
  }
  roster::Roster roster;
  roster.open = true;
  std::array<std::size_t, kRegistrationColumns.size()> at{};
  roster.ids.reserve(packed.size(), id_bytes);
  for (std::size_t column = 0; column < bytes.size(); ++column) {
    if (bytes[column] == 0) continue;
    at[column] = roster.names.size();
    roster.names.emplace_back(kRegistrationColumns[column]);
    roster.columns.emplace_back();
    roster.columns.back().reserve(packed.size(), bytes[column]);
  }
  for (std::size_t i = 0; i < packed.size(); ++i) {
    roster.ids.push_back(registration_id(packed[i]));
    std::array<std::string_view, kRegistrationColumns.size()> cells;
    each_cell(packed[i], [&](std::size_t column, std::string_view value) { cells[column] = value; });
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (bytes[column] != 0) roster.columns[at[column]].push_back(cells[column]);
    }
  }
  roster::resolve_groups(roster, groups);
  return roster;
}

}  // namespace quiz::response
