// SPDX-License-Identifier: Apache-2.0
// Runs the cases of the command line.
//
// usage: quiz-cases [--new] FILE|FOLDER...
//   --new  write what came beside each case that differs, as <case>.test.new (scripts/approve_goldens)

#include <tests/support/run_case.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> cases(const fs::path& named) {
  if (!fs::is_directory(named)) return {named};
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(named)) {
    if (entry.path().extension() == ".test") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

fs::path make_folder() {
  std::string name = (fs::temp_directory_path() / "quiz-case-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
  return name;
}

/// The lines from the first one that differs, with the number of that line.
void show_difference(const std::string& expected, const std::string& got) {
  const auto [e, g] = std::ranges::mismatch(expected, got);
  const auto line = 1 + std::count(expected.begin(), e, '\n');
  const auto before = static_cast<std::size_t>(e - expected.begin());
  const std::size_t begin = before == 0 ? 0 : expected.rfind('\n', before - 1) + 1;
  std::printf("-- from line %ld on, expected:\n%s-- but it came:\n%s", static_cast<long>(line),
              expected.substr(begin).c_str(), got.substr(begin).c_str());
}

/// Whether the case holds.
bool check(const fs::path& path, bool write_new) {
  const std::string text = read(path);
  const quiz::tests::CaseFile sections = quiz::tests::parse_case(text);
  const fs::path folder = make_folder();
  const quiz::tests::CaseResult result = quiz::tests::run_case(sections, folder);
  const std::string got = quiz::tests::print_case(result.sections);
  if (got == text && result.failures.empty()) {
    fs::current_path(fs::temp_directory_path());
    fs::remove_all(folder);
    return true;
  }
  std::printf("%s: failed, its files are in %s\n", path.c_str(), folder.c_str());
  for (const std::string& failure : result.failures) std::printf("-- %s\n", failure.c_str());
  if (got != text) {
    show_difference(text, got);
    if (write_new) std::ofstream(path.string() + ".new", std::ios::binary) << got;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 0;
  std::size_t failed = 0;
  bool write_new = false;
  const fs::path start = fs::current_path();
  for (const std::string& argument : std::vector<std::string>(argv + 1, argv + argc)) {
    if (argument == "--new") {
      write_new = true;
      continue;
    }
    for (const fs::path& path : cases(start / argument)) {
      ++count;
      if (!check(path, write_new)) ++failed;
    }
  }
  std::printf("%zu cases, %zu failed\n", count, failed);
  return count == 0 || failed != 0 ? 1 : 0;
}
