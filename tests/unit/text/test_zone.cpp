// SPDX-License-Identifier: Apache-2.0
#include <quizlib/text/zone.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

using quiz::Instant;
using quiz::text::Zone;
using std::chrono::minutes;

namespace {

Zone zone(std::string_view name) {
  std::optional<Zone> found = Zone::find(name);
  REQUIRE(found);
  return *found;
}

quiz::WrittenTime written(std::string_view text) {
  const std::optional<quiz::WrittenTime> time = quiz::parse_time(text);
  REQUIRE(time);
  return *time;
}

/// The moment of `text` in `place`, as ISO 8601 in UTC.
std::string moment(const Zone& place, std::string_view text) {
  return quiz::format_time(place.at(written(text)), minutes(0));
}

std::string clocks(const Zone& place, std::string_view utc) { return place.format(place.at(written(utc))); }

}  // namespace

TEST_CASE("the zones of Vietnam, Laos and Thailand are seven hours ahead all year") {
  for (const char* name : {"Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Vientiane", "Asia/Bangkok"}) {
    const Zone place = zone(name);
    CHECK(moment(place, "2023-01-10T00:00") == "2023-01-09T17:00:00+00:00");
    CHECK(moment(place, "2023-09-30T24:00") == "2023-09-30T17:00:00+00:00");
    CHECK(clocks(place, "2023-09-10T01:00:00.250Z") == "2023-09-10T08:00:00.250+07:00");
    CHECK(place.offset(place.at(written("2199-07-01T00:00"))) == minutes(420));
  }
}

TEST_CASE("a time written with an offset is that moment in every zone") {
  CHECK(moment(zone("Asia/Ho_Chi_Minh"), "2023-09-10T08:00:00+09:00") == "2023-09-09T23:00:00+00:00");
  CHECK(moment(zone("Asia/Ho_Chi_Minh"), "2023-09-10T08:00:00Z") == "2023-09-10T08:00:00+00:00");
}

TEST_CASE("local is what clocks show, and at reads it back") {
  const Zone place = zone("Asia/Vientiane");
  const Instant instant = place.at(written("2023-09-10T08:00:00"));
  CHECK(place.local(instant) == written("2023-09-10T08:00:00").local);
  CHECK(place.at(place.local(instant)) == instant);
}

TEST_CASE("a zone follows its summer time, in years to come too") {
  const Zone place = zone("America/New_York");
  CHECK(clocks(place, "2023-01-15T12:00:00Z") == "2023-01-15T07:00:00-05:00");
  CHECK(clocks(place, "2023-07-15T12:00:00Z") == "2023-07-15T08:00:00-04:00");
  CHECK(clocks(place, "2199-01-15T12:00:00Z") == "2199-01-15T07:00:00-05:00");
  CHECK(clocks(place, "2199-07-15T12:00:00Z") == "2199-07-15T08:00:00-04:00");
  CHECK(clocks(place, "2023-03-12T06:59:59.999Z") == "2023-03-12T01:59:59.999-05:00");
  CHECK(clocks(place, "2023-03-12T07:00:00Z") == "2023-03-12T03:00:00-04:00");
}

TEST_CASE("a reading that is skipped is read with the offset before the jump") {
  const Zone place = zone("America/New_York");
  CHECK(moment(place, "2023-03-12T01:59:59") == "2023-03-12T06:59:59+00:00");
  CHECK(moment(place, "2023-03-12T02:00") == "2023-03-12T07:00:00+00:00");
  CHECK(moment(place, "2023-03-12T02:30") == "2023-03-12T07:30:00+00:00");
  CHECK(moment(place, "2023-03-12T03:00") == "2023-03-12T07:00:00+00:00");
}

TEST_CASE("a reading that occurs twice is its first occurrence") {
  const Zone place = zone("America/New_York");
  CHECK(moment(place, "2023-11-05T00:59:59") == "2023-11-05T04:59:59+00:00");
  CHECK(moment(place, "2023-11-05T01:30") == "2023-11-05T05:30:00+00:00");
  CHECK(moment(place, "2023-11-05T02:00") == "2023-11-05T07:00:00+00:00");
}

TEST_CASE("Vietnam's offset changed in 1975 and its old local mean time is cut to minutes") {
  const Zone place = zone("Asia/Ho_Chi_Minh");
  CHECK(clocks(place, "1970-01-01T00:00:00Z") == "1970-01-01T08:00:00+08:00");
  CHECK(clocks(place, "1980-01-01T00:00:00Z") == "1980-01-01T07:00:00+07:00");
  CHECK(place.offset(place.at(written("1900-01-01T00:00"))) == minutes(426));
}

TEST_CASE("UTC and zones without whole hours are zones too") {
  CHECK(clocks(zone("Etc/UTC"), "2023-09-10T01:00:00Z") == "2023-09-10T01:00:00+00:00");
  CHECK(clocks(zone("UTC"), "2023-09-10T01:00:00Z") == "2023-09-10T01:00:00+00:00");
  CHECK(clocks(zone("Asia/Kathmandu"), "2023-09-10T01:00:00Z") == "2023-09-10T06:45:00+05:45");
}

TEST_CASE("a name that is no zone is not found") {
  CHECK_FALSE(Zone::find(""));
  CHECK_FALSE(Zone::find("Asia/Hanoi"));
  CHECK_FALSE(Zone::find("asia/ho_chi_minh"));
  CHECK_FALSE(Zone::find("Asia/Ho_Chi_Minh "));
  CHECK_FALSE(Zone::find("GMT+7"));
  CHECK_FALSE(Zone::find("+07:00"));
  CHECK_FALSE(Zone::find("Etc/Unknown"));
  CHECK_FALSE(Zone::find("Asia/\xFF"));
}
