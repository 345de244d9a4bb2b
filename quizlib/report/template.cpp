// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/template.hpp>

#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <cassert>

namespace quiz::report {
namespace {

/// The records around a place, the innermost first.
struct Scope {
  const Record& record;
  const Scope* outer;
};

template <class Value>
const Value& find(const Scope& scope, std::vector<std::pair<std::string_view, Value>> Record::*values,
                  std::string_view name) {
  static const Value kAbsent{};
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    for (const auto& entry : at->record.*values) {
      if (entry.first == name) return entry.second;
    }
  }
  assert(false && "the record is not of the template's shape");
  return kAbsent;
}

void fill(const std::vector<TemplateNode>& nodes, const Scope& scope, const io::Sink& out) {
  for (const TemplateNode& node : nodes) {
    switch (node.kind) {
      case TemplateNode::Kind::literal:
        out(node.text);
        break;
      case TemplateNode::Kind::field:
        out(escape_html(text::visible(find(scope, &Record::fields, node.text))));
        break;
      case TemplateNode::Kind::each:
        find(scope, &Record::lists, node.text)([&](const Record& entry) {
          fill(node.children, {entry, &scope}, out);
        });
        break;
      case TemplateNode::Kind::none: {
        bool any = false;
        find(scope, &Record::lists, node.text)([&](const Record&) { any = true; });
        if (!any) fill(node.children, scope, out);
        break;
      }
    }
  }
}

}  // namespace

Records when(bool yes) {
  return [yes](const std::function<void(const Record&)>& visit) {
    if (yes) visit({});
  };
}

void fill(const Template& page, const Record& record, const io::Sink& out) {
  fill(page.nodes, {record, nullptr}, out);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace quiz::report
