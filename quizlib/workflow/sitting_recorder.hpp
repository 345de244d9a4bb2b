// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/background.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/writer.hpp>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quiz::workflow {

/// Which sitting is written to, and by whom.
struct HeldSitting {
  std::filesystem::path store;
  std::int64_t id = 0;
  std::string entrant;
  std::string holder;
};

/// Open the store for writing. Throws Error{failed} where the file is gone (`take.store-gone`; nothing is
/// made in its place), and where the sitting is not held by that holder any more, or is over
/// (`take.taken-over`).
[[nodiscard]] std::unique_ptr<store::Store> open_held(const HeldSitting& held, const Writer& writer);

/// Puts the events of a sitting on disk beside whoever makes them, so that a slow disk keeps nobody from
/// typing: what comes while it is busy goes there together.
///
/// Whoever holds the store is waited for as long as it takes. Every call throws what else has gone wrong on
/// disk so far: Error{failed} where the store cannot be written or the sitting was taken over.
class SittingRecorder {
 public:
  SittingRecorder(HeldSitting held, Writer writer);
  SittingRecorder(const SittingRecorder&) = delete;
  SittingRecorder& operator=(const SittingRecorder&) = delete;
  /// Waits for what was put, but hardly for whoever holds the store.
  ~SittingRecorder() { ends_ = true; }

  /// Returns at once.
  void put(sitting::Event event);
  /// Wait at most so long for all that was put to be on disk. Whether it is.
  [[nodiscard]] bool settle(Milliseconds patience) { return background_.wait_for(patience); }

 private:
  void write();
  [[nodiscard]] std::unique_ptr<store::Store> open_store() const;

  HeldSitting held_;
  Writer writer_;
  std::atomic<bool> ends_ = false;
  std::mutex mutex_;
  std::vector<sitting::Event> waiting_;
  Background background_;  ///< last, so that it ends first
};

}  // namespace quiz::workflow
