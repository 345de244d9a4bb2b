// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace quiz::tests {

/// A folder of its own for one test, removed at its end; a test that was broken off leaves it to be looked
/// at.
class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "quiz-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder: " + pattern);
    path_ = pattern;
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    if (std::uncaught_exceptions() == unwinding_) std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  /// Write a file, its folder too; what it is called.
  std::string write(std::string_view name, std::string_view text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }

 private:
  std::filesystem::path path_;
  int unwinding_ = std::uncaught_exceptions();
};

/// While it lives the process has no more rights than any user, root though it may be.
class OrdinaryUser {
 public:
  OrdinaryUser() : was_(::geteuid()) {
    constexpr uid_t kNobody = 65'534;
    if (was_ == 0 && ::seteuid(kNobody) != 0) throw std::runtime_error("rights cannot be given up");
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() { [[maybe_unused]] const int restored = ::seteuid(was_); }

 private:
  uid_t was_;
};

}  // namespace quiz::tests
