// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace quiz::io {

// The errors of this header are `file.*`, with the `path`; those of the system also carry its own `reason`
// and a `cause`, the word under which the catalogue knows the common ones.

/// The whole of a regular file (or of standard input for `-`). Throws Error{failed} naming the path and the
/// system's reason: missing, not readable, a folder, a device, or larger than `limit` bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path,
                                    std::size_t limit = std::size_t{16} << 20);

/// A file, or standard input for `-`, read in order from its beginning.
class InputFile {
 public:
  /// Throws Error{failed} as read_file does.
  explicit InputFile(const std::filesystem::path& path);
  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) noexcept;
  ~InputFile();

  /// Fill `buffer` from where the last call stopped; the number of bytes, 0 at the end. Throws Error{failed}.
  [[nodiscard]] std::size_t read(std::span<char> buffer);
  /// The file's size, 0 where it is not known (a pipe).
  [[nodiscard]] std::uint64_t size() const;

 private:
  InputFile(int fd, const std::filesystem::path& path);

  int fd_ = -1;
  std::uint64_t size_ = 0;
  std::string path_;
};

/// Where text goes, piece by piece: a file, a terminal, a test.
using Sink = std::function<void(std::string_view)>;

/// Throws as `write_file` would if it were to write the file now, so that nothing is begun whose outcome
/// could not be written down. Leaves nothing behind.
void check_writable(const std::filesystem::path& path, bool overwrite);

/// Write a file so that at `path` there is either what was there before or the whole of the new one: into a
/// temporary file beside it, fsync, rename, fsync of the folder. Buffers what `write` puts into the sink.
///
/// An existing file is replaced only with `overwrite`, and keeps its permissions; through a symbolic link it
/// is the file that the link names. Throws Error{failed} naming the path and the reason (exists, full disk,
/// read-only, missing folder, a device); then, as when `write` throws, no temporary file is left.
void write_file(const std::filesystem::path& path, bool overwrite,
                const std::function<void(const Sink&)>& write);

/// Make a folder and its parents where they are missing. Throws Error{failed}.
void make_folder(const std::filesystem::path& path);

}  // namespace quiz::io
