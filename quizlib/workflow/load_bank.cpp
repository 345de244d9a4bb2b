// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/load_bank.hpp>

#include <quizlib/io/file.hpp>
#include <quizlib/io/yaml.hpp>

namespace quiz::workflow {

std::optional<bank::Bank> load_bank(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const auto document = io::parse_yaml(path.native(), io::read_file(path), diagnostics);
  if (!document) return std::nullopt;
  return bank::read_bank(*document, diagnostics);
}

}  // namespace quiz::workflow
