// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/new_contest.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/embedded.hpp>
#include <quizlib/io/file.hpp>

#include <string>
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

}  // namespace

report::Document new_contest(const fs::path& folder, std::string_view name, bool dry_run) {
  const std::string root = "quizlib/contest/templates/" + std::string(name) + '/';
  std::vector<std::vector<report::Cell>> rows;
  refuse_unless_empty(folder);
  for (const embedded::File& file : embedded::contest_files()) {
    if (!file.path.starts_with(root)) continue;
    const fs::path target = folder / file.path.substr(root.size());
    rows.push_back({target.native()});
    if (dry_run) continue;
    io::make_folder(target.parent_path());
    io::write_file(target, false, [&](const io::Sink& out) { out(file.bytes); });
  }
  if (rows.empty()) throw Error(ErrorKind::failed, Message("new.not-supported", {{"template", name}}));

  report::Document document;
  document.name = "new";
  document.rows = report::table("rows", {{"file"}}, std::move(rows));
  document.notes = {Message(dry_run ? "new.would-do" : "new.done", {{"path", folder.native()}})};
  return document;
}

}  // namespace quiz::workflow
