// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_text.hpp>
#include <tests/unit/contest/checked.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using quiz::tests::bank_of;
using quiz::tests::contest_of;
using quiz::tests::inline_table;
using quiz::tests::kSmallContest;
using quiz::tests::read_bank_of;
using quiz::tests::small_contest_and;
using quiz::tests::with;
using quiz::text::Language;

namespace {

constexpr std::string_view kGroups =
    "code,name,parent,level,kind,headcount\n06,Tỉnh Bắc Kạn,,province,,100\n";

/// Everything has a value of its own, so that each can be changed alone.
constexpr std::string_view kRich = R"(format: quiz-contest/1
id: rich
title: {vi: Cuộc thi giàu, en: The rich contest}
organizer: {vi: Ban Tổ chức, en: The board}
languages: [vi, en]
timezone: Asia/Ho_Chi_Minh
banks: {general: g.yaml, officials: o.yaml}
groups: {file: groups.csv, levels: [province, commune]}
registration: {mode: roster, file: entrants.csv}
person: [name, birth_date]
age_on: 2027-03-15
tracks:
- {id: off, title: {vi: Cán bộ, en: Officials}, where: {kind: [official, army]}, eligible: {age: 18..60}}
- {id: peo, title: {vi: Nhân dân, en: People}, where: {rank: 2..7}, eligible: {residence: "06"}}
excluded: {file: excluded.csv}
round_defaults:
  attempts: {max: 4, per: contest, keep: best}
  paper: {sections: [{bank: {off: officials, peo: general}, draw: 2, points: 3}]}
rounds:
- id: w1
  title: {vi: Tuần 1, en: Week 1}
  opens: 2027-03-01 08:00
  closes: 2027-03-07 24:00
  time_limit: {off: 21m, peo: 22m30s}
  grace: 10s
  attempts: {max: 3, per: round, keep: [correct, submitted desc]}
  require_all: true
  paper:
    sections:
    - {bank: general, skills: [s/1], difficulty: [easy, hard], draw: 1, points: 2.5}
    - {bank: officials, tags: [law], draw: all}
    shuffle: [choices]
  scoring: {rule: all-or-nothing, wrong: -0.25, blank: -0.1, floor: -3}
  prediction: {target: registered, scope: [round, track], unit: percent}
- id: w2
  title: {vi: Tuần 2, en: Week 2}
  opens: 2027-03-08 09:30:15
  closes: 2027-03-14
  prediction: {target: all-correct, scope: [], unit: count}
ranking: {order: [points, prediction, duration desc, started], across_rounds: best, resolution: 2s}
awards:
- id: weekly
  title: {vi: Giải tuần, en: Weekly prizes}
  of: entrants
  per: [round, track]
  prizes:
  - {id: w-gold, title: {vi: Nhất tuần, en: Weekly gold}, places: {off: 3, peo: 5}, amount: {off: 700 VND, peo: 600 VND}}
  - {id: w-iron, title: {vi: Ba tuần, en: Weekly iron}, places: 8}
  minimum: {points: 51%}
  limit: {per_person: highest, share: 49%}
  ties: report
- id: final
  title: {vi: Giải chung cuộc, en: Final prizes}
  of: entrants
  rounds: [w1]
  tracks: [peo]
  where: {gender: female}
  prizes: [{id: f-gold, title: {vi: Nhất chung cuộc, en: Final gold}, places: 2, amount: 9000 VND}]
  minimum: {points: 1.5}
  order: [points, correct]
  ties: share
- id: both
  title: {vi: Giải hai tuần, en: Prizes of both weeks}
  of: entrants
  prizes: [{id: b-gold, places: 4}]
  across_rounds: sum
  ties: extend
- id: communes
  title: {vi: Giải xã, en: Prizes of communes}
  of: groups
  level: commune
  where: {kind: phuong}
  blocks:
  - {id: small, title: {vi: Khối nhỏ, en: Small ones}, where: {headcount: 1..49}}
  - {id: large, title: {vi: Khối lớn, en: Large ones}, where: {headcount: 50..}}
  score:
  - {term: participation, cap: 99, weight: 1/3, over: headcount}
  - {term: "top-mean:7", weight: 0.5}
  - {term: prize-points, award: weekly, values: {w-gold: 10, w-iron: 6}}
  - {term: "column:publicity", cap: 20}
  across_rounds: mean
  order: [score, finished, attempts asc]
  minimum: {registered: 11, finished: 12, attempts: 13, all_correct: 14, headcount: 15}
  prizes: [{id: c-gold, title: {vi: Nhất xã, en: Commune gold}, places: 6, amount: 5000 VND}]
  ties: lot
publish: {columns: [place, name, points], mask: [birth_date], bands: [100%, 75%]}
)";

