// SPDX-License-Identifier: Apache-2.0
#include <tests/support/run_case.hpp>

#include <cli/app.hpp>
#include <quizlib/base/instant.hpp>
#include <tests/support/fake_clock.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

namespace quiz::tests {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// `NAME=VALUE` in front of the program.
bool is_assignment(std::string_view word) {
  const std::size_t sign = word.find('=');
  return sign != std::string_view::npos && sign != 0 &&
         word.substr(0, sign).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
}

/// Carries out the sections of a case one after the other.
class Run {
 public:
  explicit Run(fs::path folder) : folder_(std::move(folder)) { fs::current_path(folder_); }

  void carry_out(const CaseSection& section) {
    const bool is_result = section.kind == "exit" || section.kind == "out" || section.kind == "err";
    if (is_result && !has_run_) fail("--- " + section.kind + " stands before any --- run");
    if (is_result) return;
    result_.sections.push_back(section);
    if (section.kind == "file") make_file(section);
    if (section.kind == "at") set_clock(section.argument);
    if (section.kind == "terminal") width_ = std::stoul(section.argument);
    if (section.kind == "in") input_ = section.body;
    if (section.kind == "run") run(section.argument);
    if (section.kind == "read") compare_file(section);
  }

  [[nodiscard]] CaseResult finish() { return std::move(result_); }

 private:
  void fail(std::string failure) { result_.failures.push_back(std::move(failure)); }

  void make_file(const CaseSection& section) {
    constexpr std::string_view kEscaped = " escaped";
    std::string_view path = section.argument;
    const bool is_escaped = path.ends_with(kEscaped);
    if (is_escaped) path.remove_suffix(kEscaped.size());
    write(path, is_escaped ? unescaped(section.body) : section.body);
  }

  void set_clock(std::string_view text) {
    const auto time = parse_time(text);
    if (!time || !time->offset) return fail("--- at needs a moment with an offset: " + std::string(text));
    clock_.set(Instant(time->local.time_since_epoch() - *time->offset));
  }

  void compare_file(const CaseSection& section) {
    const std::string content = escaped(read(section.argument));
    if (content != section.body) fail(section.argument + " holds:\n" + content);
  }

  void run(std::string_view line) {
    auto words = shell_words(line);
    std::map<std::string, std::string, std::less<>> environment;
    while (words && !words->empty() && is_assignment(words->front())) {
      const std::size_t sign = words->front().find('=');
      environment[words->front().substr(0, sign)] = words->front().substr(sign + 1);
      words->erase(words->begin());
    }
    if (!words || words->empty() || words->front() != "quiz") return fail("no command: " + std::string(line));
    words->erase(words->begin());

    std::string out;
    std::string err;
    // Commands read standard input where a file is `-`.
    write(folder_ / ".stdin", input_);
    if (std::freopen((folder_ / ".stdin").c_str(), "r", stdin) == nullptr) return fail("no standard input");
    fs::remove(folder_ / ".stdin");
    cli::Context context{
        .out = {[&](std::string_view text) { out += text; }, width_ != 0},
        .err = {[&](std::string_view text) { err += text; }, width_ != 0},
        .clock = clock_,
        .environment = std::move(environment),
        .width = width_,
        .lock_wait = Milliseconds(0),
    };
    const int code = cli::run(*words, std::move(context));
    has_run_ = true;
    if (code != 0) result_.sections.push_back({"exit", std::to_string(code), {}});
    add("out", out);
    add("err", err);
  }

  void add(std::string kind, const std::string& text) {
    if (text.empty()) return;
    if (!text.ends_with('\n')) fail(kind + " does not end with a newline");
    result_.sections.push_back({std::move(kind), {}, escaped(text)});
  }

  fs::path folder_;
  FakeClock clock_;
  std::size_t width_ = 0;
  std::string input_;
  bool has_run_ = false;
  CaseResult result_;
};

}  // namespace

CaseResult run_case(const CaseFile& sections, const fs::path& folder) {
  Run run(folder);
  for (const CaseSection& section : sections) run.carry_out(section);
  return run.finish();
}

}  // namespace quiz::tests
