// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/file_lock.hpp>

#include <quizlib/base/error.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace quiz::io {
namespace {

constexpr Milliseconds kStep{10};

[[noreturn]] void fail(const std::filesystem::path& path, int reason) {
  throw Error(ErrorKind::failed,
              Message("file.lock-failed", {{"path", path.string()}, {"reason", std::strerror(reason)}}));
}

std::string read_holder(int fd) {
  std::array<char, 256> text{};
  const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string("?");
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& path, std::string_view holder, Milliseconds patience)
    : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (fd_ < 0) fail(path, errno);
  for (Milliseconds waited{0}; ::flock(fd_, LOCK_EX | LOCK_NB) != 0; waited += kStep) {
    const int reason = errno;
    if (reason == EWOULDBLOCK && waited < patience) {
      ::usleep(static_cast<useconds_t>(kStep.count() * 1'000));
      continue;
    }
    const std::string other = read_holder(fd_);
    ::close(std::exchange(fd_, -1));
    if (reason != EWOULDBLOCK) fail(path, reason);
    throw Error(ErrorKind::try_again, Message("file.held", {{"path", path.string()}, {"holder", other}}));
  }
  // Only a hint for others, so that a full disk does not matter here.
  if (::ftruncate(fd_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = ::pwrite(fd_, holder.data(), holder.size(), 0);
  }
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace quiz::io
