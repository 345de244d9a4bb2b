// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <filesystem>
#include <string_view>

namespace quiz::io {

/// One writer at a time: an advisory lock on a file that names its holder. The file stays
/// when the lock goes; the operating system frees the lock of a killed process.
class FileLock {
 public:
  /// Wait up to `patience` for the lock, then throw Error{try_again} naming the holder. `holder` says to
  /// others who we are: the command and the process. Throws Error{failed} where the file cannot be made.
  FileLock(const std::filesystem::path& path, std::string_view holder, Milliseconds patience);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  int fd_ = -1;
};

}  // namespace quiz::io
