// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml_syntax.hpp>

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <utility>

namespace quiz::io {

std::string_view code_of_syntax_error(std::string_view sentence) {
  using Entry = std::pair<std::string_view, std::string_view>;
  static const std::array kCodes = {
      Entry{YAML::ErrorMsg::MAP_VALUE, "yaml.colon"},
      Entry{YAML::ErrorMsg::MAP_KEY, "yaml.indentation"},
      Entry{YAML::ErrorMsg::BLOCK_ENTRY, "yaml.indentation"},
      Entry{YAML::ErrorMsg::END_OF_MAP_FLOW, "yaml.bracket"},
      Entry{YAML::ErrorMsg::END_OF_SEQ_FLOW, "yaml.bracket"},
      Entry{YAML::ErrorMsg::END_OF_MAP, "yaml.indentation"},
      Entry{YAML::ErrorMsg::END_OF_SEQ, "yaml.indentation"},
      Entry{YAML::ErrorMsg::FLOW_END, "yaml.bracket"},
      Entry{YAML::ErrorMsg::EOF_IN_SCALAR, "yaml.quote"},
      Entry{YAML::ErrorMsg::DOC_IN_SCALAR, "yaml.quote"},
      Entry{YAML::ErrorMsg::TAB_IN_INDENTATION, "yaml.tab"},
      Entry{YAML::ErrorMsg::INVALID_ESCAPE, "yaml.escape"},
      Entry{YAML::ErrorMsg::INVALID_HEX, "yaml.escape"},
      Entry{YAML::ErrorMsg::INVALID_UNICODE, "yaml.escape"},
      Entry{YAML::ErrorMsg::UNKNOWN_TOKEN, "yaml.unquoted"},
      Entry{YAML::ErrorMsg::UNKNOWN_ANCHOR, "yaml.alias"},
  };
  const auto found =
      std::ranges::find_if(kCodes, [&](const Entry& entry) { return sentence.starts_with(entry.first); });
  return found == kCodes.end() ? "yaml.syntax" : found->second;
}

}  // namespace quiz::io
