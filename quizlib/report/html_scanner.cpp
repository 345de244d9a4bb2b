// SPDX-License-Identifier: Apache-2.0
#include <quizlib/report/html_scanner.hpp>

#include <algorithm>
#include <array>

namespace quiz::report {
namespace {

/// Elements whose content is no markup; a browser reads character references in the first two only.
constexpr std::array<std::string_view, 10> kRawElements{
    "title", "textarea", "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp"};
constexpr std::size_t kRawText = 2;

/// Attributes that only hold words, whatever the words are.
constexpr std::array<std::string_view, 12> kPlainAttributes{"alt",     "class", "colspan", "datetime",
                                                            "headers", "id",    "label",   "lang",
                                                            "rowspan", "scope", "title",   "value"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_raw(std::string_view element) {
  return std::ranges::find(kRawElements, element) != kRawElements.end();
}

bool holds_text(std::string_view raw_element) {
  return std::ranges::find(kRawElements, raw_element) < kRawElements.begin() + kRawText;
}

bool is_plain(std::string_view attribute) {
  return attribute.starts_with("data-") || attribute.starts_with("aria-") ||
         std::ranges::find(kPlainAttributes, attribute) != kPlainAttributes.end();
}

}  // namespace

void HtmlScanner::feed(std::string_view markup) {
  for (const char c : markup) step(c);
}

HtmlPlace HtmlScanner::place() const {
  switch (state_) {
    case State::text:
      return HtmlPlace::text;
    case State::raw:
      return holds_text(element_) ? HtmlPlace::text : HtmlPlace::code;
    case State::double_quoted:
      if (attribute_ == "href") return fragment_ ? HtmlPlace::attribute : HtmlPlace::address;
      return is_plain(attribute_) ? HtmlPlace::attribute : HtmlPlace::unsafe;
    case State::before_value:
    case State::single_quoted:
    case State::unquoted:
      return HtmlPlace::unquoted;
    case State::declaration:
    case State::comment:
      return HtmlPlace::comment;
    case State::less_than:
    case State::end_tag:
    case State::tag_name:
    case State::in_tag:
    case State::attribute_name:
      break;
  }
  return HtmlPlace::tag;
}

void HtmlScanner::step(char c) {
  switch (state_) {
    case State::text:
      if (c == '<') state_ = State::less_than;
      return;
    case State::less_than:
    case State::end_tag:
      if (is_letter(c)) {
        end_tag_ = state_ == State::end_tag;
        element_ = lower(c);
        state_ = State::tag_name;
      } else if (state_ == State::less_than && c == '/') {
        state_ = State::end_tag;
      } else if (state_ == State::end_tag || c == '!' || c == '?') {
        // Behind `</` not even `!--` begins a comment.
        matched_ = state_ == State::end_tag ? ' ' : c;
        state_ = State::declaration;
        if (c == '>') close_tag();
      } else if (c != '<') {
        state_ = State::text;
      }
      return;
    case State::double_quoted:
    case State::single_quoted:
      if (c == (state_ == State::double_quoted ? '"' : '\'')) {
        attribute_.clear();
        fragment_ = in_value_ = false;
        state_ = State::in_tag;
      } else if (!in_value_) {
        fragment_ = c == '#';
        in_value_ = true;
      }
      return;
    case State::declaration:
      return step_declaration(c);
    case State::comment:
      return step_comment(c);
    case State::raw:
      return step_raw(c);
    case State::tag_name:
    case State::in_tag:
    case State::attribute_name:
    case State::before_value:
    case State::unquoted:
      break;
  }
  step_in_tag(c);
}

void HtmlScanner::step_in_tag(char c) {
  if (c == '>') return close_tag();
  if (state_ == State::before_value) {
    if (is_blank(c)) return;
    state_ = c == '"' ? State::double_quoted : c == '\'' ? State::single_quoted : State::unquoted;
  } else if (is_blank(c) || (c == '/' && state_ != State::unquoted)) {
    // The name of an attribute is kept behind blanks: `=` may follow.
    if (c == '/' || state_ == State::unquoted) attribute_.clear();
    state_ = State::in_tag;
  } else if (state_ == State::tag_name) {
    element_ += lower(c);
  } else if (c == '=' && state_ != State::unquoted && !attribute_.empty()) {
    state_ = State::before_value;
  } else if (state_ == State::in_tag) {
    attribute_ = lower(c);
    state_ = State::attribute_name;
  } else if (state_ == State::attribute_name) {
    attribute_ += lower(c);
  }
}

void HtmlScanner::step_declaration(char c) {
  matched_ += c;
  if (matched_ == "!--") {
    // `<!-->` is a whole comment: the marks that open one may close it too.
    matched_ = "--";
    state_ = State::comment;
  } else if (c == '>') {
    close_tag();
  } else if (!std::string_view("!--").starts_with(matched_)) {
    matched_ = " ";
  }
}

void HtmlScanner::step_comment(char c) {
  if (c == '>' && (matched_ == "--" || matched_ == "--!")) return close_tag();
  if (c == '-') {
    matched_ = matched_ == "-" || matched_ == "--" ? "--" : "-";
  } else if (c == '!' && matched_ == "--") {
    matched_ = "--!";
  } else {
    matched_.clear();
  }
}

void HtmlScanner::step_raw(char c) {
  const std::string end = "</" + element_;
  if (matched_ == end && (is_blank(c) || c == '/' || c == '>')) {
    end_tag_ = true;
    matched_.clear();
    state_ = State::in_tag;
    if (c == '>') close_tag();
    return;
  }
  matched_ += lower(c);
  if (!std::string_view(end).starts_with(matched_)) matched_ = c == '<' ? "<" : "";
}

void HtmlScanner::close_tag() {
  const bool opens_raw =
      state_ != State::declaration && state_ != State::comment && !end_tag_ && is_raw(element_);
  state_ = opens_raw ? State::raw : State::text;
  if (!opens_raw) element_.clear();
  attribute_.clear();
  matched_.clear();
  end_tag_ = fragment_ = in_value_ = false;
}

}  // namespace quiz::report
