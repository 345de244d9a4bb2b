// SPDX-License-Identifier: Apache-2.0
#include <tests/unit/ranking/scene.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace quiz::tests {
namespace {

std::vector<bank::Bank> make_banks() {
  bank::Bank bank;
  for (int i = 0; i < 10; ++i) {
    bank::Item& item = bank.items.emplace_back();
    item.id = ItemId{"q" + std::to_string(i)};
  }
  return {bank};
}

contest::Contest make_contest() {
  contest::Contest contest;
  contest.zone = text::Zone::find("Asia/Ho_Chi_Minh").value();
  contest.registration = contest::RegistrationMode::roster;
  contest.banks.push_back(contest::NamedBank{"general", "general.yaml", {}});
  contest.person = {"id"};
  contest.tracks.emplace_back();
  contest::Round& round = contest.rounds.emplace_back();
  round.attempts.max.reset();
  contest::Section& section = round.paper.sections.emplace_back();
  section.bank.values = {0};
  return contest;
}

void append(std::string& text, std::string_view separator, std::string_view part) {
  if (!text.empty()) text.append(separator);
  text.append(part);
}

std::string_view word(ranking::SkipReason reason) {
  switch (reason) {
    case ranking::SkipReason::barred:
      return "barred";
    case ranking::SkipReason::below_minimum:
      return "below minimum";
    case ranking::SkipReason::holds_seat:
      return "holds a seat";
  }
  return "";
}

}  // namespace

Scene::Scene() : contest(make_contest()), banks_(make_banks()), items_(contest, banks_) {
  roster.names = {"name", "birth_date", "registered_at"};
  roster.columns.resize(roster.names.size());
  order_by({contest::Key::points});
}

EntrantNo Scene::add(const Registration& registration) {
  roster.ids.push_back(registration.id);
  roster.columns[0].push_back(registration.name);
  roster.columns[1].push_back(registration.birth_date);
  roster.columns[2].push_back(registration.registered_at);
  roster.group.push_back(registration.group);
  contest::Placement& at = placement.emplace_back();
  at.track = registration.track;
  at.barred = static_cast<std::uint32_t>(registration.barred) & 3U;
  return static_cast<EntrantNo>(roster.size() - 1);
}

void Scene::add(EntrantNo entrant, const Sheet& sheet) {
  scoring::ScoredSheet& scored = sheets.emplace_back();
  scored.entrant = entrant;
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
}

EntrantNo Scene::add(std::string_view id, const Sheet& sheet) {
  const EntrantNo entrant = add(id);
  add(entrant, sheet);
  return entrant;
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
  for (const std::uint32_t number : places) {
    contest::Prize& prize = award.prizes.emplace_back();
    prize.id = PrizeId{"p" + std::to_string(award.prizes.size())};
    prize.places = number;
  }
  return award;
}

ranking::Field Scene::field() const {
  return ranking::Field{
      contest, items_, groups, roster, placement, sheets, [this](SheetNo sheet) { return digests[sheet]; }};
}

std::string Scene::id(PersonNo person, const ranking::Tally& tally) const {
  return std::string(roster.ids[tally.persons.first(person)]);
}

std::string Scene::ranked(std::size_t top) const { return ranked(ranking::Scope{}, ranking::Actual{}, top); }

std::string Scene::ranked(const ranking::Scope& scope, const ranking::Actual& actual, std::size_t top) const {
  const ranking::Tally counted = tally();
  std::string text;
  for (const ranking::Standing& standing : ranking::rank(field(), counted, scope, actual, top))
    append(text, ", ", std::to_string(standing.place) + " " + id(standing.person, counted));
  return text;
}

std::string Scene::ranked_groups(std::string_view level, const contest::Award* award) const {
  const std::vector<ranking::GroupTally> tallies = ranking::tally_groups(field(), tally());
  std::string text;
  for (const ranking::GroupStanding& standing : ranking::rank_groups(field(), tallies, level, award)) {
    const std::string& code = groups[standing.group].code.text;
    switch (standing.unranked) {
      case ranking::Unranked::no:
        append(text, ", ", std::to_string(standing.place) + " " + code);
        break;
      case ranking::Unranked::nobody_finished:
        append(text, ", ", "- " + code + " (nobody finished)");
        break;
      case ranking::Unranked::no_headcount:
        append(text, ", ", "- " + code + " (no headcount)");
        break;
    }
  }
  return text;
}

std::string Scene::winner(const ranking::AwardList& list, ranking::Rank rank,
                          const ranking::Tally& tally) const {
  if (contest.awards[list.award].of == contest::AwardOf::groups)
    return groups[list.groups[rank].group].code.text;
  return id(list.persons[rank].person, tally);
}

std::string Scene::awarded() const {
  const ranking::Tally counted = tally();
  const std::vector<ranking::Actual> actuals = ranking::count_actuals(field(), counted);
  const ranking::AwardResult result =
      ranking::award(field(), counted, ranking::tally_groups(field(), counted), actuals);
  const auto name = [&](std::uint32_t no, std::optional<std::uint32_t> prize) {
    const ranking::AwardList& list = result.lists[no];
    const contest::Award& award = contest.awards[list.award];
    std::string text = award.id.text;
    if (list.track) text += " " + contest.tracks[*list.track].id.text;
    if (prize) text += " " + award.prizes[*prize].id.text;
    return text;
  };
  std::string text;
  for (const ranking::Seat& seat : result.seats)
    append(text, "\n",
           name(seat.list, seat.prize) + ": " + std::to_string(seat.place) + " " +
               winner(result.lists[seat.list], seat.rank, counted) + (seat.depends ? ", depends" : ""));
  for (const ranking::OpenTie& tie : result.open) {
    append(text, "\n", name(tie.list, tie.prize) + " open x" + std::to_string(tie.places) + ":");
    for (const ranking::Rank rank : tie.candidates)
      append(text, " ", winner(result.lists[tie.list], rank, counted));
  }
  for (const ranking::Vacancy& vacancy : result.vacant)
    append(text, "\n", name(vacancy.list, vacancy.prize) + " vacant x" + std::to_string(vacancy.places));
  for (const ranking::Skip& skip : result.skipped) {
    append(text, "\n", name(skip.list, std::nullopt) + " passed over ");
    text += winner(result.lists[skip.list], skip.rank, counted) + " (" + std::string(word(skip.reason)) + ")";
    if (skip.moved_up) text += ", " + winner(result.lists[skip.list], *skip.moved_up, counted) + " moved up";
  }
  return text;
}

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

std::int64_t ms(std::string_view moment) {
  const std::optional<WrittenTime> written = parse_time(moment);
  REQUIRE(written);
  REQUIRE(written->offset);
  return (written->local.time_since_epoch() - *written->offset).count();
}

}  // namespace quiz::tests
