// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace quiz::report {

/// A person or a group in a list of prizes: cells under the columns of the list.
struct Honoree {
  std::string name;  ///< for the index; empty: not published
  std::vector<Cell> cells;
  bool depends = false;  ///< a prize that may go elsewhere when open ties are decided
};

/// A prize of a list and what became of its places.
struct PrizeOutcome {
  std::string title;
  std::string amount;            ///< as a cell of Kind::amount; empty: none
  std::uint32_t places = 0;      ///< winners, open and vacant together
  std::vector<Honoree> winners;  ///< best first
  std::uint32_t open = 0;        ///< places that wait for a decision between the candidates
  std::vector<Honoree> candidates;
  std::uint32_t vacant = 0;
};

/// Who got nothing when it was their turn.
struct PassedOver {
  Honoree who;           ///< under the columns for those passed over
  std::string reason;    ///< a cell of Kind::word
  std::string moved_up;  ///< name of who got the place; empty: nobody
};

/// The prizes of one list: an award as a whole, or its part for a round or a track.
struct PrizeList {
  std::string round;  ///< title; empty: the list is not of one round
  std::string track;  ///< title; empty: the list is not of one track
  std::vector<Column> columns;
  std::vector<PrizeOutcome> prizes;  ///< highest first
  std::vector<Column> passed_columns;
  std::vector<PassedOver> passed_over;
};

struct AwardLists {
  std::string title;
  bool to_persons = true;  ///< else to groups
  std::vector<PrizeList> lists;
};

/// What the winners' page shows: names instead of ids, of persons only what the contest publishes, private
/// columns masked. Texts in one language.
struct Winners {
  std::string organizer;
  std::vector<AwardLists> awards;
};

}  // namespace quiz::report
