// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/print.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <string>

using quiz::tests::contest_of;
using quiz::tests::kSmallContest;

namespace {

std::string printed(std::string_view yaml) {
  std::string text;
  {
    quiz::io::JsonWriter json([&](std::string_view piece) { text += piece; });
    json.begin_object();
    quiz::contest::write_json(contest_of(yaml), json);
    json.end_object();
  }
  return text;
}

}  // namespace

TEST_CASE("the least contest is printed with every default in force") {
  CHECK(printed(kSmallContest) == R"({
  "format": "quiz-contest/1",
  "id": "demo",
  "title": {
    "vi": "Thi thử"
  },
  "organizer": null,
  "languages": ["vi"],
  "timezone": "Asia/Ho_Chi_Minh",
  "banks": {
    "general": "banks/general.yaml"
  },
  "groups": null,
  "registration": {
    "mode": "open",
    "file": null
  },
  "person": ["id"],
  "age_on": "2023-09-10",
  "tracks": [],
  "excluded": null,
  "rounds": [
    {
      "id": "w1",
      "title": null,
      "opens": "2023-09-10T08:00:00+07:00",
      "closes": "2023-09-30T17:00:00+07:00",
      "time_limit": null,
      "grace": "0s",
      "attempts": {
        "max": 1,
        "per": "round",
        "keep": "best"
      },
      "require_all": false,
      "paper": {
        "sections": [
          {
            "bank": "general",
            "skills": [],
            "tags": [],
            "difficulty": [],
            "draw": 2,
            "points": null
          }
        ],
        "shuffle": ["items", "choices"]
      },
      "scoring": {
        "rule": "all-or-nothing",
        "wrong": "0",
        "blank": "0",
        "floor": "0"
      },
      "prediction": null
    }
  ],
  "ranking": {
    "order": ["points", "duration"],
    "across_rounds": "sum",
    "resolution": "1ms"
  },
  "awards": [],
  "publish": {
    "columns": [],
    "mask": [],
    "bands": []
  }
}
)");
}

