// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/io/yaml.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// A small bank and small contests over it, as texts of their files and read.
namespace quiz::tests {

/// Six items. Keys: q1 b, q2 a and c (multiple), q3 true, q4 d, q5 a (retired), q6 a.
inline constexpr std::string_view kBank = R"(format: quiz-bank/1
id: small
title: {vi: "Ngân hàng nhỏ", en: "A small bank"}
languages: [vi, en]
license: CC0-1.0
items:
- id: q1
  type: single
  stem: {vi: "Hai cộng hai?", en: "Two plus two?"}
  choices:
  - {id: a, text: {vi: "ba", en: "three"}}
  - {id: b, text: {vi: "Bốn", en: "four"}, key: true}
  - {id: c, text: {vi: "năm", en: "five"}}
- id: q2
  type: multiple
  stem: {vi: "Số nào lẻ?", en: "Which are odd?"}
  choices:
  - {id: a, text: {vi: "một", en: "one"}, key: true}
  - {id: b, text: {vi: "hai", en: "two"}}
  - {id: c, text: {vi: "ba", en: "three"}, key: true}
  - {id: d, text: {vi: "bốn; tư", en: "four"}}
- id: q3
  type: truefalse
  stem: {vi: "Mặt trời mọc ở đằng đông.", en: "The sun rises in the east."}
  key: true
- id: q4
  type: single
  stem: {vi: "Màu lá cây?", en: "The colour of leaves?"}
  choices:
  - {id: a, text: {vi: "đỏ", en: "red"}}
  - {id: b, text: {vi: "vàng", en: "yellow"}}
  - {id: c, text: {vi: "tím", en: "purple"}}
  - {id: d, text: {vi: "xanh", en: "green"}, key: true}
- id: q5
  type: single
  stem: {vi: "Câu đã bỏ", en: "A question given up"}
  status: retired
  choices:
  - {id: a, text: {vi: "phải", en: "yes"}, key: true}
  - {id: b, text: {vi: "không", en: "no"}}
- id: q6
  type: single
  stem: {vi: "Một giờ có bao nhiêu phút?", en: "How many minutes has an hour?"}
  choices:
  - {id: a, text: "60", key: true}
  - {id: b, text: "100"}
)";

/// An item of each type in which answers are kept in lists, and one with choices.
inline constexpr std::string_view kTypesBank = R"(format: quiz-bank/1
id: small
title: {vi: "Mọi loại câu hỏi", en: "Every type"}
languages: [vi, en]
license: CC0-1.0
items:
- id: pi
  type: numeric
  stem: {vi: "Số pi?", en: "Pi?"}
  key: 3.14
  tolerance: 0.01
- id: capital
  type: text
  stem: {vi: "Thủ đô của Việt Nam?", en: "The capital of Viet Nam?"}
  accept: [Hà Nội, Thăng Long]
  match: {marks: false}
- id: water
  type: order
  stem: {vi: "Nước chảy đi đâu?", en: "Where does water go?"}
  choices:
  - {id: r, text: {vi: "mưa", en: "rain"}}
  - {id: v, text: {vi: "sông", en: "river"}}
  - {id: s, text: {vi: "biển", en: "sea"}}
- id: states
  type: match
  stem: {vi: "Thủ đô nào?", en: "Which capital?"}
  pairs:
  - {left: {vi: "Lào", en: "Laos"}, right: {vi: "Viêng Chăn", en: "Vientiane"}}
  - {left: {vi: "Thái Lan", en: "Thailand"}, right: {vi: "Băng Cốc", en: "Bangkok"}}
  - {left: {vi: "x = y", en: "x = y"}, right: {vi: "y = x", en: "y = x"}}
- id: letter
  type: essay
  stem: {vi: "Viết thư cho bạn.", en: "Write to a friend."}
- id: sun
  type: truefalse
  stem: {vi: "Mặt trời mọc ở đằng đông.", en: "The sun rises in the east."}
  key: true
)";

/// Open registration, one fixed paper of q1, q2, q3, q4 and q6, two attempts of ten minutes with ten seconds
/// of grace, from 8:00 to 17:00 on one day.
inline constexpr std::string_view kFixedContest = R"(format: quiz-contest/1
id: small
title: {vi: "Cuộc thi nhỏ"}
languages: [vi]
timezone: Asia/Ho_Chi_Minh
banks: {small: banks/small.yaml}
registration: {mode: open}
rounds:
- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-10 17:00
  time_limit: 10m
  grace: 10s
  attempts: {max: 2}
  paper:
    sections:
    - {bank: small, draw: all}
    shuffle: []
ranking: {order: [points, duration, submitted]}
)";

/// The same with a roster, and papers of three items drawn and shuffled for each attempt.
inline constexpr std::string_view kDrawnContest = R"(format: quiz-contest/1
id: small
title: {vi: "Cuộc thi nhỏ"}
languages: [vi]
timezone: Asia/Ho_Chi_Minh
banks: {small: banks/small.yaml}
registration: {mode: roster, file: entrants.csv}
excluded: {file: excluded.csv}
rounds:
- id: w1
  opens: 2023-09-10 08:00
  closes: 2023-09-10 17:00
  time_limit: 10m
  grace: 10s
  attempts: {max: 2}
  paper:
    sections:
    - {bank: small, draw: 3}
ranking: {order: [points, duration, submitted]}
)";

/// `text` with the one place where `part` stands replaced. Throws where there is none, or a second.
inline std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
  const std::size_t at = text.find(part);
  if (at == std::string_view::npos || text.find(part, at + 1) != std::string_view::npos)
    throw std::invalid_argument("not there exactly once: " + std::string(part));
  return std::string(text.substr(0, at)).append(by).append(text.substr(at + part.size()));
}

/// The codes of all findings, with their lines.
inline std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& finding : diagnostics.kept())
    codes.push_back(std::to_string(finding.place.line) + " " + finding.message.code);
  return codes;
}

/// A contest with its only bank, read from the texts of their files. Throws where there is a finding.
struct SmallContest {
  explicit SmallContest(std::string_view contest_yaml, std::string_view bank_yaml = kBank)
      : contest(parsed<contest::Contest>("contest.yaml", contest_yaml, contest::read_contest)),
        banks{parsed<bank::Bank>("banks/small.yaml", bank_yaml, bank::read_bank)},
        items(contest, banks) {}
  SmallContest(const SmallContest&) = delete;
  SmallContest& operator=(const SmallContest&) = delete;

  contest::Contest contest;
  std::vector<bank::Bank> banks;
  contest::Items items;

 private:
  template <class T>
  static T parsed(const std::string& file, std::string_view text,
                  std::optional<T> (*read)(const io::YamlDocument&, Diagnostics&)) {
    Diagnostics diagnostics;
    const auto document = io::parse_yaml(file, std::string(text), diagnostics);
    std::optional<T> value = document ? read(*document, diagnostics) : std::nullopt;
    if (!value) throw std::invalid_argument(file + ": " + codes_of(diagnostics).at(0));
    return *std::move(value);
  }
};

}  // namespace quiz::tests
