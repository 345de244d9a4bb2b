// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/pack.hpp>

#include <quizlib/base/instant.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace quiz::response {
namespace {

static_assert(std::endian::native == std::endian::little,
              "packed columns are little-endian, written by memcpy");

/// In the width byte: the distance 0 stands for a missing value, all others are one more.
constexpr std::uint8_t kHasMissing = 0x80;
constexpr std::uint8_t kWidth = 0x0f;

template <class Word>
void put(std::string& out, Word word) {
  char bytes[sizeof(Word)];
  std::memcpy(bytes, &word, sizeof(Word));
  out.append(bytes, sizeof(Word));
}

template <class Word>
Word get(const char* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof(Word));
  return word;
}

template <class T>
constexpr bool is_missing(T value) {
  if constexpr (sizeof(T) == sizeof(std::int64_t))
    return value == kMissing;
  else
    return false;
}

template <class Word, class T>
void put_distances(std::string& out, std::span<const T> values, std::uint64_t base, std::uint64_t step) {
  const std::size_t begin = out.size();
  out.resize(begin + values.size() * sizeof(Word));
  char* to = out.data() + begin;
  for (const T value : values) {
    const auto distance =
        is_missing(value) ? Word{0} : static_cast<Word>(static_cast<std::uint64_t>(value) - base + step);
    std::memcpy(to, &distance, sizeof(Word));
    to += sizeof(Word);
  }
}

template <class T>
void pack_integers(std::string& out, std::span<const T> values) {
  T low = std::numeric_limits<T>::max();
  T high = std::numeric_limits<T>::min();
  bool missing = false;
  bool present = false;
  for (const T value : values) {
    if (is_missing(value)) {
      missing = true;
      continue;
    }
    present = true;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (!present) low = high = T{0};
  const auto base = static_cast<std::uint64_t>(low);
  const std::uint64_t step = missing ? 1 : 0;
  const std::uint64_t widest = present ? static_cast<std::uint64_t>(high) - base + step : 0;
  const std::uint8_t width = widest == 0            ? 0
                             : widest <= 0xff       ? 1
                             : widest <= 0xffff     ? 2
                             : widest <= 0xffffffff ? 4
                                                    : 8;
  put(out, static_cast<std::uint8_t>(width | (missing ? kHasMissing : 0)));
  put(out, base);
  if (width == 1) put_distances<std::uint8_t>(out, values, base, step);
  if (width == 2) put_distances<std::uint16_t>(out, values, base, step);
  if (width == 4) put_distances<std::uint32_t>(out, values, base, step);
  if (width == 8) put_distances<std::uint64_t>(out, values, base, step);
}

template <class Word, class T>
void get_values(const char* from, std::uint64_t base, bool missing, std::vector<T>& values) {
  for (T& value : values) {
    const auto distance = std::uint64_t{get<Word>(from)};
    from += sizeof(Word);
    if constexpr (sizeof(T) == sizeof(std::int64_t)) {
      value = missing && distance == 0 ? kMissing : static_cast<T>(base + distance - (missing ? 1 : 0));
    } else {
      value = static_cast<T>(base + distance);
    }
  }
}

template <class T>
bool unpack_integers(std::string_view& rest, std::size_t count, std::vector<T>& values) {
  values.clear();
  constexpr std::size_t kHead = 1 + sizeof(std::uint64_t);
  if (rest.size() < kHead) return false;
  const auto flags = static_cast<std::uint8_t>(rest[0]);
  const std::size_t width = flags & kWidth;
  const bool missing = (flags & kHasMissing) != 0;
  if ((flags & ~(kHasMissing | kWidth)) != 0) return false;
  if (width != 0 && width != 1 && width != 2 && width != 4 && width != 8) return false;
  if (missing && sizeof(T) != sizeof(std::int64_t)) return false;
  if (width != 0 && count > (rest.size() - kHead) / width) return false;
  const auto base = get<std::uint64_t>(rest.data() + 1);
  const char* from = rest.data() + kHead;
  values.resize(count);
  if (width == 0) std::ranges::fill(values, missing ? static_cast<T>(kMissing) : static_cast<T>(base));
  if (width == 1) get_values<std::uint8_t>(from, base, missing, values);
  if (width == 2) get_values<std::uint16_t>(from, base, missing, values);
  if (width == 4) get_values<std::uint32_t>(from, base, missing, values);
  if (width == 8) get_values<std::uint64_t>(from, base, missing, values);
  rest.remove_prefix(kHead + count * width);
  return true;
}

}  // namespace

void pack(std::string& out, std::span<const std::int64_t> values) { pack_integers(out, values); }
void pack(std::string& out, std::span<const std::uint32_t> values) { pack_integers(out, values); }

void pack(std::string& out, std::span<const std::string_view> texts) {
  std::vector<std::uint32_t> lengths;
  lengths.reserve(texts.size());
  for (const std::string_view text : texts) lengths.push_back(static_cast<std::uint32_t>(text.size()));
  pack(out, std::span<const std::uint32_t>(lengths));
  for (const std::string_view text : texts) out.append(text);
}

bool Unpacker::read(std::size_t count, std::vector<std::int64_t>& values) {
  return unpack_integers(rest_, count, values);
}
bool Unpacker::read(std::size_t count, std::vector<std::uint32_t>& values) {
  return unpack_integers(rest_, count, values);
}

bool Unpacker::read(std::size_t count, std::vector<std::string_view>& texts) {
  texts.clear();
  std::vector<std::uint32_t> lengths;
  if (!read(count, lengths)) return false;
  texts.reserve(count);
  for (const std::uint32_t length : lengths) {
    if (length > rest_.size()) {
      texts.clear();
      return false;
    }
    texts.push_back(rest_.substr(0, length));
    rest_.remove_prefix(length);
  }
  return true;
}

}  // namespace quiz::response
