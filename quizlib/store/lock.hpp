// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <filesystem>
#include <string_view>

namespace quiz::store {

/// One writer at a time: an advisory lock on a file beside the store that names its holder. The file stays
/// when the lock goes; the operating system frees the lock of a killed process.
class WriterLock {
 public:
  /// Wait up to `patience` for the lock, then throw Error{try_again} naming the holder. `holder` says who we
  /// are to others: the command and the process. Throws Error{failed} where the file cannot be made.
  WriterLock(const std::filesystem::path& path, std::string_view holder, Milliseconds patience);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  int fd_ = -1;
};

}  // namespace quiz::store
