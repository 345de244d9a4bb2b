// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/new_contest.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/embedded.hpp>
#include <quizlib/io/file.hpp>

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
  bool known = false;
  for (const embedded::File& file : embedded::contest_files()) {
    if (file.path.starts_with(basic)) files.try_emplace(file.path.substr(basic.size()), file.bytes);
    if (!file.path.starts_with(own)) continue;
    files.insert_or_assign(file.path.substr(own.size()), file.bytes);
    known = true;
  }
  if (!known) throw Error(ErrorKind::failed, Message("new.not-supported", {{"template", name}}));
  return files;
}

}  // namespace

report::Document new_contest(const fs::path& folder, std::string_view name, bool dry_run) {
  refuse_unless_empty(folder);
  std::vector<std::vector<report::Cell>> rows;
  for (const auto& [path, bytes] : files_of(name)) {
    const fs::path target = folder / path;
    rows.push_back({target.native()});
    if (dry_run) continue;
    io::make_folder(target.parent_path());
    io::write_file(target, false, [bytes = bytes](const io::Sink& out) { out(bytes); });
  }

  report::Document document;
  document.name = "new";
  document.rows = report::table("rows", {{"file"}}, std::move(rows));
  document.notes = {Message(dry_run ? "new.would-do" : "new.done", {{"path", folder.native()}})};
  return document;
}

}  // namespace quiz::workflow
