// SPDX-License-Identifier: Apache-2.0
// Runs many commands in one process, for tests that would otherwise start thousands of programs.
//
// usage: quiz-commands <COMMANDS
//
// A line of the standard input is a command: folder, moment of its clock (with an offset), file to write what
// it prints to, then its arguments, all with a tab between. The answer to each is a line with its exit code;
// what it says on its standard error is in the same file with `.err` at the end, where it says anything.

#include <cli/app.hpp>
#include <quizlib/base/instant.hpp>
#include <tests/support/fake_clock.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> found;
  for (std::size_t end = line.find('\t'); end != std::string_view::npos; end = line.find('\t')) {
    found.emplace_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  found.emplace_back(line);
  return found;
}

void write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The exit code of the command, nothing where the line is none.
std::optional<int> run(std::string_view line) {
  const std::vector<std::string> words = cells(line);
  if (words.size() < 4) return std::nullopt;
  const auto time = quiz::parse_time(words[1]);
  if (!time || !time->offset) return std::nullopt;
  const quiz::tests::FakeClock clock(quiz::Instant(time->local.time_since_epoch() - *time->offset));

  std::string out;
  std::string err;
  quiz::cli::Context context{
      .out = {[&](std::string_view text) { out += text; }, false},
      .err = {[&](std::string_view text) { err += text; }, false},
      .clock = clock,
      .folder = words[0],
      .lock_wait = quiz::Milliseconds(0),
  };
  const int code = quiz::cli::run(std::span(words).subspan(3), std::move(context));
  write(words[2], out);
  if (!err.empty()) write(words[2] + ".err", err);
  return code;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::optional<int> code = run(line);
    if (!code) {
      std::fprintf(stderr, "no command: %s\n", line.c_str());
      return 2;
    }
    std::printf("%d\n", *code);
    std::fflush(stdout);
  }
  return 0;
}
