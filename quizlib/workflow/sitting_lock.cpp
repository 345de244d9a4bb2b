// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitting_lock.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file_lock.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <system_error>

namespace quiz::workflow {
namespace {

namespace fs = std::filesystem;

std::string lock_prefix(const ContestFolder& folder) { return store_path(folder).string() + ".sitting-"; }

/// Whether a living process holds the lock.
bool is_held(const fs::path& lock) {
  try {
    const io::FileLock probe(lock, "quiz take", Milliseconds{0});
    return false;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::try_again) throw;
    return true;
  }
}

}  // namespace

fs::path sitting_lock(const ContestFolder& folder, std::int64_t sitting, const std::string& holder) {
  return lock_prefix(folder) + std::to_string(sitting) + '-' + holder;
}

void clear_dead_locks(const ContestFolder& folder) {
  const fs::path parent = store_path(folder).parent_path();
  const std::string prefix = fs::path(lock_prefix(folder)).filename().string();
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent.empty() ? "." : parent, ignored))
    if (entry.path().filename().string().starts_with(prefix) && !is_held(entry.path()))
      fs::remove(entry.path(), ignored);
}

bool is_open(const ContestFolder& folder, std::int64_t sitting, const std::string& holder) {
  const fs::path lock = sitting_lock(folder, sitting, holder);
  std::error_code ignored;
  return fs::exists(lock, ignored) && is_held(lock);
}

}  // namespace quiz::workflow
