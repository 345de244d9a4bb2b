// SPDX-License-Identifier: Apache-2.0
#include <cli/context.hpp>

#include <quizlib/base/parallel.hpp>

namespace quiz::cli {

std::string_view Context::variable(std::string_view name) const {
  const auto found = environment.find(name);
  return found == environment.end() ? std::string_view() : std::string_view(found->second);
}

std::filesystem::path Context::at(const std::filesystem::path& path) const {
  return path == "-" ? path : folder / path;
}

std::vector<std::filesystem::path> Context::at(std::span<const std::filesystem::path> paths) const {
  std::vector<std::filesystem::path> result;
  for (const std::filesystem::path& path : paths) result.push_back(at(path));
  return result;
}

unsigned Context::threads() const {
  return everywhere.threads ? static_cast<unsigned>(*everywhere.threads) : hardware_threads();
}

}  // namespace quiz::cli
