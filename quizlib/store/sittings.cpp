// SPDX-License-Identifier: Apache-2.0
#include <quizlib/store/store.hpp>

#include <quizlib/store/columns.hpp>

#include <algorithm>

// Sittings at this machine.
namespace quiz::store {
namespace {

StoredSitting sitting_of(const Statement& row) {
  return {row.integer(0),
          std::string(row.text(1)),
          std::string(row.text(2)),
          std::string(row.text(3)),
          static_cast<std::uint32_t>(row.integer(4)),
          std::string(row.text(5)),
          row.integer(6) != 0};
}

}  // namespace

std::vector<StoredSitting> Store::sittings() {
  std::vector<StoredSitting> all;
  Statement rows = database_->statement("get_sittings");
  while (rows.step()) all.push_back(sitting_of(rows));
  return all;
}

StoredSitting Store::sitting(std::int64_t id) {
  Statement row = database_->statement("get_sitting");
  row.bind(1, id);
  if (!row.step()) database_->damaged();
  return sitting_of(row);
}

std::int64_t Store::put(const StoredSitting& sitting) {
  Statement row = database_->statement("put_sitting");
  row.bind_text(1, sitting.entrant)
      .bind_text(2, sitting.round)
      .bind_text(3, sitting.track)
      .bind(4, sitting.attempt)
      .bind_text(5, sitting.holder);
  return row.step() ? row.integer(0) : 0;
}

void Store::hold(std::int64_t sitting, std::string_view holder) {
  database_->statement("hold_sitting").bind(1, sitting).bind_text(2, holder).run();
}

std::vector<sitting::Event> Store::sitting_events(std::int64_t sitting) {
  std::vector<sitting::Event> events;
  Statement rows = database_->statement("get_sitting_events");
  rows.bind(1, sitting);
  while (rows.step()) {
    const auto act = std::ranges::find(sitting::kActs, rows.text(0));
    if (act == sitting::kActs.end()) database_->damaged();
    events.push_back(
        {static_cast<sitting::Act>(act - sitting::kActs.begin()),
         static_cast<std::uint32_t>(rows.integer(1)),
         std::string(rows.text(2)),
         {Milliseconds(rows.integer(3)),
          Milliseconds(rows.integer(4)),
          {std::string(rows.text(5)), Milliseconds(rows.integer(6)), instant(rows.integer(7))}}});
  }
  return events;
}

void Store::put(std::int64_t sitting, const sitting::Event& event) {
  database_->statement("put_sitting_event")
      .bind(1, sitting)
      .bind_text(2, sitting::kActs.at(static_cast<std::size_t>(event.act)))
      .bind(3, event.position)
      .bind_text(4, event.text)
      .bind(5, event.at.elapsed.count())
      .bind(6, event.at.jump.count())
      .bind_text(7, event.at.tick.boot)
      .bind(8, event.at.tick.since_boot.count())
      .bind(9, ms(event.at.tick.wall))
      .run();
  if (event.act == sitting::Act::submit) database_->statement("close_sitting").bind(1, sitting).run();
}

}  // namespace quiz::store
