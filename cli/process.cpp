// SPDX-License-Identifier: Apache-2.0
#include <cli/app.hpp>

#include <quizlib/base/error.hpp>

#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
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

/// Touching new memory costs more than most of the work on it. So the heap begins with room for a province's
/// contest, on big pages where the system gives them to who asks, keeps what is freed for the next phase, and
/// serves all threads. What a nation needs is too big for it and goes back to the system when it is freed.
void prepare_memory() {
  constexpr std::size_t kHeap = std::size_t{20} << 20;
  ::mallopt(M_ARENA_MAX, 1);
  ::mallopt(M_MMAP_THRESHOLD, static_cast<int>(kHeap / 4));
  ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(kHeap));
  ::mallopt(M_TOP_PAD, static_cast<int>(kHeap));
  auto* const begin = static_cast<char*>(::sbrk(0));
  void* volatile grows_the_heap = std::malloc(kHeap / 8);
  std::free(grows_the_heap);
  auto* const end = static_cast<char*>(::sbrk(0));
  ::madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE);
}

void catch_signals() {
  struct sigaction action = {};
  action.sa_handler = &on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  // A reader that has gone and a file that may not grow are told by the call that writes, and so in order.
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &action, nullptr);
  ::sigaction(SIGXFSZ, &action, nullptr);
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
  prepare_memory();
  catch_signals();
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
