// SPDX-License-Identifier: Apache-2.0
#include <quizlib/rehearsal/names.hpp>

#include <quizlib/rehearsal/embedded.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>

namespace quiz::rehearsal {
namespace {

/// Read the sections of a names file: `[family]`, then a name, a tab and a weight a line.
NameParts read_parts(std::string_view file) {
  NameParts parts;
  WeightedNames* section = nullptr;
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(file.size(), line.size() + 1));
    if (line == "[family]") section = &parts.family;
    if (line == "[middle-female]") section = &parts.middle[0];
    if (line == "[middle-male]") section = &parts.middle[1];
    if (line == "[given-female]") section = &parts.given[0];
    if (line == "[given-male]") section = &parts.given[1];
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || section == nullptr) continue;
    std::uint32_t weight = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight);
    section->add(line.substr(0, tab), weight);
  }
  return parts;
}

}  // namespace

void WeightedNames::add(std::string_view name, std::uint32_t weight) {
  names_.push_back(name);
  upto_.push_back((upto_.empty() ? 0 : upto_.back()) + weight);
}

std::string_view WeightedNames::draw(crypto::Stream& chance) const {
  assert(!names_.empty());
  const auto found = std::ranges::upper_bound(upto_, chance.below(upto_.back()));
  return names_[static_cast<std::size_t>(found - upto_.begin())];
}

const NameParts& vietnamese_names() {
  static const NameParts kParts = read_parts(embedded::rehearsal("quizlib/rehearsal/names-vi.txt"));
  return kParts;
}

std::string made_up_name(const NameParts& parts, bool male, crypto::Stream& chance) {
  const std::size_t sex = male ? 1 : 0;
  std::string name(parts.family.draw(chance));
  name.append(" ").append(parts.middle[sex].draw(chance));
  name.append(" ").append(parts.given[sex].draw(chance));
  return name;
}

}  // namespace quiz::rehearsal
