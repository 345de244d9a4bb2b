// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/file.hpp>

#include <quizlib/base/error.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>

namespace quiz::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = std::size_t{64} << 10;

/// The word under which the sentences of the catalogue know a reason that users meet; `other` shows the
/// system's own text.
std::string_view cause_of(int error) {
  switch (error) {
    case ENOENT:
      return "missing";
    case ENOTDIR:
      return "no_folder";
    case EACCES:
    case EPERM:
      return "denied";
    case ENOSPC:
    case EDQUOT:
      return "full";
    case EFBIG:
      return "large";
    case EROFS:
      return "read_only";
    case EIO:
      return "defect";
    default:
      return "other";
  }
}

[[noreturn]] void fail(std::string_view code, const fs::path& path, int error) {
  throw Error(ErrorKind::failed, Message(code, {{"path", path.native()},
                                                {"cause", cause_of(error)},
                                                {"reason", std::generic_category().message(error)}}));
}

/// Call `call` again as long as a signal interrupts it.
template <class Call>
auto retried(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

void refuse_unless_regular(const fs::path& path, mode_t mode) {
  if (S_ISDIR(mode)) throw Error(ErrorKind::failed, Message("file.folder", {{"path", path.native()}}));
  if (!S_ISREG(mode)) throw Error(ErrorKind::failed, Message("file.not-regular", {{"path", path.native()}}));
}

int open_for_reading(const fs::path& path) {
  if (path == "-") return STDIN_FILENO;
  // Without O_NONBLOCK, opening a named pipe would wait for a writer before anyone can say that it is none.
  const int fd = retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); });
  if (fd < 0) fail("file.read-failed", path, errno);
  return fd;
}

/// A file that is not there yet: under a name of its own in the folder of the file that it is to become, and
/// gone again unless it is published.
class Draft {
 public:
  /// `target` is where it is to be, `path` the name that messages use.
  Draft(fs::path target, const fs::path& path) : target_(std::move(target)), path_(path) {
    const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    for (unsigned attempt = 0; fd_ < 0; ++attempt) {
      draft_ = folder / (".quiz-" + std::to_string(::getpid()) + '-' + std::to_string(attempt) + ".part");
      fd_ = retried([&] { return ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); });
      if (fd_ < 0 && errno != EEXIST) fail("file.write-failed", path_, errno);
    }
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (fd_ >= 0) ::close(fd_);
    if (!draft_.empty()) ::unlink(draft_.c_str());
  }

  void set_permissions(mode_t mode) {
    if (::fchmod(fd_, mode & 0777U) != 0) fail("file.write-failed", path_, errno);
  }

  void write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= kChunk) flush();
  }

  /// Make it durable and put it in its place. Never over an existing file unless `overwrite`.
  void publish(bool overwrite) {
    flush();
    if (::fsync(fd_) != 0) fail("file.write-failed", path_, errno);
    // Some file systems tell only now that the disk is full.
    if (::close(std::exchange(fd_, -1)) != 0) fail("file.write-failed", path_, errno);
    rename(overwrite);
    draft_.clear();
    sync_folder();
  }

 private:
  void flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
      const ssize_t written = retried([&] { return ::write(fd_, rest.data(), rest.size()); });
      if (written < 0) fail("file.write-failed", path_, errno);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
  }

  void rename(bool overwrite) {
    const unsigned flags = overwrite ? 0 : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, draft_.c_str(), AT_FDCWD, target_.c_str(), flags) == 0) return;
    if (errno == EEXIST) throw Error(ErrorKind::failed, Message("file.exists", {{"path", path_.native()}}));
    // Network file systems do not know the flag: there, the check made before the writing has to do.
    if (errno == EINVAL && ::rename(draft_.c_str(), target_.c_str()) == 0) return;
    fail("file.write-failed", path_, errno);
  }

  /// Without this, a power cut could take back the new name. Where folders cannot be synced (EINVAL), there
  /// is nothing more to do.
  void sync_folder() {
    const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    const int fd = retried([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (fd < 0) fail("file.write-failed", path_, errno);
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (error != 0 && error != EINVAL) fail("file.write-failed", path_, error);
  }

  fs::path target_;
  fs::path path_;
  fs::path draft_;
  int fd_ = -1;
  std::string buffer_;
};

/// The file that a path leads to, and its mode if it is there.
struct Target {
  fs::path path;
  std::optional<mode_t> mode;
};

/// Throws where there is something that may not be replaced.
Target find_target(const fs::path& path, bool overwrite) {
  struct stat status = {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) fail("file.write-failed", path, errno);
  if (exists) refuse_unless_regular(path, status.st_mode);
  if (exists && !overwrite) throw Error(ErrorKind::failed, Message("file.exists", {{"path", path.native()}}));

  std::error_code error;
  fs::path target = exists ? fs::canonical(path, error) : path;
  if (error) fail("file.write-failed", path, error.value());
  return {std::move(target), exists ? std::optional(status.st_mode) : std::nullopt};
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  InputFile file(path);
  const auto too_large = [&] {
    return Error(ErrorKind::failed,
                 Message("file.large", {{"path", path.native()}, {"limit", std::uint64_t{limit}}}));
  };
  if (file.size() > limit) throw too_large();

  std::string content;
  std::size_t used = 0;
  while (true) {
    // One byte more than is expected: a file of the size that the system told ends in the first round.
    content.resize(used == 0 ? static_cast<std::size_t>(file.size()) + kChunk : used * 2);
    const std::size_t room = content.size() - used;
    const std::size_t got = file.read(std::span(content).subspan(used));
    used += got;
    if (used > limit) throw too_large();
    if (got < room) break;
  }
  content.resize(used);
  content.shrink_to_fit();
  return content;
}

InputFile::InputFile(int fd, const fs::path& path) : fd_(fd), path_(path.native()) {}

// Delegates, so that the destructor closes the file where the body throws.
InputFile::InputFile(const fs::path& path) : InputFile(open_for_reading(path), path) {
  struct stat status = {};
  if (::fstat(fd_, &status) != 0) fail("file.read-failed", path, errno);
  if (fd_ != STDIN_FILENO || S_ISDIR(status.st_mode)) refuse_unless_regular(path, status.st_mode);
  if (S_ISREG(status.st_mode)) size_ = static_cast<std::uint64_t>(status.st_size);
}

InputFile::InputFile(InputFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      size_(other.size_),
      path_(std::move(other.path_)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(size_, other.size_);
  std::swap(path_, other.path_);
  return *this;
}

InputFile::~InputFile() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

std::size_t InputFile::read(std::span<char> buffer) {
  std::size_t used = 0;
  while (used < buffer.size()) {
    const ssize_t got = retried([&] { return ::read(fd_, buffer.data() + used, buffer.size() - used); });
    if (got < 0) fail("file.read-failed", path_, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  return used;
}

std::uint64_t InputFile::size() const { return size_; }

void check_writable(const fs::path& path, bool overwrite) {
  [[maybe_unused]] const Draft draft(find_target(path, overwrite).path, path);
}

void write_file(const fs::path& path, bool overwrite, const std::function<void(const Sink&)>& write) {
  const Target target = find_target(path, overwrite);
  Draft draft(target.path, path);
  if (target.mode) draft.set_permissions(*target.mode);
  write([&](std::string_view text) { draft.write(text); });
  draft.publish(overwrite);
}

void make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail("file.folder-failed", path, error.value());
}

}  // namespace quiz::io
