// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/zone.hpp>

#include <quizlib/text/icu_status.hpp>

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace quiz::text {
namespace {

using std::chrono::minutes;

/// A stretch of time with one offset.
struct Period {
  Instant begins{};
  LocalTime first_reading{};  ///< earlier readings belong to the period before
  minutes offset{};
};

minutes rounded_down(std::int32_t milliseconds) {
  return std::chrono::floor<minutes>(Milliseconds(milliseconds));
}

minutes offset_of(const icu::TimeZoneRule& rule) {
  return rounded_down(rule.getRawOffset() + rule.getDSTSavings());
}

LocalTime reading(Instant instant, minutes offset) {
  return LocalTime((instant + offset).time_since_epoch());
}

/// All changes of the offset until 2201, which is past every year that `parse_time` reads: looked up without
/// ICU from then on, and by any number of threads.
std::vector<Period> read_periods(const icu::BasicTimeZone& zone) {
  using std::chrono::sys_days;
  using std::chrono::year;
  constexpr Instant kFirst = sys_days(year(1800) / 1 / 1);
  constexpr Instant kLast = sys_days(year(2201) / 1 / 1);

  UErrorCode status = U_ZERO_ERROR;
  auto time = static_cast<UDate>(kFirst.time_since_epoch().count());
  std::int32_t standard = 0;
  std::int32_t saving = 0;
  zone.getOffset(time, 0, standard, saving, status);
  require_icu(status);

  std::vector<Period> periods{{Instant::min(), LocalTime::min(), rounded_down(standard + saving)}};
  icu::TimeZoneTransition change;
  while (zone.getNextTransition(time, 0, change) != 0) {
    time = change.getTime();
    const Instant begins{Milliseconds(static_cast<std::int64_t>(time))};
    if (begins >= kLast) break;
    const minutes before = periods.back().offset;
    const minutes after = offset_of(*change.getTo());
    if (before == after) continue;
    // Readings that occur twice, and those that are skipped, are read with the offset before the change.
    periods.push_back({begins, reading(begins, std::max(before, after)), after});
  }
  return periods;
}

}  // namespace

struct Zone::Impl {
  std::vector<Period> periods;
};

std::optional<Zone> Zone::find(std::string_view name) {
  const auto id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  UErrorCode status = U_ZERO_ERROR;
  UBool known = 0;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, known, status);
  // ICU also makes zones such as "GMT+7" up on request, and has one for "unknown".
  if (U_FAILURE(status) || known == 0 || canonical == UNICODE_STRING_SIMPLE(UCAL_UNKNOWN_ZONE_ID))
    return std::nullopt;
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return std::nullopt;
  return Zone(std::make_shared<const Impl>(Impl{read_periods(*basic)}));
}

minutes Zone::offset(Instant instant) const {
  const auto after = std::ranges::upper_bound(impl_->periods, instant, {}, &Period::begins);
  return std::prev(after)->offset;
}

Instant Zone::at(LocalTime local) const {
  const auto after = std::ranges::upper_bound(impl_->periods, local, {}, &Period::first_reading);
  return Instant(local.time_since_epoch()) - std::prev(after)->offset;
}

Instant Zone::at(const WrittenTime& written) const {
  return written.offset ? Instant(written.local.time_since_epoch()) - *written.offset : at(written.local);
}

LocalTime Zone::local(Instant instant) const { return reading(instant, offset(instant)); }

std::string Zone::format(Instant instant) const { return format_time(instant, offset(instant)); }

}  // namespace quiz::text
