// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/check.hpp>

#include <quizlib/bank/bank.hpp>
#include <quizlib/contest/check.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/keep_going.hpp>
#include <quizlib/workflow/load_bank.hpp>

#include <system_error>

namespace quiz::workflow {
namespace {

namespace fs = std::filesystem;

void check_pictures(const bank::Bank& bank, Diagnostics& diagnostics) {
  const fs::path folder = fs::path(bank.file).parent_path();
  for (const bank::Item& item : bank.items) {
    std::error_code ignored;
    if (!item.media || fs::is_regular_file(folder / item.media->file, ignored)) continue;
    diagnostics.error(item.place, Message("bank.media-missing", {{"file", item.media->file}}));
  }
}

void check_bank(const bank::Bank& bank, Diagnostics& diagnostics) {
  bank::lint(bank, diagnostics);
  check_pictures(bank, diagnostics);
}

void check_contest(const fs::path& start, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const auto folder =
      load_contest_in_part(start, {.banks = true, .groups = true, .roster = true}, diagnostics);
  if (!folder) return;
  const bool is_complete = diagnostics.errors() == errors_before;
  for (const bank::Bank& bank : folder->banks) check_bank(bank, diagnostics);
  // Rules that are held against half of a roster would find what is not there.
  if (!is_complete) return;
  const roster::Roster* roster = folder->roster ? &*folder->roster : nullptr;
  contest::check(folder->contest, *folder->items, folder->groups, roster, diagnostics);
}

}  // namespace

void check(const fs::path& start, std::span<const fs::path> files, Diagnostics& diagnostics) {
  if (files.empty()) return check_contest(start, diagnostics);
  KeepGoing each;
  for (const fs::path& file : files) {
    each([&] {
      if (file.filename() == kContestFile) {
        check_contest(file.parent_path(), diagnostics);
      } else if (holds_contest(file)) {
        check_contest(file, diagnostics);
      } else if (const auto bank = load_bank(file, diagnostics)) {
        check_bank(*bank, diagnostics);
      }
    });
  }
  each.finish();
}

}  // namespace quiz::workflow
