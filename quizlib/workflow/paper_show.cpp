// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/paper_show.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// The track that decides the entrant's banks.
TrackNo track_of(const ContestFolder& folder, const std::string& entrant, const std::string& track) {
  if (!track.empty()) {
    const TrackNo named = folder.contest.find_track(track);
    if (named == kNone) throw Error(ErrorKind::not_found, Message("track.unknown", {{"track", track}}));
    return named;
  }
  if (!folder.roster) return 0;
  const EntrantNo no = roster::EntrantIndex(*folder.roster).find(entrant);
  if (no == kNone) throw Error(ErrorKind::not_found, Message("entrant.unknown", {{"entrant", entrant}}));
  const TrackNo placed = contest::place_entrants(folder.contest, *folder.roster, folder.exclusions)[no].track;
  return placed == kNone ? 0 : placed;
}

}  // namespace

report::Document show_paper(const ContestFolder& folder, const std::string& round, const std::string& entrant,
                            const std::string& track, std::uint32_t attempt, text::Language language) {
  const contest::Contest& contest = folder.contest;
  const auto store = store::Store::open(store_path(folder));
  const store::Seal seal = require_seal(store.get(), folder);
  const RoundNo no = round.empty() ? 0 : contest.find_round(round);
  if (no == kNone) throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  const std::string id = text::nfc(entrant);
  const paper::Drawer drawer(contest, *folder.items, no, seal.seed, questions_of(seal, contest.rounds[no]));
  const paper::Paper paper = drawer.draw(id, track_of(folder, entrant, track), attempt);

  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    const paper::PaperItem& shown = paper.items[i];
    const bank::Item& item = (*folder.items)[shown.item];
    const bool has_pairs = item.type == bank::ItemType::match;
    std::vector<std::string> choices;
    std::vector<std::string> rights;
    for (std::size_t k = 0; k < shown.choice_count; ++k) {
      choices.push_back(has_pairs ? std::to_string(shown.choices[k] + 1) : item.choices[shown.choices[k]].id);
      if (has_pairs) rights.push_back(std::to_string(shown.rights[k] + 1));
    }
    rows.push_back({static_cast<std::int64_t>(i + 1), folder.items->reference(shown.item),
                    std::string(bank::name(item.type)), std::move(choices), std::move(rights),
                    std::string(item.stem.in(language))});
  }
  report::Document document;
  document.name = "paper";
  document.contest = contest.id;
  document.title = contest.title;
  document.rows = report::table("rows",
                                {{"position", Kind::count},
                                 {"item"},
                                 {"type", Kind::word},
                                 {"choices", Kind::list},
                                 {"rights", Kind::list},
                                 {"stem"}},
                                std::move(rows));
  return document;
}

}  // namespace quiz::workflow
