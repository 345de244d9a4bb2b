// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/contest_folder.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/io/table.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/workflow/keep_going.hpp>
#include <quizlib/workflow/load_bank.hpp>

#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

namespace quiz::workflow {
namespace {

namespace fs = std::filesystem;

bool is_root(const fs::path& folder) {
  std::error_code error;
  const bool same = fs::equivalent(folder / ".", folder / "..", error);
  return same || error;
}

std::optional<io::Table> read_table(const fs::path& path, Diagnostics& diagnostics) {
  return io::read_table(path, path.native(), diagnostics);
}

void load_banks(ContestFolder& folder, KeepGoing& each, Diagnostics& diagnostics) {
  for (const contest::NamedBank& bank : folder.contest.banks) {
    each([&] {
      auto loaded = load_bank(folder.path / bank.file, diagnostics);
      if (loaded) folder.banks.push_back(std::move(*loaded));
    });
  }
  if (folder.banks.size() == folder.contest.banks.size()) folder.items.emplace(folder.contest, folder.banks);
}

void load_groups(ContestFolder& folder, KeepGoing& each, Diagnostics& diagnostics) {
  if (folder.contest.groups_file.empty()) return;
  each([&] {
    const auto table = read_table(folder.path / folder.contest.groups_file, diagnostics);
    if (!table) return;
    if (auto groups = roster::read_groups(*table, diagnostics)) folder.groups = std::move(*groups);
  });
}

void load_entrants(ContestFolder& folder, KeepGoing& each, Diagnostics& diagnostics) {
  if (folder.contest.registration == contest::RegistrationMode::open) return;
  each([&] {
    auto table = read_table(folder.path / folder.contest.entrants_file, diagnostics);
    if (table) folder.roster = roster::read_entrants(std::move(*table), folder.groups, diagnostics);
  });
}

void load_exclusions(ContestFolder& folder, KeepGoing& each, Diagnostics& diagnostics) {
  if (folder.contest.excluded_file.empty()) return;
  each([&] {
    const auto table = read_table(folder.path / folder.contest.excluded_file, diagnostics);
    if (!table) return;
    const roster::Roster* entrants = folder.roster ? &*folder.roster : nullptr;
    auto exclusions = roster::read_exclusions(*table, diagnostics, entrants);
    if (exclusions) folder.exclusions = std::move(*exclusions);
  });
}

}  // namespace

bool holds_contest(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / kContestFile, ignored);
}

fs::path find_contest(const fs::path& start) {
  fs::path folder = start;
  while (!holds_contest(folder)) {
    if (is_root(folder)) {
      const fs::path shown = start.empty() ? fs::current_path() : fs::absolute(start).lexically_normal();
      throw Error(ErrorKind::failed, Message("contest.missing", {{"folder", shown.native()}}));
    }
    folder /= "..";
  }
  return folder;
}

std::unique_ptr<ContestFolder> load_contest(const fs::path& start, Parts parts, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  auto folder = load_contest_in_part(start, parts, diagnostics);
  if (diagnostics.errors() != errors_before) return nullptr;
  return folder;
}

std::unique_ptr<ContestFolder> load_contest_in_part(const fs::path& start, Parts parts,
                                                    Diagnostics& diagnostics) {
  const fs::path path = find_contest(start);
  const fs::path file = path / kContestFile;
  const std::string source = io::read_file(file);
  const auto document = io::parse_yaml(file.native(), source, diagnostics);
  if (!document) return nullptr;
  auto rules = contest::read_contest(*document, diagnostics);
  if (!rules) return nullptr;

  auto folder = std::make_unique<ContestFolder>(path, std::move(*rules));
  folder->digest = crypto::sha256(source);
  KeepGoing each;
  if (parts.banks) load_banks(*folder, each, diagnostics);
  if (parts.groups || parts.roster) load_groups(*folder, each, diagnostics);
  if (parts.roster) {
    load_entrants(*folder, each, diagnostics);
    load_exclusions(*folder, each, diagnostics);
  }
  each.finish();
  return folder;
}

}  // namespace quiz::workflow
