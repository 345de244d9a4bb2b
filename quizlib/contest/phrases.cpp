// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/phrases.hpp>

#include <quizlib/text/numbers.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace quiz::contest {
namespace {

/// Columns of the entrants and of the groups whose values are groups.
constexpr std::array<std::string_view, 5> kGroupColumns{"group", "residence", "code", "parent", "successor"};

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Argument choice(std::string_view name, bool yes) { return {name, yes ? "yes" : "no"}; }

std::string Phrases::say(std::string_view key, std::vector<Argument> arguments) const {
  return catalogue_.format(Message("rules." + std::string(key), std::move(arguments)));
}

std::string Phrases::joined(const Strings& texts, std::string_view last) const {
  std::string result = texts.front();
  for (std::size_t i = 1; i < texts.size(); ++i)
    result = say(i + 1 == texts.size() ? last : "list.middle", {{"before", result}, {"next", texts[i]}});
  return result;
}

std::string Phrases::quoted(std::string_view text) const { return say("quoted", {{"text", text}}); }

std::string Phrases::title(const text::Localized& title, std::string_view id) const {
  return quoted(title.empty() ? id : title.in(catalogue_.language()));
}

std::string Phrases::organizer() const { return std::string(contest().organizer.in(catalogue_.language())); }

std::string Phrases::track(TrackNo track) const {
  return title(contest().tracks[track].title, contest().tracks[track].id.text);
}

std::string Phrases::round(RoundNo round) const {
  return title(contest().rounds[round].title, contest().rounds[round].id.text);
}

std::string Phrases::prize(const Prize& prize) const {
  return std::string(prize.title.empty() ? std::string_view(prize.id.text)
                                         : prize.title.in(catalogue_.language()));
}

std::string Phrases::bank(std::uint32_t bank) const {
  const auto title_of = [this](const bank::Bank& one) { return one.title.in(catalogue_.language()); };
  const std::string_view title = title_of(source_.banks[bank]);
  const auto shared = std::ranges::count(source_.banks, title, title_of);
  if (title.empty()) return quoted(contest().banks[bank].name);
  if (shared == 1) return quoted(title);
  return say("bank.named", {{"title", quoted(title)}, {"name", contest().banks[bank].name}});
}

std::string Phrases::rounds(const std::vector<RoundNo>& rounds) const {
  Strings names;
  for (const RoundNo one : rounds) names.push_back(round(one));
  return say("rounds", {{"count", rounds.size()}, {"names", all_of(names)}});
}

std::string Phrases::tracks(const std::vector<TrackNo>& tracks) const {
  Strings names;
  for (const TrackNo one : tracks) names.push_back(track(one));
  return say("tracks", {{"count", tracks.size()}, {"names", all_of(names)}});
}

std::string Phrases::level(std::string_view level) const {
  const std::string key = "level." + std::string(level);
  return has("rules." + key) ? say(key) : say("level", {{"level", quoted(level)}});
}

std::string Phrases::language(text::Language language) const {
  return say("language." + std::string(text::language_code(language)));
}

std::string Phrases::column(std::string_view name, ColumnOf of) const {
  const std::string key = (of == ColumnOf::groups ? "group-column." : "column.") + std::string(name);
  if (has("rules." + key)) return say(key);
  // The columns that lists of results have themselves.
  const std::string own = "column." + std::string(name);
  return of == ColumnOf::lists && has(own) ? catalogue_(own) : quoted(name);
}

std::string Phrases::number(std::int64_t count) const {
  return text::format_count(catalogue_.language(), count);
}

std::string Phrases::number(Decimal value) const {
  return text::localize_decimal(catalogue_.language(), format_decimal(value));
}

std::string Phrases::points(Points points) const {
  return say("points", {choice("one", points.units == Points::kOne),
                        {"points", text::localize_decimal(catalogue_.language(), format_points(points))}});
}

std::string Phrases::percent(Decimal percent) const { return number(percent) + "%"; }

std::string Phrases::percent_of_share(Decimal share) const {
  return percent(Decimal{share.billionths * 100});
}

std::string Phrases::duration(Milliseconds duration) const {
  const std::chrono::hh_mm_ss parts(duration);
  std::string result;
  const auto add = [&](std::string_view unit, std::int64_t count) {
    if (count == 0) return;
    if (!result.empty()) result += ' ';
    result += say(unit, {{"count", count}});
  };
  add("duration.hours", parts.hours().count());
  add("duration.minutes", parts.minutes().count());
  add("duration.seconds", parts.seconds().count());
  add("duration.milliseconds", parts.subseconds().count());
  return result;
}

std::string Phrases::moment(Instant instant, bool closes) const {
  const LocalTime local = contest().zone.local(instant);
  auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss clock(local - day);
  const bool ends_day = closes && local == day;
  if (ends_day) day -= std::chrono::days(1);
  std::string second = two_digits(clock.seconds().count());
  if (const std::int64_t rest = clock.subseconds().count(); rest != 0) {
    const std::string digits = std::to_string(1000 + rest).substr(1);
    second = text::localize_decimal(catalogue_.language(), second + '.' + digits);
  }
  return say("moment", {{"hour", two_digits(ends_day ? 24 : clock.hours().count())},
                        {"minute", two_digits(clock.minutes().count())},
                        choice("with_seconds", second != "00"),
                        {"second", second},
                        {"date", date(Date(day))}});
}

std::string Phrases::date(Date date) const { return text::format_date(catalogue_.language(), date); }

std::string Phrases::money(const std::string& digits, std::string_view currency) const {
  std::string key = "currency.";
  // Currencies are capitals, keys of the catalogue small letters.
  for (const char letter : currency) key.push_back(static_cast<char>(letter - 'A' + 'a'));
  return text::localize_decimal(catalogue_.language(), digits) + ' ' +
         (has("rules." + key) ? say(key) : std::string(currency));
}

std::string Phrases::condition(const Condition& condition, ColumnOf of) const {
  Strings tests;
  for (const Test& one : condition.tests) tests.push_back(test(one, of));
  return all_of(tests);
}

std::string Phrases::test(const Test& test, ColumnOf of) const {
  const bool of_age = of == ColumnOf::entrants && test.column == "age";
  const std::string kind = of_age ? "age" : "column";
  std::vector<Argument> arguments{{"column", of_age ? std::string() : column(test.column, of)}};
  if (!test.any_of.empty()) {
    Strings values;
    for (const std::string& one : test.any_of) values.push_back(of_age ? one : value(test, one));
    arguments.emplace_back("values", one_of(values));
    return say("condition." + kind + "-is", std::move(arguments));
  }
  if (test.low) arguments.emplace_back("low", number(*test.low));
  if (test.high) arguments.emplace_back("high", number(*test.high));
  const std::string_view range = !test.high ? "-from" : !test.low ? "-to" : "-between";
  return say(("condition." + kind).append(range), std::move(arguments));
}

std::string Phrases::value(const Test& test, const std::string& value) const {
  const bool names_group = std::ranges::find(kGroupColumns, test.column) != kGroupColumns.end();
  const GroupNo group = names_group ? source_.groups.find(value) : kNone;
  if (group == kNone) return quoted(value);
  return say("group", {{"name", source_.groups[group].name}, {"code", value}});
}

}  // namespace quiz::contest
