// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/award_decide.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/ranking/lot.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Kind;

/// An open tie: its candidates, and how many seats they share.
struct Tie {
  contest::Ties policy = contest::Ties::report;
  std::vector<std::string> candidates;
  std::size_t seats = 0;
};

[[noreturn]] void fail(std::string_view code, std::vector<Argument> arguments) {
  throw Error(ErrorKind::failed, Message(code, std::move(arguments)));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view part = trim(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

contest::TieDecision list_of(const DecideRequest& request) {
  return {{request.award}, {request.round}, {request.track}, request.block, {}};
}

/// The award that is asked for; its list must be one of those that it has.
const contest::Award& require_list(const contest::Contest& contest, const DecideRequest& request) {
  const auto award = std::ranges::find_if(
      contest.awards, [&](const contest::Award& one) { return one.id.text == request.award; });
  if (award == contest.awards.end())
    throw Error(ErrorKind::not_found, Message("decide.award-unknown", {{"award", request.award}}));
  if (!request.round.empty()) static_cast<void>(require_round(contest, request.round));
  if (!request.track.empty()) static_cast<void>(require_track(contest, request.track));
  const std::vector<ranking::AwardList> lists = ranking::make_lists(contest);
  const bool there = std::ranges::any_of(lists, [&](const ranking::AwardList& list) {
    return ranking::concerns(contest, list_of(request), list);
  });
  if (!there)
    throw Error(ErrorKind::not_found,
                Message("decide.list-unknown", {{"award", request.award},
                                                {"per_round", award->per_round ? "yes" : "no"},
                                                {"per_track", award->per_track ? "yes" : "no"},
                                                {"blocks", award->blocks.empty() ? "no" : "yes"}}));
  return *award;
}

/// The open ties of the list, in its order.
std::vector<Tie> open_ties(const Awards& awards, const DecideRequest& request, contest::Ties policy) {
  std::vector<Tie> ties;
  for (const ranking::OpenTie& open : awards.result.open) {
    if (!ranking::concerns(awards.results.contest(), list_of(request), awards.list(open.list))) continue;
    Tie tie{policy, {}, open.places};
    for (const ranking::Rank rank : open.candidates)
      tie.candidates.push_back(text::nfc(awards.holder(open.list, rank)));
    const auto same = std::ranges::find(ties, tie.candidates, &Tie::candidates);
    if (same == ties.end())
      ties.push_back(std::move(tie));
    else
      same->seats += open.places;
  }
  return ties;
}

/// The tie that an order is about: one that all who are named belong to.
const Tie& find_tie(const std::vector<Tie>& ties, const std::vector<std::string>& order,
                    const DecideRequest& request) {
  const auto belongs = [&](const Tie& tie) {
    return std::ranges::all_of(order, [&](const std::string& id) {
      return std::ranges::find(tie.candidates, id) != tie.candidates.end();
    });
  };
  const auto found = std::ranges::find_if(ties, belongs);
  if (found == ties.end())
    fail("decide.no-tie", {{"award", request.award}, {"candidates", enumerated(order)}});
  return *found;
}

/// All candidates in order: those who are named, then the others, who get no seat.
std::vector<std::string> complete(const Tie& tie, std::vector<std::string> order) {
  for (std::size_t i = 0; i < order.size(); ++i)
    if (std::ranges::find(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), order[i]) !=
        order.begin() + static_cast<std::ptrdiff_t>(i))
      fail("decide.twice", {{"candidate", order[i]}});
  // The last one of all needs no name.
  if (order.size() < tie.seats && order.size() + 1 < tie.candidates.size())
    fail("decide.too-few", {{"named", order.size()}, {"seats", tie.seats}});
  for (const std::string& candidate : tie.candidates)
    if (std::ranges::find(order, candidate) == order.end()) order.push_back(candidate);
  return order;
}

/// The lines of a file of sources that hold something.
std::vector<std::string> read_sources(const std::filesystem::path& file) {
  std::vector<std::string> sources = split(io::read_file(file), '\n');
  if (sources.empty()) fail("decide.no-sources", {{"path", file.string()}});
  return sources;
}

report::Document document_of(const Results& results, const DecideRequest& request,
                             const std::vector<std::string>& order, const Tie& tie) {
  report::Document document = results.document(request.lot.empty() ? "decision" : "lot");
  document.counters.reset();
  std::vector<std::vector<report::Cell>> rows;
  const bool is_drawn = request.lot.empty() || !request.dry_run;
  for (std::size_t i = 0; i < order.size(); ++i)
    rows.push_back({is_drawn ? report::Cell(static_cast<std::int64_t>(i + 1)) : report::Cell(), order[i],
                    is_drawn ? report::Cell(i < tie.seats) : report::Cell()});
  document.rows =
      report::table("rows", {{"turn", Kind::count}, {"holder"}, {"seat", Kind::flag}}, std::move(rows));
  return document;
}

/// What anybody needs to draw the lot again.
report::Table transcript(const DecideRequest& request, const ranking::Lot& lot) {
  std::vector<std::string> steps;
  for (const std::uint32_t step : lot.steps) steps.push_back(std::to_string(step));
  report::Table table = report::table(
      "lot",
      {{"award"},
       {"round"},
       {"track"},
       {"block"},
       {"root"},
       {"seed"},
       {"sources", Kind::list},
       {"steps", Kind::list}},
      {{request.award, text_cell(request.round), text_cell(request.track), text_cell(request.block),
        crypto::hex(lot.root), request.dry_run ? report::Cell() : report::Cell(crypto::hex(lot.seed)),
        request.dry_run ? std::vector<std::string>() : lot.sources,
        request.dry_run ? std::vector<std::string>() : steps}});
  table.is_record = true;
  return table;
}

}  // namespace

report::Document decide(const std::shared_ptr<const ContestFolder>& folder, const DecideRequest& request,
                        unsigned threads, Instant now, const Writer& writer) {
  const contest::Contest& contest = folder->contest;
  const contest::Award& award = require_list(contest, request);
  if (request.order.empty() == request.lot.empty()) throw Error(ErrorKind::usage, Message("decide.how"));
  if (award.ties == contest::Ties::lot && request.lot.empty())
    fail("decide.lot-needed", {{"award", request.award}});
  require_store(*folder);
  const auto store = store::Store::open(store_path(*folder), writer);
  const Results results(folder, *store, threads);
  const Awards awards = compute_awards(results, contest.languages.front());
  const std::vector<Tie> ties = open_ties(awards, request, award.ties);
  const std::vector<std::string> named = split(text::nfc(request.order), ';');
  const Tie& tie = find_tie(ties, named, request);

  store::Decision decision{store::Decision::Kind::tie,
                           request.award,
                           request.round,
                           request.track,
                           request.block,
                           {},
                           {},
                           request.reason,
                           now};
  std::optional<ranking::Lot> lot;
  if (request.lot.empty()) {
    decision.subjects = complete(tie, named);
  } else {
    decision.kind = store::Decision::Kind::lot;
    lot = ranking::draw_lot({contest.id, request.award, request.round, request.track, request.block},
                            tie.candidates, read_sources(request.lot));
    decision.subjects = request.dry_run ? lot->candidates : lot->order;
    decision.sources = lot->sources;
  }
  report::Document document = document_of(results, request, decision.subjects, tie);
  if (lot) document.more.push_back(transcript(request, *lot));
  if (request.dry_run) {
    document.notes.emplace_back("dry-run");
    return document;
  }
  store::Transaction transaction(store->database());
  store->put(decision);
  transaction.commit();
  return document;
}

}  // namespace quiz::workflow
