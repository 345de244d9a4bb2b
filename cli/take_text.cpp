// SPDX-License-Identifier: Apache-2.0
#include <cli/take_text.hpp>

#include <quizlib/report/cells.hpp>

namespace quiz::cli {
namespace {

std::string two_digits(Milliseconds::rep number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string clock_face(Milliseconds left) {
  const auto all = (left.count() + 999) / 1000;
  const std::string rest = two_digits(all % 60);
  if (all < 3600) return std::to_string(all / 60) + ':' + rest;
  return std::to_string(all / 3600) + ':' + two_digits(all / 60 % 60) + ':' + rest;
}

std::string choice_letter(std::size_t position) { return {static_cast<char>('a' + position)}; }

Message prediction_question(const workflow::OpenSitting& sitting) {
  const contest::Prediction& asked = *sitting.rules().prediction;
  return Message("take.prediction",
                 {{"target", contest::name(asked.target)}, {"unit", asked.percent ? "percent" : "count"}});
}

std::string receipt_line(const workflow::OpenSitting& sitting, const workflow::Receipt& receipt,
                         const text::Catalogue& catalogue) {
  const auto whole_second = std::chrono::floor<std::chrono::seconds>(receipt.submitted);
  const std::string submitted = report::shown_cell(sitting.folder().contest.zone.format(whole_second),
                                                   report::Kind::instant, catalogue);
  return catalogue.format(Message("take.receipt", {{"submitted", submitted},
                                                   {"answered", receipt.answered},
                                                   {"items", receipt.items},
                                                   {"code", receipt.code}}));
}

}  // namespace quiz::cli
