// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitting_recorder.hpp>

#include <quizlib/base/error.hpp>

#include <utility>

namespace quiz::workflow {

void require_held(store::Store& store, const HeldSitting& held) {
  const store::StoredSitting now = store.sitting(held.id);
  if (now.submitted || now.holder != held.holder)
    throw Error(ErrorKind::failed, Message("take.taken-over", {{"entrant", held.entrant}}));
}

SittingRecorder::SittingRecorder(HeldSitting held, Writer writer)
    : held_(std::move(held)),
      writer_(std::move(writer)) {}

void SittingRecorder::put(sitting::Event event) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(event));
  }
  background_.run([this] { write(); });
}

void SittingRecorder::write() {
  std::vector<sitting::Event> events;
  {
    const std::lock_guard lock(mutex_);
    events.swap(waiting_);
  }
  if (events.empty()) return;
  const auto store = store::Store::open(held_.store, writer_);
  require_held(*store, held_);
  store::Transaction transaction(store->database());
  for (const sitting::Event& event : events) store->put(held_.id, event);
  transaction.commit();
}

}  // namespace quiz::workflow
