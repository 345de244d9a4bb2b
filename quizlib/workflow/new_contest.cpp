// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/new_contest.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/embedded.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <cassert>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

namespace fs = std::filesystem;

void refuse_unless_empty(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)) {
    throw Error(ErrorKind::failed, Message("new.folder-taken", {{"path", folder.native()}}));
  }
}

/// The files of a template by their paths. What it lacks is that of the basic one.
std::map<std::string_view, std::string_view> files_of(std::string_view name) {
  const std::string root = "quizlib/contest/templates/";
  const std::string own = root + std::string(name) + '/';
  const std::string basic = root + "basic/";
  std::map<std::string_view, std::string_view> files;
  for (const embedded::File& file : embedded::contest_files()) {
    if (file.path.starts_with(basic)) files.try_emplace(file.path.substr(basic.size()), file.bytes);
    if (!file.path.starts_with(own)) continue;
    files.insert_or_assign(file.path.substr(own.size()), file.bytes);
  }
  return files;
}

/// Our own contests are without findings.
void seal(const fs::path& folder, Instant now, const Writer& writer) {
  Diagnostics none;
  const auto contest = load_contest(folder, {.banks = true, .groups = true, .roster = true}, none);
  if (contest) static_cast<void>(seal_contest(*contest, now, writer, false, none));
  assert(contest && !none.has_errors());
}

}  // namespace

report::Document new_contest(const fs::path& folder, std::string_view name, Instant now, const Writer& writer,
                             bool dry_run) {
  refuse_unless_empty(folder);
  std::vector<std::vector<report::Cell>> rows;
  for (const auto& [path, bytes] : files_of(name)) {
    const fs::path target = folder / path;
    rows.push_back({target.native()});
    if (dry_run) continue;
    io::make_folder(target.parent_path());
    io::write_file(target, false, [bytes = bytes](const io::Sink& out) { out(bytes); });
  }
  const bool is_practice = name == "practice-run";
  if (is_practice && !dry_run) seal(folder, now, writer);

  report::Document document;
  document.name = "new";
  document.rows = report::table("rows", {{"file"}}, std::move(rows));
  document.notes = {Message(dry_run       ? "new.would-do"
                            : is_practice ? "new.done-practice"
                                          : "new.done",
                            {{"path", folder.native()}})};
  return document;
}

}  // namespace quiz::workflow
