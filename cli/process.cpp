// SPDX-License-Identifier: Apache-2.0
#include <cli/app.hpp>

#include <quizlib/base/error.hpp>

#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace quiz::cli {
namespace {

constexpr int kInterrupted = 130;

volatile std::sig_atomic_t interrupts = 0;

/// The first one asks for a clean end, the second one does not wait for it.
extern "C" void on_interrupt(int) {
  if (interrupts != 0) ::_exit(kInterrupted);
  interrupts = 1;
}

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = &on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
}

/// Write all of `text`; the system's error number, 0 where there is none.
int write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR || interrupts != 0) {
      return errno;
    }
  }
  return 0;
}

void write_out(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (interrupts != 0) throw Error(ErrorKind::interrupted, Message("message.interrupted"));
  if (error == EPIPE) throw NobodyReads{};
  if (error != 0) {
    throw Error(ErrorKind::failed,
                Message("message.output-failed", {{"reason", std::generic_category().message(error)}}));
  }
}

std::size_t terminal_width() {
  struct winsize size = {};
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) return size.ws_col;
  }
  return 80;
}

}  // namespace

int main(int argc, const char* const* argv) {
  // Big blocks go back to the system when they are freed, so that one phase's memory serves the next.
  ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);
  catch_interrupts();
  const SystemClock clock;
  Context context{.out = {&write_out, ::isatty(STDOUT_FILENO) == 1},
                  // Where messages cannot be written, nobody can be told.
                  .err = {[](std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); },
                          ::isatty(STDERR_FILENO) == 1},
                  .clock = clock,
                  .width = terminal_width(),
                  .interrupted = [] { return interrupts != 0; }};
  for (const char* name :
       {"CLICOLOR", "CLICOLOR_FORCE", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "QUIZ_NO_COLOR", "TERM"}) {
    if (const char* value = std::getenv(name)) context.environment[name] = value;
  }
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return run(arguments, std::move(context));
}

}  // namespace quiz::cli