std::string text_of(std::string_view yaml, Language language) {
  const quiz::contest::Contest contest = contest_of(yaml);
  std::vector<quiz::bank::Bank> banks;
  for (std::size_t i = 0; i < contest.banks.size(); ++i)
    banks.push_back(read_bank_of(bank_of({"id: a, difficulty: easy, skills: [s/1, s/2], tags: [law, tax]",
                                          "id: b, difficulty: hard, skills: [s/1, s/2], tags: [law, tax]",
                                          "id: c, difficulty: medium, skills: [s/1, s/2], tags: [law]"})));
  quiz::Diagnostics diagnostics;
  const auto groups =
      quiz::roster::read_groups(inline_table("groups.csv", std::string(kGroups)), diagnostics).value();
  const quiz::contest::RulesText rules = quiz::contest::rules_text(
      {contest, quiz::contest::Items(contest, banks), banks, groups}, quiz::text::Catalogue(language));
  std::string text = rules.organizer + '\n' + rules.title + '\n';
  for (const auto& article : rules.articles) {
    text += article.heading + '\n';
    for (const auto& paragraph : article.paragraphs) {
      text += paragraph.mark + ' ' + paragraph.text + '\n';
      for (const auto& point : paragraph.points) text += "  " + point.mark + ' ' + point.text + '\n';
      for (const auto& row : paragraph.table.rows) {
        for (const std::string& cell : row) text += "  | " + cell;
        text += '\n';
      }
    }
  }
  return text;
}

}  // namespace

