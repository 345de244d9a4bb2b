// SPDX-License-Identifier: Apache-2.0
#include <cli/console.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/text/width.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace quiz::cli {
namespace {

constexpr Milliseconds kFirstBar{500};
constexpr Milliseconds kNextBar{100};
constexpr Milliseconds kNextLine{10'000};
constexpr std::size_t kBarCells = 20;

/// One piece of long work, and when its progress is shown next.
class Meter {
 public:
  Meter(Context& context, std::string_view what)
      : context_(context),
        what_(what),
        next_(context.clock.now() + (context.err.terminal ? kFirstBar : kNextLine)) {}

  void show(std::uint64_t done, std::uint64_t total) {
    if (context_.interrupted && context_.interrupted())
      throw Error(ErrorKind::interrupted, Message("message.interrupted"));
    if (context_.everywhere.quiet || context_.clock.now() < next_) return;
    next_ = context_.clock.now() + (context_.err.terminal ? kNextBar : kNextLine);
    if (context_.err.terminal) {
      const std::string line = bar(done, total) + sentence(done, total);
      // The last cell stays free: some terminals go on to the next line when it is written.
      context_.err.write("\r" + text::cut(line, std::max<std::size_t>(context_.width, 2) - 1) + "\x1b[K");
      context_.progress_shown = true;
    } else {
      context_.err.write(sentence(done, total) + '\n');
    }
  }

 private:
  [[nodiscard]] std::string sentence(std::uint64_t done, std::uint64_t total) const {
    const Term what{what_};
    if (total == 0)
      return context_.catalogue->format(Message("progress.counted", {{"what", what}, {"done", done}}));
    return context_.catalogue->format(
        Message("progress.measured",
                {{"what", what}, {"done", done}, {"total", total}, {"percent", done * 100 / total}}));
  }

  [[nodiscard]] static std::string bar(std::uint64_t done, std::uint64_t total) {
    if (total == 0) return {};
    const auto filled = static_cast<std::size_t>(std::min(done, total) * kBarCells / total);
    return '[' + std::string(filled, '#') + std::string(kBarCells - filled, '-') + "] ";
  }

  Context& context_;
  std::string what_;
  Instant next_;
};

}  // namespace

Progress progress(Context& context, std::string_view what) {
  const auto meter = std::make_shared<Meter>(context, what);
  return [meter](std::uint64_t done, std::uint64_t total) { meter->show(done, total); };
}

}  // namespace quiz::cli
