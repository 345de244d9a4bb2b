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
#include <quizlib/workflow/hand_in.hpp>
#include <quizlib/workflow/known_sitting.hpp>
#include <quizlib/workflow/sitting_recorder.hpp>
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

/// A sitting that an entrant has open, so that a crash loses nothing and whoever opens it again goes on from
/// there.
///
/// One process at a time writes to a sitting. Another one is refused while the first lives, or takes it over;
/// then the first throws Error{failed} (`take.taken-over`) when it next records something.
class OpenSitting {
 public:
  /// Find the entrant's open sitting of the round, else see that the next attempt may begin. Nothing is
  /// changed before `begin`. Throws Error{not_found} for an unknown round or entrant, Error{usage} where a
  /// round must be named, Error{failed} for who may not enter, a round that is not open or frozen, attempts
  /// that are used up and, unless it is taken over, a sitting that somebody has open.
  OpenSitting(std::shared_ptr<const ContestFolder> folder, const TakeRequest& request, const Clock& clock,
              const Writer& writer);
  OpenSitting(const OpenSitting&) = delete;
  OpenSitting& operator=(const OpenSitting&) = delete;
  ~OpenSitting();

  /// Sit down: a new attempt is used up, and its time runs. Nothing where somebody sits already. Throws as
  /// the constructor does, for much may have happened since.
  void begin();
  [[nodiscard]] bool has_begun() const { return recorder_ != nullptr; }
  /// Whether the sitting was found in the store: its time runs.
  [[nodiscard]] bool resumed() const { return resumed_; }

  [[nodiscard]] const std::shared_ptr<const ContestFolder>& folder() const { return folder_; }
  [[nodiscard]] const contest::Contest& contest() const { return folder_->contest; }
  [[nodiscard]] const contest::Round& round() const { return folder_->contest.rounds[known_.round]; }
  [[nodiscard]] const contest::RoundRules& rules() const { return round().of(known_.sitter.track); }
  [[nodiscard]] const Sitter& sitter() const { return known_.sitter; }
  [[nodiscard]] std::uint32_t attempt() const { return known_.attempt; }
  [[nodiscard]] const paper::Paper& paper() const { return known_.paper; }
  [[nodiscard]] const bank::Item& item(std::size_t position) const {
    return (*folder_->items)[known_.paper.items[position].item];
  }
  [[nodiscard]] const sitting::Sitting& sitting() const { return known_.sitting; }
  [[nodiscard]] const sitting::Limits& limits() const { return known_.limits; }

  /// What is left of the time; all of it before the attempt has begun.
  [[nodiscard]] Milliseconds left() const;
  /// What is left for the item at a position; nothing where it has no limit of its own.
  [[nodiscard]] std::optional<Milliseconds> left_for(std::size_t position) const;

  /// How many items have no answer and still take one.
  [[nodiscard]] std::size_t unanswered() const;

  /// Record something; it goes to disk meanwhile. False, and nothing recorded, where the time for it is over.
  /// Needs a sitting that has begun, and throws as SittingRecorder does.
  bool record(sitting::Act act, std::size_t position = 0, std::string_view text = {});
  /// Wait at most so long for all that was recorded to be on disk. Whether it is. Throws what has gone wrong
  /// there.
  [[nodiscard]] bool settle(Milliseconds patience);

  /// Hand the sheet in: at the latest it counts as handed in when its time was over. Needs all that was
  /// recorded to be on disk.
  [[nodiscard]] Receipt submit();

 private:
  store::Seal look(store::Store& store);
  void start(store::Store& store);
  void tidy_up();
  [[nodiscard]] HeldSitting held() const;

  std::shared_ptr<const ContestFolder> folder_;
  TakeRequest request_;
  const Clock& clock_;
  Writer writer_;
  KnownSitting known_;
  bool resumed_ = false;
  std::string holder_;
  std::optional<io::FileLock> alive_;  ///< says that we are here, for as long as we are
  /// Whoever closes a store last tidies it up, which is too slow for every answer.
  std::unique_ptr<store::Database> open_;
  std::unique_ptr<SittingRecorder> recorder_;
};

}  // namespace quiz::workflow