TEST_CASE("whatever field of a contest is changed, the text of the rules changes") {
  const std::vector<std::pair<std::string_view, std::string_view>> changes{
      {"id: rich\n", "id: other\n"},
      {"vi: Cuộc thi giàu, en: The rich contest", "vi: Khác, en: Another"},
      {"vi: Ban Tổ chức, en: The board", "vi: Sở, en: The office"},
      {"languages: [vi, en]", "languages: [en, vi]"},
      {"Asia/Ho_Chi_Minh", "Asia/Vientiane"},
      {"general: g.yaml", "general: h.yaml"},
      {"file: groups.csv", "file: units.csv"},
      {"[province, commune]", "[district, commune]"},
      {"{mode: roster, file: entrants.csv}", "{mode: open}"},
      {"file: entrants.csv", "file: people.csv"},
      {"[name, birth_date]", "[name, phone]"},
      {"age_on: 2027-03-15", "age_on: 2027-03-16"},
      {"vi: Cán bộ, en: Officials", "vi: Viên chức, en: Staff"},
      {"vi: Nhân dân, en: People", "vi: Dân, en: Citizens"},
      {"[official, army]", "[official]"},
      {"age: 18..60", "age: 18.."},
      {"rank: 2..7", "rank: ..7"},
      {"residence: \"06\"", "residence: \"07\""},
      {"excluded: {file: excluded.csv}\n", ""},
      {"file: excluded.csv", "file: barred.csv"},
      {"max: 4, per: contest", "max: 5, per: contest"},
      {"max: 4, per: contest", "max: 4, per: round"},
      {"per: contest, keep: best", "per: contest, keep: first"},
      {"per: contest, keep: best", "per: contest, keep: last"},
      {"{off: officials, peo: general}, draw: 2", "{off: officials, peo: officials}, draw: 2"},
      {"draw: 2, points: 3", "draw: 3, points: 3"},
      {"draw: 2, points: 3", "draw: 2, points: 4"},
      {"id: w2", "id: w9"},
      {"vi: Tuần 1, en: Week 1", "vi: Đợt 1, en: First week"},
      {"2027-03-01 08:00", "2027-03-01 08:01"},
      {"2027-03-07 24:00", "2027-03-07 23:59:59"},
      {"off: 21m", "off: 20m"},
      {"peo: 22m30s", "peo: 22m"},
      {"grace: 10s", "grace: 0s"},
      {"max: 3, per: round", "max: unlimited, per: round"},
      {"max: 3, per: round", "max: 3, per: contest"},
      {"keep: [correct, submitted desc]", "keep: [submitted desc, correct]"},
      {"keep: [correct, submitted desc]", "keep: [correct, submitted]"},
      {"require_all: true", "require_all: false"},
      {"bank: general, skills", "bank: officials, skills"},
      {"skills: [s/1]", "skills: [s/2]"},
      {"difficulty: [easy, hard]", "difficulty: [easy, medium]"},
      {"draw: 1, points: 2.5", "draw: 2, points: 2.5"},
      {"draw: 1, points: 2.5", "draw: 1, points: 2"},
      {"tags: [law]", "tags: [tax]"},
      {"draw: all}", "draw: 3}"},
      {"shuffle: [choices]", "shuffle: []"},
      {"shuffle: [choices]", "shuffle: [items]"},
      {"shuffle: [choices]", "shuffle: [items, choices]"},
      {"wrong: -0.25", "wrong: -0.5"},
      {"wrong: -0.25", "wrong: 0.25"},
      {"blank: -0.1", "blank: 0"},
      {"floor: -3", "floor: 0"},
      {"target: registered", "target: attempts"},
      {"scope: [round, track]", "scope: [round]"},
      {"scope: [round, track]", "scope: [track]"},
      {"unit: percent", "unit: count"},
      {"  prediction: {target: all-correct, scope: [], unit: count}\n", ""},
      {"2027-03-08 09:30:15", "2027-03-08 09:30"},
      {"[points, prediction, duration desc, started]", "[points, prediction, duration, started]"},
      {"[points, prediction, duration desc, started]", "[prediction, points, duration desc, started]"},
      {"[points, prediction, duration desc, started]", "[points, prediction, duration desc, registered]"},
      {"across_rounds: best", "across_rounds: sum"},
      {"resolution: 2s", "resolution: 2ms"},
      {"id: both", "id: two"},
      {"vi: Giải tuần, en: Weekly prizes", "vi: Giải, en: Prizes"},
      {"per: [round, track]\n  prizes", "per: [track]\n  prizes"},
      {"id: w-gold, title: {vi: Nhất tuần, en: Weekly gold}", "id: w-gold, title: {vi: Vàng, en: Gold}"},
      {"places: {off: 3, peo: 5}", "places: {off: 3, peo: 6}"},
      {"off: 700 VND", "off: 701 VND"},
      {"peo: 600 VND", "peo: 600 LAK"},
      {"places: 8", "places: 9"},
      {"points: 51%", "points: 52%"},
      {"points: 51%", "points: 51"},
      {"per_person: highest", "per_person: first"},
      {"per_person: highest, ", ""},
      {"share: 49%", "share: 48%"},
      {"  ties: report\n", "  ties: lot\n"},
      {"rounds: [w1]", "rounds: [w2]"},
      {"  rounds: [w1]\n", ""},
      {"tracks: [peo]", "tracks: [off]"},
      {"gender: female", "gender: male"},
      {"points: 1.5", "points: 1.25"},
      {"order: [points, correct]", "order: [correct, points]"},
      {"ties: share", "ties: report"},
      {"id: b-gold", "id: b-silver"},
      {"across_rounds: sum", "across_rounds: best"},
      {"ties: extend", "ties: share"},
      {"level: commune", "level: province"},
      {"kind: phuong", "kind: xa"},
      {"id: small", "id: tiny"},
      {"vi: Khối nhỏ, en: Small ones", "vi: Nhỏ, en: Tiny ones"},
      {"headcount: 1..49", "headcount: 2..49"},
      {"headcount: 50..}", "headcount: 51..}"},
      {"cap: 99, ", "cap: 98, "},
      {"weight: 1/3", "weight: 2/3"},
      {"over: headcount", "over: registered"},
      {"top-mean:7", "top-mean:8"},
      {"weight: 0.5", "weight: 0.25"},
      {"{w-gold: 10, w-iron: 6}", "{w-gold: 10, w-iron: 7}"},
      {"column:publicity", "column:quality"},
      {"cap: 20", "cap: 21"},
      {"across_rounds: mean", "across_rounds: sum"},
      {"[score, finished, attempts asc]", "[score, finished, attempts]"},
      {"[score, finished, attempts asc]", "[score, total-points, attempts asc]"},
      {"registered: 11", "registered: 10"},
      {"finished: 12", "finished: 10"},
      {"attempts: 13", "attempts: 10"},
      {"all_correct: 14", "all_correct: 10"},
      {"headcount: 15", "headcount: 10"},
      {"places: 6", "places: 7"},
      {"amount: 5000 VND", "amount: 5001 VND"},
      {"ties: lot", "ties: report"},
      {"columns: [place, name, points]", "columns: [place, name, correct]"},
      {"mask: [birth_date]", "mask: [name]"},
      {"bands: [100%, 75%]", "bands: [100%, 50%]"},
  };
  for (const Language language : {Language::vi, Language::en}) {
    const std::string before = text_of(kRich, language);
    for (const auto& change : changes) {
      CAPTURE(change.first);
      CAPTURE(change.second);
      CHECK(text_of(with(kRich, change.first, change.second), language) != before);
    }
  }
}

