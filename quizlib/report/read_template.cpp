// SPDX-License-Identifier: Apache-2.0
#include <quizlib/base/nearest.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/report/html_scanner.hpp>
#include <quizlib/report/template.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace quiz::report {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool is_name(std::string_view text, std::string_view marks) {
  return !text.empty() && std::ranges::all_of(text, [marks](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != std::string_view::npos;
  });
}

/// The catalogue's word for a place where no value may stand.
Term term(HtmlPlace place) {
  switch (place) {
    case HtmlPlace::unquoted:
      return {"template.place.unquoted"};
    case HtmlPlace::address:
      return {"template.place.address"};
    case HtmlPlace::unsafe:
      return {"template.place.unsafe"};
    case HtmlPlace::comment:
      return {"template.place.comment"};
    case HtmlPlace::code:
      return {"template.place.code"};
    case HtmlPlace::text:
    case HtmlPlace::attribute:
    case HtmlPlace::tag:
      break;
  }
  return {"template.place.tag"};
}

/// What stands between `{{` and `}}`, and where the markup before it ends and that behind it begins.
struct Tag {
  std::size_t at = 0;  ///< of `{{`
  std::size_t begin = 0;
  std::size_t end = 0;
  char mark = '\0';        ///< `#`, `^`, `/`, `!`, `>`; `t`; a blank: a field
  std::string_view name;   ///< behind the mark
  std::string_view whole;  ///< all of it
};

/// The tag at `at` that ends before `close`.
Tag parse_tag(std::string_view text, std::size_t at, std::size_t close) {
  Tag tag{at, at, close + kClose.size(), ' ', {}, {}};
  tag.whole = tag.name = trimmed(text.substr(at + kOpen.size(), close - at - kOpen.size()));
  if (tag.name.starts_with("t ")) {
    tag.mark = 't';
  } else if (!tag.name.empty() &&
             std::string_view("#^/!>").find(tag.name.front()) != std::string_view::npos) {
    tag.mark = tag.name.front();
  }
  if (tag.mark != ' ') tag.name = trimmed(tag.name.substr(1));
  if (std::string_view("#^/!").find(tag.mark) == std::string_view::npos) return tag;
  // Alone on its line, such a tag takes the line with it.
  const std::size_t before = text.find_last_not_of(" \t", at == 0 ? std::string_view::npos : at - 1);
  const bool first = at == 0 || before == std::string_view::npos || text[before] == '\n';
  const std::size_t behind = std::min(text.find_first_not_of(" \t\r", tag.end), text.size());
  if (first && (behind == text.size() || text[behind] == '\n')) {
    tag.begin = at == 0 || before == std::string_view::npos ? 0 : before + 1;
    tag.end = std::min(behind + 1, text.size());
  }
  return tag;
}

class Reader {
 public:
  Reader(const TemplateSource& source, const Shape& shape, const text::Catalogue& catalogue,
         Diagnostics& diagnostics)
      : source_(source),
        text_(source.text),
        catalogue_(catalogue),
        diagnostics_(diagnostics) {
    open_.push_back({{}, 0, TemplateNode::Kind::each, &shape, {}, {}});
  }

  std::vector<TemplateNode> read() {
    if (const auto bad = invalid_utf8(text_)) {
      report(*bad, Message("template.encoding"));
      return {};
    }
    std::size_t at = 0;
    for (std::size_t next = text_.find(kOpen); next != std::string_view::npos; next = text_.find(kOpen, at)) {
      const std::size_t close = text_.find(kClose, next);
      if (close == std::string_view::npos) {
        report(next, Message("template.tag-open"));
        break;
      }
      const Tag tag = parse_tag(text_, next, close);
      add_markup(text_.substr(at, tag.begin - at));
      read_tag(tag);
      at = tag.end;
    }
    add_markup(text_.substr(at));
    while (open_.size() > 1) give_up_list();
    if (scanner_ != HtmlScanner()) {
      report(text_.size(), Message("template.unfinished", {{"place", term(scanner_.place())}}));
    }
    return std::move(open_.front().nodes);
  }

 private:
  /// A list that is open, or the template as a whole.
  struct Open {
    std::string_view name;
    std::size_t at = 0;  ///< of its tag
    TemplateNode::Kind kind = TemplateNode::Kind::each;
    const Shape* shape = nullptr;  ///< of what stands inside; nullptr: unknown, and any name will do
    HtmlScanner scanner;           ///< where it began
    std::vector<TemplateNode> nodes;
  };

  void read_tag(const Tag& tag) {
    switch (tag.mark) {
      case '!':
        return;
      case '#':
        if (is_name(tag.name, "_")) return open_list(tag, TemplateNode::Kind::each);
        break;
      case '^':
        if (is_name(tag.name, "_")) return open_list(tag, TemplateNode::Kind::none);
        break;
      case '/':
        if (is_name(tag.name, "_")) return close_list(tag);
        break;
      case 't':
        if (is_name(tag.name, "_-.")) return add_words(tag);
        break;
      case '>':
        if (is_name(tag.name, "_-./")) return include(tag);
        break;
      default:
        if (is_name(tag.name, "_")) return add_field(tag);
    }
    report(tag.at, Message("template.tag-malformed", {{"tag", tag.whole}}));
  }

