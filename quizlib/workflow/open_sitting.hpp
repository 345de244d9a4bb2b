// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/io/file_lock.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/sitting/limits.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/writer.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quiz::workflow {

struct TakeRequest {
  std::string round;       ///< empty: the only one
  std::string entrant;     ///< id
  bool take_over = false;  ///< from whoever has the sitting open
};

/// What an entrant gets for a sheet that was handed in.
struct Receipt {
  std::string code;  ///< 16 hexadecimal digits over all that was handed in; no secret goes into it
  Instant submitted{};
  std::size_t answered = 0;
  std::size_t items = 0;
};

/// A sitting that an entrant has open: whatever is recorded is on disk when the call returns, so that a crash
/// loses nothing and whoever opens it again goes on from there.
///
/// One process at a time writes to a sitting. Another one is refused while the first lives, or takes it over;
/// then the first throws Error{failed} (`take.taken-over`) when it next records something.
class OpenSitting {
 public:
  /// Go on with the entrant's open sitting of the round, or begin the next attempt; a sitting whose time is
  /// over is handed in first. Throws Error{not_found} for an unknown round or entrant, Error{usage} where a
  /// round must be named, Error{failed} for who may not enter, a round that is not open, attempts that are
  /// used up and, unless it is taken over, a sitting that somebody has open.
  OpenSitting(std::shared_ptr<const ContestFolder> folder, const TakeRequest& request, const Clock& clock,
              const Writer& writer);
  OpenSitting(const OpenSitting&) = delete;
  OpenSitting& operator=(const OpenSitting&) = delete;
  ~OpenSitting();

  [[nodiscard]] const ContestFolder& folder() const { return *folder_; }
  [[nodiscard]] const contest::Round& round() const { return folder_->contest.rounds[round_]; }
  [[nodiscard]] const contest::RoundRules& rules() const { return round().of(track_); }
  [[nodiscard]] const paper::Paper& paper() const { return paper_; }
  [[nodiscard]] const bank::Item& item(std::size_t position) const {
    return (*folder_->items)[paper_.items[position].item];
  }
  [[nodiscard]] const sitting::Sitting& sitting() const { return sitting_; }
  [[nodiscard]] const sitting::Limits& limits() const { return limits_; }
  [[nodiscard]] const std::string& entrant_name() const { return entrant_name_; }
  [[nodiscard]] std::uint32_t attempt() const { return attempt_; }
  /// Whether the sitting had been begun before.
  [[nodiscard]] bool resumed() const { return resumed_; }

  /// How long it has taken by now.
  [[nodiscard]] Milliseconds elapsed() const;
  [[nodiscard]] Milliseconds left() const { return limits_.left(elapsed()); }

  /// Record something on disk; false, and nothing recorded, where the time for it is over.
  bool record(sitting::Act act, std::size_t position = 0, std::string_view text = {});

  /// Hand the sheet in: at the latest it counts as handed in when its time was over.
  [[nodiscard]] Receipt submit();

 private:
  void find_entrant(const TakeRequest& request);
  void find_sitting(const TakeRequest& request);
  void append(sitting::Event event, store::Store& store);
  [[nodiscard]] sitting::Tick tick() const;
  [[nodiscard]] Instant started() const;

  std::shared_ptr<const ContestFolder> folder_;
  const Clock& clock_;
  Writer writer_;
  std::string boot_;
  std::string entrant_;  ///< id in NFC
  std::string entrant_name_;
  RoundNo round_ = 0;
  TrackNo track_ = 0;
  std::uint32_t time_factor_ = 100;
  std::uint32_t attempt_ = 0;
  std::int64_t id_ = 0;  ///< in the store
  std::string holder_;
  std::optional<io::FileLock> alive_;  ///< says that we are here, for as long as we are
  /// Only held: whoever closes a store last tidies it up, which is too slow for every answer.
  std::unique_ptr<store::Store> open_;
  bool resumed_ = false;
  paper::Paper paper_;
  sitting::Limits limits_;
  sitting::Sitting sitting_;
  sitting::Reading first_;
};

}  // namespace quiz::workflow
