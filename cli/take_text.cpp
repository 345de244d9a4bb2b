// SPDX-License-Identifier: Apache-2.0
#include <cli/take_text.hpp>

#include <quizlib/report/cells.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/text/wrap.hpp>

namespace quiz::cli {
namespace {

constexpr Milliseconds kLongest = std::chrono::hours(100) - std::chrono::seconds(1);

std::string two_digits(Milliseconds::rep number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// To the second, as people write it.
std::string shown_instant(const workflow::OpenSitting& sitting, Instant instant,
                          const text::Catalogue& catalogue) {
  const auto whole_second = std::chrono::floor<std::chrono::seconds>(instant);
  return report::shown_cell(sitting.contest().zone.format(whole_second), report::Kind::instant, catalogue);
}

}  // namespace

std::string clock_face(Milliseconds left) {
  if (left > kLongest) return ">" + clock_face(kLongest);
  const auto all = (left.count() + 999) / 1000;
  const std::string rest = two_digits(all % 60);
  if (all < 3600) return std::to_string(all / 60) + ':' + rest;
  return std::to_string(all / 3600) + ':' + two_digits(all / 60 % 60) + ':' + rest;
}

std::string choice_letter(std::size_t position) { return {static_cast<char>('a' + position)}; }

std::vector<std::string> shown_lines(std::string_view text, std::size_t cells) {
  std::vector<std::string> lines;
  for (;;) {
    const std::size_t newline = text.find('\n');
    const std::string paragraph = text::visible(text.substr(0, newline));
    for (std::string_view line : text::field_lines(paragraph, cells)) {
      line.remove_suffix(line.size() - (line.find_last_not_of(' ') + 1));
      lines.emplace_back(line);
    }
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::vector<Message> introduction(const workflow::OpenSitting& sitting, const text::Catalogue& catalogue) {
  const contest::Round& round = sitting.round();
  const std::string title(round.title.empty() ? round.id.text : round.title.in(catalogue.language()));
  const std::size_t items = sitting.paper().items.size();
  std::vector<Message> messages;
  messages.emplace_back("take.title", std::vector<Argument>{{"titled", round.title.empty() ? "no" : "yes"},
                                                            {"round", title},
                                                            {"attempt", sitting.attempt()}});
  if (sitting.rules().time_limit)
    messages.emplace_back(
        "take.items", std::vector<Argument>{{"count", items}, {"clock", clock_face(sitting.limits().end)}});
  else
    messages.emplace_back(
        "take.items-open",
        std::vector<Argument>{{"count", items},
                              {"closes", shown_instant(sitting, sitting.rules().window.closes, catalogue)}});
  if (sitting.rules().require_all) messages.emplace_back("take.require-all");
  return messages;
}

Message no_prediction(const workflow::OpenSitting& sitting) {
  return Message("take.no-prediction", {{"unit", sitting.rules().prediction->percent ? "percent" : "count"}});
}

Message prediction_question(const workflow::OpenSitting& sitting) {
  const contest::Prediction& asked = *sitting.rules().prediction;
  return Message("take.prediction",
                 {{"target", contest::name(asked.target)}, {"unit", asked.percent ? "percent" : "count"}});
}

std::string receipt_line(const workflow::OpenSitting& sitting, const workflow::Receipt& receipt,
                         const text::Catalogue& catalogue) {
  const auto whole_second = std::chrono::floor<std::chrono::seconds>(receipt.submitted);
  const std::string submitted =
      report::shown_cell(sitting.contest().zone.format(whole_second), report::Kind::instant, catalogue);
  return catalogue.format(Message("take.receipt", {{"submitted", submitted},
                                                   {"answered", receipt.answered},
                                                   {"items", receipt.items},
                                                   {"code", receipt.code}}));
}

}  // namespace quiz::cli