  void open_list(const Tag& tag, TemplateNode::Kind kind) {
    const Shape* inside = nullptr;
    std::vector<std::string_view> known;
    for (const Open& open : open_) {
      if (open.kind == TemplateNode::Kind::none) continue;
      if (open.shape == nullptr) return push(tag, kind, nullptr);
      for (const auto& list : open.shape->lists) {
        known.push_back(list.first);
        if (list.first == tag.name) inside = &list.second;
      }
    }
    if (inside == nullptr) unknown(tag, "template.list-unknown", known);
    push(tag, kind, inside);
  }

  void push(const Tag& tag, TemplateNode::Kind kind, const Shape* inside) {
    open_.push_back({tag.name, tag.at, kind, inside, scanner_, {}});
  }

  void close_list(const Tag& tag) {
    const bool is_open =
        std::any_of(open_.begin() + 1, open_.end(), [&](const Open& open) { return open.name == tag.name; });
    if (!is_open) return report(tag.at, Message("template.list-not-open", {{"list", tag.name}}));
    while (open_.back().name != tag.name) give_up_list();
    if (open_.back().scanner != scanner_) {
      report(tag.at, Message("template.list-elsewhere", {{"list", tag.name}}));
    }
    close();
  }

  /// Close the innermost list, for which there is no tag.
  void give_up_list() {
    report(open_.back().at, Message("template.list-not-closed", {{"list", open_.back().name}}));
    close();
  }

  void close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    open_.back().nodes.push_back({closed.kind, std::string(closed.name), std::move(closed.nodes)});
  }

  void add_field(const Tag& tag) {
    std::vector<std::string_view> known;
    bool any = false;
    for (const Open& open : open_) {
      if (open.kind == TemplateNode::Kind::none) continue;
      any = any || open.shape == nullptr;
      if (open.shape != nullptr)
        known.insert(known.end(), open.shape->fields.begin(), open.shape->fields.end());
    }
    if (!any && std::ranges::find(known, tag.name) == known.end()) {
      unknown(tag, "template.field-unknown", known);
    }
    require_place(tag);
    open_.back().nodes.push_back({TemplateNode::Kind::field, std::string(tag.name)});
  }

  void add_words(const Tag& tag) {
    if (!catalogue_.has(tag.name)) {
      const std::vector<std::string_view> known = catalogue_.keys();
      unknown(tag, "template.text-unknown", known);
    }
    require_place(tag);
    append(escape_html(catalogue_(tag.name)));
  }

  void include(const Tag& tag) {
    const std::optional<std::string> file = source_.include(tag.name);
    if (!file) return report(tag.at, Message("template.file-unknown", {{"path", tag.name}}));
    if (invalid_utf8(*file)) return report(tag.at, Message("template.file-encoding", {{"path", tag.name}}));
    add_markup(*file);
  }

  void add_markup(std::string_view markup) {
    scanner_.feed(markup);
    append(markup);
  }

  void append(std::string_view markup) {
    std::vector<TemplateNode>& nodes = open_.back().nodes;
    if (nodes.empty() || nodes.back().kind != TemplateNode::Kind::literal) nodes.emplace_back();
    nodes.back().text += markup;
  }

  void require_place(const Tag& tag) {
    const HtmlPlace place = scanner_.place();
    if (place == HtmlPlace::text || place == HtmlPlace::attribute) return;
    report(tag.at, Message("template.value-place", {{"place", term(place)}}));
  }

  void unknown(const Tag& tag, std::string_view code, std::span<const std::string_view> known) {
    report(tag.at, Message(code, {{"name", tag.name}, {"suggestion", nearest(tag.name, known)}}));
  }

  void report(std::size_t at, Message message) {
    const std::string_view before = text_.substr(0, at);
    const std::size_t begin = before.rfind('\n') + 1;
    const std::string_view line = text_.substr(begin, text_.find('\n', begin) - begin);
    Place place;
    place.file = source_.shown_as;
    place.line = static_cast<std::uint32_t>(1 + std::ranges::count(before, '\n'));
    place.column = static_cast<std::uint32_t>(1 + code_points(before.substr(begin)));
    place.text = line;
    diagnostics_.error(std::move(place), std::move(message));
  }

  const TemplateSource& source_;
  std::string_view text_;
  const text::Catalogue& catalogue_;
  Diagnostics& diagnostics_;
  HtmlScanner scanner_;
  std::vector<Open> open_;  ///< the template as a whole, then the lists around the place
};

}  // namespace

std::optional<Template> read_template(const TemplateSource& source, const Shape& shape,
                                      const text::Catalogue& catalogue, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  std::vector<TemplateNode> nodes = Reader(source, shape, catalogue, diagnostics).read();
  if (diagnostics.errors() != errors) return std::nullopt;
  return Template{std::move(nodes)};
}

}  // namespace quiz::report
