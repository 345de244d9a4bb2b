// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/instant.hpp>

#include <filesystem>
#include <string>

namespace quiz::store {

/// Who wants to write, and how long to wait for another writer.
struct Writer {
  std::string name;  ///< the command and the process, for whoever has to wait
  Milliseconds patience{30'000};
};

/// One writer at a time: an advisory lock on a file beside the store that names its holder. The file stays
/// when the lock goes; the operating system frees the lock of a killed process.
class WriterLock {
 public:
  /// Wait for the lock as long as the writer's patience lasts, then throw Error{try_again} naming the holder.
  /// Throws Error{failed} where the file cannot be made.
  WriterLock(const std::filesystem::path& path, const Writer& writer);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  int fd_ = -1;
};

}  // namespace quiz::store
