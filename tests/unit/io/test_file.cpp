// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/file.hpp>

#include <tests/support/errors.hpp>
#include <tests/support/temporary_folder.hpp>

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

using quiz::io::InputFile;
using quiz::io::make_folder;
using quiz::io::read_file;
using quiz::io::Sink;
using quiz::io::write_file;
using quiz::tests::error_of;
using quiz::tests::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

void write_text(const fs::path& path, bool overwrite, std::string_view text) {
  write_file(path, overwrite, [&](const Sink& sink) { sink(text); });
}

std::string read_error(const fs::path& path) {
  return error_of([&] { (void)read_file(path); });
}

std::string write_error(const fs::path& path, bool overwrite = false) {
  return error_of([&] { write_text(path, overwrite, "new"); });
}

fs::perms permissions(const fs::path& path) { return fs::status(path).permissions(); }

/// Standard input from a file, as long as this lives.
class StandardInput {
 public:
  explicit StandardInput(const fs::path& path) : saved_(::dup(STDIN_FILENO)) {
    REQUIRE(std::freopen(path.c_str(), "r", stdin) != nullptr);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

/// No file of this process may grow over `bytes`, as long as this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &saved_);
    const rlimit limited{bytes, saved_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &saved_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit saved_ = {};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("whether a file could be written is found out without a trace") {
  const TemporaryFolder folder;
  quiz::io::check_writable(folder / "new.txt", false);
  CHECK(fs::is_empty(folder.path()));
  write_text(folder / "old.txt", false, "old");
  quiz::io::check_writable(folder / "old.txt", true);
  CHECK(read_file(folder / "old.txt") == "old");
  const auto check_error = [](const fs::path& path) {
    return error_of([&] { quiz::io::check_writable(path, false); });
  };
  CHECK(check_error(folder / "old.txt") == write_error(folder / "old.txt"));
  CHECK(check_error(folder / "no" / "new.txt") == write_error(folder / "no" / "new.txt"));
  CHECK(check_error(folder / "no" / "new.txt") != "");
}

TEST_CASE("a file is read whole, an empty one too") {
  const TemporaryFolder folder;
  const std::string content = std::string("one\r\n\0two", 9) + std::string(200'000, 'x');
  CHECK(read_file(folder.add("a", content)) == content);
  CHECK(read_file(folder.add("empty", "")).empty());
}

TEST_CASE("a file of the limit is read and one byte more is refused") {
  const TemporaryFolder folder;
  const fs::path path = folder.add("a", "12345");
  CHECK(read_file(path, 5) == "12345");
  CHECK(error_of([&] { (void)read_file(path, 4); }) ==
        path.string() + " is larger than 4 bytes [file.large]");
}

TEST_CASE("what cannot be read is refused with its name and the reason") {
  const TemporaryFolder folder;
  const std::string at = folder.path().string();
  CHECK(read_error(folder / "none") == at + "/none cannot be read: there is no such file [file.read-failed]");
  CHECK(read_error(folder.path()) == at + " is a folder [file.folder]");
  folder.add("file", "x");
  CHECK(read_error(folder / "file/none") ==
        at + "/file/none cannot be read: a part of its path is no folder [file.read-failed]");
  CHECK(read_error("/dev/zero") == "/dev/zero is no ordinary file [file.not-regular]");
}

TEST_CASE("a named pipe is refused at once, without waiting for a writer") {
  const TemporaryFolder folder;
  const fs::path pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read_error(pipe) == pipe.string() + " is no ordinary file [file.not-regular]");
  CHECK(write_error(pipe, true) == pipe.string() + " is no ordinary file [file.not-regular]");
}

TEST_CASE("an error of the system that people do not meet keeps its own words") {
  const std::string name(300, 'n');
  CHECK(read_error(name) == name + " cannot be read: File name too long [file.read-failed]");
}

TEST_CASE("a hyphen is standard input") {
  const TemporaryFolder folder;
  const StandardInput input(folder.add("a", "from standard input"));
  CHECK(read_file("-") == "from standard input");
}

TEST_CASE("standard input may be a device but no folder") {
  {
    const StandardInput input("/dev/null");
    CHECK(read_file("-").empty());
  }
  const StandardInput input("/");
  CHECK(read_error("-") == "- is a folder [file.folder]");
}

TEST_CASE("an input file is read in order and knows its size, also after it was moved") {
  const TemporaryFolder folder;
  InputFile first(folder.add("a", "abcdefg"));
  CHECK(first.size() == 7);
  std::string piece(4, ' ');
  CHECK(first.read(piece) == 4);
  CHECK(piece == "abcd");
  InputFile second(std::move(first));
  CHECK(second.size() == 7);
  CHECK(second.read(piece) == 3);
  CHECK(piece == "efgd");
  CHECK(second.read(piece) == 0);
  InputFile third(folder.add("b", "b"));
  third = std::move(second);
  CHECK(third.read(piece) == 0);
}

TEST_CASE("a file is written piece by piece and nothing else stays in the folder") {
  const TemporaryFolder folder;
  const std::string piece(50'000, 'p');
  write_file(folder / "a", false, [&](const Sink& sink) {
    sink("first ");
    sink(piece);
    sink(piece);
  });
  CHECK(folder.content("a") == "first " + piece + piece);
  CHECK(folder.entries() == 1);
}

TEST_CASE("a new file has the permissions that every new file has") {
  const TemporaryFolder folder;
  write_text(folder / "a", false, "x");
  folder.add("b", "x");
  CHECK(permissions(folder / "a") == permissions(folder / "b"));
}

TEST_CASE("an existing file is replaced only on demand and keeps its permissions") {
  const TemporaryFolder folder;
  const fs::path path = folder.add("a", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  CHECK(write_error(path) == path.string() + " exists already [file.exists]");
  CHECK(folder.content("a") == "old");
  CHECK(write_error(path, true).empty());
  CHECK(folder.content("a") == "new");
  CHECK(permissions(path) == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that appears while the new one is written is not replaced") {
  const TemporaryFolder folder;
  const auto write = [&] {
    write_file(folder / "a", false, [&](const Sink& sink) {
      sink("new");
      folder.add("a", "of somebody else");
    });
  };
  CHECK(error_of(write) == (folder / "a").string() + " exists already [file.exists]");
  CHECK(folder.content("a") == "of somebody else");
  CHECK(folder.entries() == 1);
}

TEST_CASE("through a symbolic link it is the file behind it that is replaced") {
  const TemporaryFolder folder;
  folder.add("real", "old");
  fs::create_symlink("real", folder / "link");
  write_text(folder / "link", true, "new");
  CHECK(folder.content("real") == "new");
  CHECK(fs::is_symlink(folder / "link"));
}

TEST_CASE("what cannot be written is refused with its name and the reason") {
  const TemporaryFolder folder;
  const std::string at = folder.path().string();
  CHECK(write_error(folder / "none/a") ==
        at + "/none/a cannot be written: its folder is missing [file.write-failed]");
  CHECK(write_error(folder.path()) == at + " is a folder [file.folder]");
  folder.add("file", "x");
  CHECK(write_error(folder / "file/a") ==
        at + "/file/a cannot be written: a part of its path is no folder [file.write-failed]");
  CHECK(write_error("/dev/null", true) == "/dev/null is no ordinary file [file.not-regular]");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a writer that fails leaves the old file and nothing else") {
  const TemporaryFolder folder;
  folder.add("a", "old");
  const auto write = [&](std::string_view name) {
    write_file(folder / name, true, [](const Sink& sink) {
      sink(std::string(200'000, 'x'));
      throw std::runtime_error("stop");
    });
  };
  CHECK_THROWS_WITH(write("a"), "stop");
  CHECK_THROWS_WITH(write("b"), "stop");
  CHECK(folder.content("a") == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("where the file may not grow on, the old one stays and nothing else") {
  const TemporaryFolder folder;
  const fs::path path = folder.add("a", "old");
  std::string error;
  {
    const FileSizeLimit limit(100'000);
    error = error_of([&] { write_text(path, true, std::string(300'000, 'x')); });
  }
  CHECK(error ==
        path.string() + " cannot be written: the file would be larger than allowed [file.write-failed]");
  CHECK(folder.content("a") == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a folder is made with its parents, and again without harm") {
  const TemporaryFolder folder;
  make_folder(folder / "a/b/c");
  make_folder(folder / "a/b/c");
  CHECK(fs::is_directory(folder / "a/b/c"));
}

TEST_CASE("no folder can be made where a file is") {
  const TemporaryFolder folder;
  folder.add("a", "x");
  const std::string at = folder.path().string();
  CHECK(error_of([&] { make_folder(folder / "a"); }) ==
        "the folder " + at + "/a cannot be made: a part of its path is a file [file.folder-failed]");
  CHECK(error_of([&] { make_folder(folder / "a/b"); }) ==
        "the folder " + at + "/a/b cannot be made: a part of its path is a file [file.folder-failed]");
}
