// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quiz::report {

/// What a value put at some place of a page would be to a browser.
enum class HtmlPlace {
  text,       ///< between tags, or in a title
  attribute,  ///< in double quotes, in an attribute that holds plain words
  tag,        ///< in a tag, but in no value
  unquoted,   ///< an attribute's value without double quotes
  address,    ///< an address, unless behind `#`
  unsafe,     ///< an attribute that may hold code, such as style, or that is not known
  comment,    ///< a comment or a declaration
  code        ///< a script, a style or another element whose content is no text
};

/// Follows the markup of a page piece by piece, as a browser does, to tell what stands where.
class HtmlScanner {
 public:
  void feed(std::string_view markup);
  [[nodiscard]] HtmlPlace place() const;
  friend bool operator==(const HtmlScanner&, const HtmlScanner&) = default;

 private:
  enum class State : std::uint8_t {
    text,
    less_than,  ///< behind `<`
    end_tag,    ///< behind `</`
    tag_name,
    in_tag,
    attribute_name,
    before_value,
    double_quoted,
    single_quoted,
    unquoted,
    declaration,  ///< from `<!` or `<?` to `>`
    comment,
    raw  ///< text that only the end tag of its element ends
  };

  void step(char c);
  void step_in_tag(char c);
  void step_declaration(char c);
  void step_comment(char c);
  void step_raw(char c);
  void close_tag();

  State state_ = State::text;
  bool end_tag_ = false;   ///< the tag is an end tag
  bool fragment_ = false;  ///< the value began with `#`
  bool in_value_ = false;  ///< the value has begun
  std::string element_;    ///< of the tag, or whose raw text this is
  std::string attribute_;
  std::string matched_;  ///< what there is so far of the mark that opens or ends a comment or raw text
};

}  // namespace quiz::report