TEST_CASE("everything that a contest says is printed as contest.yaml nests it, with the totals of awards") {
  CHECK(printed(R"(format: quiz-contest/1
id: full
title: {vi: Thi, en: Contest}
organizer: {vi: Ban, en: Board}
languages: [vi, en]
timezone: Asia/Vientiane
banks: {general: g.yaml, officials: o.yaml}
groups: {file: groups.csv, levels: [province, commune]}
registration: {mode: roster, file: entrants.csv}
person: [name, birth_date]
age_on: 2023-09-30
tracks:
- {id: officials, title: {vi: Cán bộ}, where: {kind: [official, army], group: BK}}
- {id: people, eligible: {age: 15.., score: -0.5..10, rank: ..3}}
excluded: {file: excluded.csv}
rounds:
- id: w1
  title: {vi: Vòng 1}
  opens: 2023-09-10
  closes: 2023-09-30
  time_limit: 1h30m
  grace: 500ms
  attempts: {max: unlimited, per: contest, keep: [points, submitted, duration desc]}
  require_all: {people: true, officials: false}
  paper:
    sections:
    - {bank: {people: general, officials: officials}, skills: [s/1], tags: [t], difficulty: [easy, hard], draw: 2, points: 2.5}
    - {bank: general, draw: all}
    shuffle: [choices]
  scoring: {rule: per-right, order: longest-run, multiple: per-option, wrong: -0.25, blank: -0.1, floor: -3}
  prediction: {target: attempts, scope: [track], unit: percent}
ranking: {order: [points asc, prediction, submitted desc, duration asc], across_rounds: best, resolution: 1s}
awards:
- id: individual
  title: {vi: Cá nhân}
  of: entrants
  per: [track]
  prizes:
  - {id: a, title: {vi: A}, places: {people: 2, officials: 1}, amount: {people: 2 VND, officials: 3 VND}}
  - {id: b, places: 30, amount: 5 LAK}
  minimum: {points: 50%}
  limit: {per_person: first, share: 33.5%}
  ties: lot
- id: open
  of: entrants
  per: [round]
  rounds: [w1]
  tracks: [people]
  where: {kind: [army], age: 60..}
  order: [correct, submitted]
  across_rounds: sum
  prizes: [{id: a, places: 7}]
  minimum: {points: 7.5}
- id: communes
  of: groups
  level: commune
  where: {kind: xa}
  blocks:
  - {id: small, title: {vi: Nhỏ}, where: {headcount: 1..49}}
  - {id: large, where: {headcount: 50..}}
  score:
  - {term: participation, cap: 99.5, over: registered}
  - {term: total-points, weight: 100/15}
  - {term: prize-points, award: individual, values: {b: -0.5, a: 10}}
  - {term: column:publicity}
  across_rounds: sum
  minimum: {registered: 12, finished: 10, attempts: 11, all_correct: 1, headcount: 5}
  order: [score, finished asc, top-mean:3]
  prizes: [{id: a, places: 2}]
  ties: share
publish: {columns: [place, name], mask: [phone], bands: [100%, 2.5%]}
)") == R"({
  "format": "quiz-contest/1",
  "id": "full",
  "title": {
    "vi": "Thi",
    "en": "Contest"
  },
  "organizer": {
    "vi": "Ban",
    "en": "Board"
  },
  "languages": ["vi", "en"],
  "timezone": "Asia/Vientiane",
  "banks": {
    "general": "g.yaml",
    "officials": "o.yaml"
  },
  "groups": {
    "file": "groups.csv",
    "levels": ["province", "commune"]
  },
  "registration": {
    "mode": "roster",
    "file": "entrants.csv"
  },
  "person": ["name", "birth_date"],
  "age_on": "2023-09-30",
  "tracks": [
    {
      "id": "officials",
      "title": {
        "vi": "Cán bộ"
      },
      "where": {
        "kind": ["official", "army"],
        "group": "BK"
      },
      "eligible": {}
    },
    {
      "id": "people",
      "title": null,
      "where": {},
      "eligible": {
        "age": "15..",
        "score": "-0.5..10",
        "rank": "..3"
      }
    }
  ],
  "excluded": {
    "file": "excluded.csv"
  },
  "rounds": [
    {
      "id": "w1",
      "title": {
        "vi": "Vòng 1"
      },
      "opens": "2023-09-10T00:00:00+07:00",
      "closes": "2023-10-01T00:00:00+07:00",
      "time_limit": "1h30m",
      "grace": "500ms",
      "attempts": {
        "max": "unlimited",
        "per": "contest",
        "keep": ["points", "submitted", "duration desc"]
      },
      "require_all": {
        "officials": false,
        "people": true
      },
      "paper": {
        "sections": [
          {
            "bank": {
              "officials": "officials",
              "people": "general"
            },
            "skills": ["s/1"],
            "tags": ["t"],
            "difficulty": ["easy", "hard"],
            "draw": 2,
            "points": "2.5"
          },
          {
            "bank": "general",
            "skills": [],
            "tags": [],
            "difficulty": [],
            "draw": "all",
            "points": null
          }
        ],
        "shuffle": ["choices"]
      },
      "scoring": {
        "rule": "per-right",
        "multiple": "per-option",
        "order": "longest-run",
        "wrong": "-0.25",
        "blank": "-0.1",
        "floor": "-3"
      },
      "prediction": {
        "target": "attempts",
        "scope": ["track"],
        "unit": "percent"
      }
    }
  ],
  "ranking": {
    "order": ["points asc", "prediction", "submitted desc", "duration"],
    "across_rounds": "best",
    "resolution": "1s"
  },
  "awards": [
    {
      "id": "individual",
      "title": {
        "vi": "Cá nhân"
      },
      "of": "entrants",
      "per": ["track"],
      "rounds": ["w1"],
      "tracks": ["officials", "people"],
      "where": {},
      "minimum": {
        "points": "50%"
      },
      "limit": {
        "per_person": "first",
        "share": "33.5%"
      },
      "order": ["points asc", "prediction", "submitted desc", "duration"],
      "prizes": [
        {
          "id": "a",
          "title": {
            "vi": "A"
          },
          "places": {
            "officials": 1,
            "people": 2
          },
          "amount": {
            "officials": "3 VND",
            "people": "2 VND"
          }
        },
        {
          "id": "b",
          "title": null,
          "places": 30,
          "amount": "5 LAK"
        }
      ],
      "across_rounds": "best",
      "ties": "lot",
      "places_per_list": {
        "officials": 31,
        "people": 32
      },
      "lists": 2,
      "total": 63
    },
    {
      "id": "open",
      "title": null,
      "of": "entrants",
      "per": ["round"],
      "rounds": ["w1"],
      "tracks": ["people"],
      "where": {
        "kind": ["army"],
        "age": "60.."
      },
      "minimum": {
        "points": "7.5"
      },
      "limit": null,
      "order": ["correct", "submitted"],
      "prizes": [
        {
          "id": "a",
          "title": null,
          "places": 7,
          "amount": null
        }
      ],
      "across_rounds": "sum",
      "ties": "report",
      "places_per_list": 7,
      "lists": 1,
      "total": 7
    },
    {
      "id": "communes",
      "title": null,
      "of": "groups",
      "per": [],
      "rounds": ["w1"],
      "tracks": ["officials", "people"],
      "where": {
        "kind": "xa"
      },
      "level": "commune",
      "blocks": [
        {
          "id": "small",
          "title": {
            "vi": "Nhỏ"
          },
          "where": {
            "headcount": "1..49"
          }
        },
        {
          "id": "large",
          "title": null,
          "where": {
            "headcount": "50.."
          }
        }
      ],
      "score": [
        {
          "term": "participation",
          "weight": "1",
          "cap": "99.5",
          "over": "registered"
        },
        {
          "term": "total-points",
          "weight": "100/15",
          "cap": null
        },
        {
          "term": "prize-points",
          "weight": "1",
          "cap": null,
          "award": "individual",
          "values": {
            "a": "10",
            "b": "-0.5"
          }
        },
        {
          "term": "column:publicity",
          "weight": "1",
          "cap": null
        }
      ],
      "order": ["score", "finished asc", "top-mean:3"],
      "minimum": {
        "registered": 12,
        "finished": 10,
        "attempts": 11,
        "all_correct": 1,
        "headcount": 5
      },
      "prizes": [
        {
          "id": "a",
          "title": null,
          "places": 2,
          "amount": null
        }
      ],
      "across_rounds": "sum",
      "ties": "share",
      "places_per_list": 2,
      "lists": 2,
      "total": 4
    }
  ],
  "publish": {
    "columns": ["place", "name"],
    "mask": ["phone"],
    "bands": ["100%", "2.5%"]
  }
}
)");
}
