// SPDX-License-Identifier: Apache-2.0
#include <cli/line_reader.hpp>

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>

namespace quiz::cli {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 20;

}  // namespace

LineReader::Got LineReader::next(std::string& line, Milliseconds wait) {
  if (cut(line)) return Got::line;
  if (ended_) return Got::end;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const auto timeout = static_cast<int>(std::clamp<Milliseconds::rep>(wait.count(), 0, INT_MAX));
  if (::poll(&input, 1, timeout) <= 0) return Got::nothing;
  std::array<char, 4096> bytes{};
  const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  if (got < 0 && errno == EINTR) return Got::nothing;
  if (got > 0) {
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return cut(line) ? Got::line : Got::nothing;
  }
  ended_ = true;
  if (buffer_.empty()) return Got::end;
  line.swap(buffer_);
  buffer_.clear();
  return Got::line;
}

bool LineReader::cut(std::string& line) {
  const std::size_t end = buffer_.find('\n');
  if (end == std::string::npos && buffer_.size() < kLongest) return false;
  line = buffer_.substr(0, end);
  buffer_.erase(0, end == std::string::npos ? end : end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

}  // namespace quiz::cli
