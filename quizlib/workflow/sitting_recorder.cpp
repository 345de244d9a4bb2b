// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitting_recorder.hpp>

#include <quizlib/base/error.hpp>

#include <filesystem>
#include <system_error>
#include <utility>

namespace quiz::workflow {
namespace {

/// How long to wait for the store before looking whether anybody still wants it.
constexpr Milliseconds kSlice = std::chrono::seconds(1);

}  // namespace

std::unique_ptr<store::Store> open_held(const HeldSitting& held, const Writer& writer) {
  std::error_code ignored;
  if (!std::filesystem::exists(held.store, ignored))
    throw Error(ErrorKind::failed, Message("take.store-gone", {{"path", held.store.string()}}));
  auto store = store::Store::open(held.store, writer);
  const store::StoredSitting now = store->sitting(held.id);
  if (now.submitted || now.holder != held.holder)
    throw Error(ErrorKind::failed, Message("take.taken-over", {{"entrant", held.entrant}}));
  return store;
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

std::unique_ptr<store::Store> SittingRecorder::open_store() const {
  for (;;) {
    try {
      return open_held(held_, {writer_.name, kSlice});
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::try_again || ends_) throw;
    }
  }
}

void SittingRecorder::write() {
  std::vector<sitting::Event> events;
  {
    const std::lock_guard lock(mutex_);
    events.swap(waiting_);
  }
  if (events.empty()) return;
  const std::unique_ptr<store::Store> store = open_store();
  store::Transaction transaction(store->database());
  for (const sitting::Event& event : events) store->put(held_.id, event);
  transaction.commit();
}

}  // namespace quiz::workflow
