// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake_admit.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/results.hpp>

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace quiz::workflow {
namespace {

/// The parts of ENTRANT/ROUND/ATTEMPT; an entrant's id may hold slashes itself.
struct SheetName {
  std::string_view entrant;
  std::string_view round;
  std::uint32_t attempt = 0;
};

std::optional<SheetName> parse(std::string_view text) {
  const std::size_t last = text.rfind('/');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const std::size_t middle = text.rfind('/', last - 1);
  if (middle == std::string_view::npos || middle == 0) return std::nullopt;
  SheetName name{text.substr(0, middle), text.substr(middle + 1, last - middle - 1), 0};
  const std::string_view digits = text.substr(last + 1);
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), name.attempt);
  if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return name;
}

/// The sheet of that name.
SheetNo find(const Results& results, const std::string& text) {
  const ranking::Field& field = results.field();
  if (const std::optional<SheetName> name = parse(text)) {
    const std::string entrant = text::nfc(name->entrant);
    for (SheetNo no = 0; no < field.sheets.size(); ++no) {
      const scoring::ScoredSheet& sheet = field.sheets[no];
      if (sheet.entrant != kNone && results.tally().attempt[no] == name->attempt &&
          results.contest().rounds[sheet.round].id.text == name->round &&
          text::nfc(field.roster.ids[sheet.entrant]) == entrant)
        return no;
    }
  }
  throw Error(ErrorKind::not_found, Message("admit.unknown", {{"sheet", text}}));
}

}  // namespace

report::Document admit(const std::shared_ptr<const ContestFolder>& folder, const AdmitRequest& request,
                       const Writer& writer) {
  const Correcting correcting = begin_correction(folder, request.correction, writer);
  const Results& before = *correcting.before;
  const SheetNo sheet = find(before, request.sheet);
  if (before.tally().verdict[sheet] == response::Verdict::accepted)
    throw Error(ErrorKind::failed, Message("admit.accepted", {{"sheet", request.sheet}}));
  store::Decision decision;
  decision.kind = store::Decision::Kind::admit;
  decision.round = folder->contest.rounds[before.field().sheets[sheet].round].id.text;
  decision.subjects = {digest_text(before.sheet_digests()[sheet])};
  return correct(correcting, folder, std::move(decision), request.correction);
}

}  // namespace quiz::workflow
