// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitting_lock.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file_lock.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <system_error>

namespace quiz::workflow {

std::filesystem::path sitting_lock(const ContestFolder& folder, std::int64_t sitting,
                                   const std::string& holder) {
  return store_path(folder).string() + ".sitting-" + std::to_string(sitting) + '-' + holder;
}

void clear_lock(const ContestFolder& folder, std::int64_t sitting, const std::string& holder) {
  std::error_code ignored;
  std::filesystem::remove(sitting_lock(folder, sitting, holder), ignored);
}

bool is_open(const ContestFolder& folder, std::int64_t sitting, const std::string& holder) {
  const std::filesystem::path lock = sitting_lock(folder, sitting, holder);
  std::error_code ignored;
  if (!std::filesystem::exists(lock, ignored)) return false;
  try {
    const io::FileLock probe(lock, "quiz take", Milliseconds{0});
    return false;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::try_again) throw;
    return true;
  }
}

}  // namespace quiz::workflow