TEST_CASE("no sentence of the rules is missing in a language") {
  for (const Language language : {Language::vi, Language::en})
    CHECK(text_of(kRich, language).find("[rules.") == std::string::npos);
}

TEST_CASE("the rules of the least contest say what is in force and nothing of what it does not have") {
  CHECK(text_of(kSmallContest, Language::en) == R"(
Thi thử
Article 1. General provisions
 The language of the contest is Vietnamese.
Article 2. Who may take part
1. No registration beforehand is required: whoever hands in a paper is an entrant.
2. Each registration id is one person. Attempts, places and prizes are of persons.
Article 3. Dates and times
1. The round “w1”: opens at 08:00 on 10 September 2023 and closes at 17:00 on 30 September 2023.
2. Times in these rules are those of the time zone Asia/Ho_Chi_Minh.
3. A paper has no time limit; it ends when the round closes.
4. A paper handed in after its end is late and does not count.
5. A paper started or handed in before the round opens is refused.
Article 4. The paper
1. Each paper has 2 questions and at most 2 points: 2 drawn by lot from the bank, 1 point each.
2. The questions are those of the bank “B”.
3. The order of the questions in each part and that of the choices differ from paper to paper.
4. A paper may be handed in before its end with questions left unanswered.
Article 5. Attempts and the result that counts
1. Each person has at most 1 attempt in a round.
2. A late paper uses up an attempt, too. Papers beyond the number of attempts do not count.
Article 6. Scoring
1. How a question gives points: for true or false questions, a wholly right answer gives all points of the question, any other is wrong.
2. A wrong answer gives 0 points, a blank one gives 0 points. A paper has no less than 0 points.
Article 7. Ranking of persons
1. Persons are ranked by these criteria; each decides only among those who are equal in all before it:
  a) more points;
  b) less time taken.
2. Those who are equal in all criteria share a place; the next places are left out.
3. In each criterion those without a value come after those who have one.
4. Moments and durations are compared in steps of 1 millisecond; what is left over is cut off.
Article 8. Publication of results
1. Results published before the organizers freeze the figures are provisional.
2. Where they are published, only a part is shown of telephone number and personal id number.
Article 9. Sealing of the rules and questions
1. The rules and the bank “B” are sealed: the organizers publish a commitment before the contest opens and its seed after the contest, so that anybody can verify that rules, questions and the drawing of papers were not changed.
2. Once sealed, changed rules or questions are refused.
Article 10. Codes
 Lists and files of the contest use these codes:
  | demo  | this contest
  | w1  | the round “w1”
  | general  | the bank “B”, file banks/general.yaml
)");
}
