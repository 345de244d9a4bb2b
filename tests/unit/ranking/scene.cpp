// SPDX-License-Identifier: Apache-2.0
#include <tests/unit/ranking/scene.hpp>

#include <tests/unit/contest/contests.hpp>
#include <tests/unit/ranking/awarded.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <utility>

namespace quiz::tests {
namespace {

std::vector<bank::Bank> make_banks(const contest::Contest& contest) {
  bank::Bank bank;
  for (int i = 0; i < 10; ++i) {
    bank::Item& item = bank.items.emplace_back();
    item.id = ItemId{"q" + std::to_string(i)};
  }
  std::vector<bank::Bank> banks(contest.banks.size());
  for (bank::Bank& made : banks) made.items = bank.items;
  return banks;
}

contest::Contest make_contest() {
  contest::Contest contest;
  contest.id = "scene";
  contest.zone = text::Zone::find("Asia/Ho_Chi_Minh").value();
  contest.registration = contest::RegistrationMode::roster;
  contest.banks.push_back(contest::NamedBank{"general", "general.yaml", {}});
  contest.person = {"id"};
  contest.tracks.emplace_back();
  contest.order.push_back({contest::Key::points, true, {}});
  contest::Round& round = contest.rounds.emplace_back();
  round.id = RoundId{"w1"};
  contest::RoundRules& rules = round.rules.values.emplace_back();
  rules.attempts.max.reset();
  rules.prediction.emplace();
  rules.paper.sections.emplace_back();
  return contest;
}

ranking::Scope scope_of(const contest::Contest& contest, const contest::Award* award) {
  return award == nullptr ? ranking::whole_contest(contest) : ranking::Scope{award->rounds, award->tracks};
}

std::string_view reason(ranking::Unranked unranked) {
  switch (unranked) {
    case ranking::Unranked::no:
      return "ranked";
    case ranking::Unranked::nobody_finished:
      return "nobody finished";
    case ranking::Unranked::no_headcount:
      return "no headcount";
    case ranking::Unranked::no_number:
      return "no number";
  }
  return "";
}

}  // namespace

Scene::Scene() : Scene(make_contest()) {}

Scene::Scene(std::string_view yaml) : Scene(contest_of(yaml)) {}

Scene::Scene(contest::Contest made)
    : contest(std::move(made)),
      banks_(make_banks(contest)),
      items_(contest, banks_) {
  roster.names = {"name", "birth_date", "registered_at", "kind"};
  roster.columns.resize(roster.names.size());
  roster.open = contest.registration == contest::RegistrationMode::open;
}

EntrantNo Scene::add(const Registration& registration) {
  const auto entrant = static_cast<EntrantNo>(roster.size());
  roster.ids.push_back(registration.id);
  roster.columns[0].push_back(registration.name);
  roster.columns[1].push_back(registration.birth_date);
  roster.columns[2].push_back(registration.registered_at);
  roster.columns[3].push_back(registration.kind);
  roster.group.push_back(registration.group);
  if (!registration.further_groups.empty()) {
    std::vector<GroupNo> all{registration.group};
    all.insert(all.end(), registration.further_groups.begin(), registration.further_groups.end());
    roster.several.add(entrant, all);
  }
  contest::Placement& at = placement.emplace_back();
  at.track = registration.track;
  at.barred = static_cast<std::uint32_t>(registration.barred) & 3U;
  return entrant;
}

void Scene::add(EntrantNo entrant, const Sheet& sheet) {
  scoring::ScoredSheet& scored = sheets.emplace_back();
  scored.entrant = entrant;
  scored.round = static_cast<std::uint16_t>(sheet.round);
  scored.points = Points{sheet.points * Points::kOne};
  scored.started = sheet.started;
  scored.submitted = sheet.submitted;
  scored.duration = sheet.duration;
  scored.prediction = sheet.prediction;
  digests.push_back(sheet.digest);
  scored.attempt = sheet.attempt;
  scored.correct = sheet.correct;
  scored.all_correct = sheet.all_correct;
  scored.late = sheet.late;
  scored.admitted = sheet.admitted;
}

EntrantNo Scene::add(std::string_view id, const Sheet& sheet) {
  return add(Registration{.id = std::string(id)}, sheet);
}

EntrantNo Scene::add(const Registration& registration, const Sheet& sheet) {
  const EntrantNo entrant = add(registration);
  add(entrant, sheet);
  return entrant;
}

void Scene::add_round(std::string_view id) {
  contest.rounds.push_back(contest::Round(contest.rounds.front()));
  contest.rounds.back().id = RoundId{std::string(id)};
}

void Scene::add_track(std::string_view id) {
  contest::Track& track = contest.tracks.emplace_back();
  track.id = TrackId{std::string(id)};
}

void Scene::order_by(const std::vector<contest::Key>& keys) {
  contest.order.clear();
  for (const contest::Key key : keys)
    contest.order.push_back(contest::RankingKey{key, contest::more_is_better(key), {}});
}

contest::Award& Scene::add_award(std::string_view id, const std::vector<std::uint32_t>& places) {
  contest::Award& award = contest.awards.emplace_back();
  award.id = AwardId{std::string(id)};
  award.order = contest.order;
  award.across_rounds = contest.across_rounds;
  award.rounds = ranking::whole_contest(contest).rounds;
  award.tracks = ranking::whole_contest(contest).tracks;
  for (const std::uint32_t number : places) {
    contest::Prize& prize = award.prizes.emplace_back();
    prize.id = PrizeId{"p" + std::to_string(award.prizes.size())};
    prize.places = {{number}};
  }
  return award;
}

contest::Award& Scene::add_group_award(std::string_view id, std::string_view level,
                                       const std::vector<std::uint32_t>& places) {
  contest::Award& award = add_award(id, places);
  award.of = contest::AwardOf::groups;
  award.level = level;
  award.across_rounds = contest::AcrossRounds::mean;
  award.order.clear();
  award.group_order = {{{contest::GroupMeasure::mean_points}}, {{contest::GroupMeasure::finished}}};
  return award;
}

void Scene::freeze(std::uint64_t all_correct, RoundNo round) {
  frozen_[round] = ranking::Counters{all_correct, all_correct, all_correct, all_correct};
}

ranking::Field Scene::field() const {
  return ranking::Field{
      contest, items_, groups, roster, placement, sheets, [this](SheetNo sheet) { return digests[sheet]; }};
}

ranking::Actuals Scene::actuals(const ranking::Tally& tally) const {
  ranking::Actuals actuals = ranking::count_actuals(field(), tally);
  for (const auto& [round, counters] : frozen_)
    for (ranking::Actual& actual : actuals.rounds[round].values) actual = {counters, true};
  return actuals;
}

ranking::AwardResult Scene::award_result() const {
  const ranking::Field made = field();
  const ranking::Tally counted = tally();
  return ranking::award(made, counted, ranking::Membership(made), actuals(counted), decisions);
}

std::string Scene::id(PersonNo person, const ranking::Tally& tally) const {
  return std::string(roster.ids[tally.persons.first(person)]);
}

std::string Scene::ranked(std::size_t top) const {
  return ranked(ranking::list_of(contest, ranking::whole_contest(contest)), top);
}

std::string Scene::ranked(const ranking::ListRules& rules, std::size_t top) const {
  const ranking::Tally counted = tally();
  std::string text;
  for (const ranking::Standing& standing : ranking::rank(field(), counted, actuals(counted), rules, top))
    append(text, ", ", std::to_string(standing.place) + " " + id(standing.person, counted));
  return text;
}

std::string Scene::ranked_in_round(RoundNo round) const {
  ranking::Scope scope = ranking::whole_contest(contest);
  scope.rounds = {round};
  return ranked(ranking::list_of(contest, scope));
}

std::string Scene::ranked_in_track(TrackNo track) const {
  ranking::Scope scope = ranking::whole_contest(contest);
  scope.tracks = {track};
  return ranked(ranking::list_of(contest, scope));
}

std::vector<ranking::GroupStanding> Scene::group_standings(std::string_view level,
                                                           const contest::Award* award) const {
  const ranking::Field made = field();
  const ranking::Tally counted = tally();
  const ranking::Membership membership(made);
  const ranking::Scope scope = scope_of(contest, award);
  const ranking::GroupFigures figures(made, counted, membership, scope, award, {});
  return ranking::rank_groups(made, figures, ranking::groups_of_level(made, membership, scope.rounds, level),
                              award);
}

std::string Scene::ranked_groups(std::string_view level, const contest::Award* award) const {
  std::string text;
  for (const ranking::GroupStanding& standing : group_standings(level, award)) {
    const std::string& code = groups[standing.group].code.text;
    if (standing.unranked == ranking::Unranked::no) {
      append(text, ", ", std::to_string(standing.place) + " " + code);
    } else {
      append(text, ", ", "- " + code + " (" + std::string(reason(standing.unranked)) + ")");
    }
  }
  return text;
}

std::vector<ranking::Counts> Scene::group_counts() const {
  const ranking::Field made = field();
  return ranking::count_groups(made, tally(), ranking::Membership(made), ranking::whole_contest(contest));
}

std::string Scene::awarded() const { return describe(field(), tally(), award_result()); }

std::string Scene::verdicts() const {
  const ranking::Tally counted = tally();
  std::string text;
  for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet)
    append(
        text, ", ",
        std::to_string(counted.attempt[sheet]) + " " + std::string(response::name(counted.verdict[sheet])));
  return text;
}

roster::Group group(std::string_view code, std::string_view level, std::uint64_t headcount, GroupNo parent) {
  roster::Group result;
  result.code = GroupId{std::string(code)};
  result.level = level;
  result.parent = parent;
  if (headcount != 0) result.headcount = headcount;
  return result;
}

Date day(std::string_view date) {
  const std::optional<Date> parsed = parse_date(date);
  REQUIRE(parsed);
  return *parsed;
}

std::int64_t ms(std::string_view moment) {
  const std::optional<WrittenTime> written = parse_time(moment);
  REQUIRE(written);
  REQUIRE(written->offset);
  return (written->local.time_since_epoch() - *written->offset).count();
}

}  // namespace quiz::tests
