// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/background.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/writer.hpp>

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

/// Throws Error{failed} (`take.taken-over`) where the sitting is not held by that holder any more, or is
/// over.
void require_held(store::Store& store, const HeldSitting& held);

/// Puts the events of a sitting on disk beside whoever makes them, so that a slow disk keeps nobody from
/// typing: what comes while it is busy goes there together.
///
/// Every call throws what has gone wrong on disk so far: Error{failed} where the store cannot be written or
/// the sitting was taken over.
class SittingRecorder {
 public:
  SittingRecorder(HeldSitting held, Writer writer);

  /// Returns at once.
  void put(sitting::Event event);
  /// Returns when all that was put is on disk.
  void settle() { background_.wait(); }
  void check() { background_.check(); }

 private:
  void write();

  HeldSitting held_;
  Writer writer_;
  std::mutex mutex_;
  std::vector<sitting::Event> waiting_;
  Background background_;  ///< last, so that it ends first
};

}  // namespace quiz::workflow
