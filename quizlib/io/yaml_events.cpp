// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/yaml_events.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/io/yaml_feed.hpp>
#include <quizlib/io/yaml_places.hpp>
#include <quizlib/io/yaml_syntax.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quiz::io {
namespace {

/// Ends the parsing where what follows could not be judged any more.
struct Stop {};

/// Builds the tree from the parser's events and reports what the profile forbids.
///
/// Places come from the offsets of the events; lines and columns of the parser count bytes.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlDocument& document, std::string_view text, YamlFeed& feed, Diagnostics& diagnostics,
              const YamlLimits& limits)
      : document_(document),
        text_(text),
        feed_(feed),
        diagnostics_(diagnostics),
        limits_(limits) {}

  /// The finished tree, null where there was no document.
  [[nodiscard]] YamlNode root() { return nodes_.empty() ? YamlNode{} : std::move(nodes_.front()); }

  void error(std::size_t offset, std::string_view code, std::vector<Argument> arguments = {}) {
    diagnostics_.error(places_.place(offset), Message(code, std::move(arguments)));
  }

  /// What the parser itself refused.
  void syntax_error(const YAML::Exception& exception) {
    const std::string_view code = code_of_syntax_error(exception.msg);
    std::size_t offset = exception.mark.is_null() ? text_.size() : offset_of(exception.mark);
    // The mark is past the digits that should follow the backslash.
    if (code == "yaml.escape") offset = text_.rfind('\\', offset);
    error(offset, code, {{"reason", exception.msg}});
  }

  /// The parser got no more to read, see YamlFeed.
  void too_large() { error(last_, "yaml.value-large"); }

  /// The parser takes the end of the file for the end of a text in quotes.
  void check_last_quote() {
    const char quote = quoted_ < text_.size() ? text_[quoted_] : ' ';
    if (quote != '"' && quote != '\'') return;
    for (std::size_t i = quoted_ + 1; i < text_.size(); ++i) {
      if (text_[i] == quote && (quote == '"' || !text_.substr(i + 1).starts_with(quote))) return;
      if (text_[i] == quote || (quote == '"' && text_[i] == '\\')) ++i;
    }
    error(quoted_, "yaml.quote");
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::size_t offset = told(mark);
    if (documents_++ == 0) return;
    error(offset, "yaml.documents");
    throw Stop{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    const std::size_t offset = told(mark);
    forget_absent(offset);
    check_tag(offset, "?");
    // The parser takes a line without a colon for a key; only then is the mark not past the key.
    if (at_value() && offset <= key_) error(key_, "yaml.colon-missing");
    YamlNode absent;
    const YamlPlaces::Position nearby = place_of_absent(offset);
    absent.line = nearby.line;
    absent.column = nearby.column;
    YamlNode node = absent;
    // `~` and `null` are words like all others. But where nothing stands, the mark is that of whatever comes
    // next, and that may be such a word too: forget_absent mends it then.
    if (const std::string_view word = null_word(offset); !word.empty()) {
      node = make(YamlNode::Kind::scalar, offset);
      node.text = word;
      maybe_absent_ = MaybeAbsent{offset, std::move(absent)};
    } else if (!open_.empty() && open_.back().is_flow_sequence) {
      error(offset, "yaml.comma");
    }
    add(std::move(node), offset);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    const std::size_t offset = told(mark);
    error(offset, "yaml.alias");
    add(make(YamlNode::Kind::scalar, offset), offset);
  }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    error(told(mark), "yaml.anchor", {{"name", name}});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    const std::size_t offset = told(mark);
    forget_absent(offset);
    check_tag(offset, tag);
    YamlNode node = make(YamlNode::Kind::scalar, offset);
    node.quoted = tag != "?";
    if (node.quoted) quoted_ = offset;
    if (value.size() > limits_.scalar) {
      error(offset, "yaml.scalar-large", {{"limit", std::uint64_t{limits_.scalar >> 10}}});
    } else {
      node.text = value;
      std::ranges::replace(node.text, kHiddenQuestionMark, '?');
    }
    // Those in the file itself are reported and gone: this one was written as an escape.
    if (const auto hostile = find_hostile(node.text)) {
      error(offset, "yaml.character-hostile", {{"character", character_name(hostile->value)}});
    }
    add(std::move(node), offset);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    open(YamlNode::Kind::sequence, mark, tag, style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override {
    const std::size_t first = close();
    nodes_[first - 1].children.assign(std::move_iterator(begin_at(first)), std::move_iterator(nodes_.end()));
    nodes_.resize(first);
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::mapping, mark, tag, false);
  }
  void OnMapEnd() override {
    const std::size_t first = close();
    YamlNode& mapping = nodes_[first - 1];
    const std::size_t size = (nodes_.size() - first) / 2;
    mapping.keys.reserve(size);
    mapping.children.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      mapping.keys.push_back(std::move(nodes_[first + 2 * i]));
      mapping.children.push_back(std::move(nodes_[first + 2 * i + 1]));
    }
    nodes_.resize(first);
    check_keys(mapping);
  }

 private:
  struct Open {
    std::size_t node = 0;  ///< in nodes_
    bool is_flow_sequence = false;
  };
  /// A word taken for a value, which may turn out to be the next thing.
  struct MaybeAbsent {
    std::size_t offset = 0;
    YamlNode absent;
  };

  [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }

  /// The offset of an event. What the parser makes of a text that the feed cut off is not told.
  std::size_t told(const YAML::Mark& mark) {
    if (feed_.stopped()) throw Stop{};
    feed_.told();
    return last_ = offset_of(mark);
  }

  YamlNode make(YamlNode::Kind kind, std::size_t offset) {
    YamlNode node;
    node.kind = kind;
    const YamlPlaces::Position at = places_.position(offset);
    node.line = at.line;
    node.column = at.column;
    return node;
  }

  [[nodiscard]] std::vector<YamlNode>::iterator begin_at(std::size_t index) {
    return nodes_.begin() + static_cast<std::ptrdiff_t>(index);
  }

  [[nodiscard]] bool in_mapping() const { return !open_.empty() && nodes_[open_.back().node].is_mapping(); }
  /// Whether the next node is the key of an entry.
  [[nodiscard]] bool at_key() const { return in_mapping() && (nodes_.size() - open_.back().node) % 2 == 1; }
  /// Whether it is the value.
  [[nodiscard]] bool at_value() const { return in_mapping() && !at_key(); }

  /// The key whose value is absent, or the sequence that has the entry: the mark of the parser is past both.
  YamlPlaces::Position place_of_absent(std::size_t offset) {
    if (open_.empty() || at_key()) return places_.position(offset);
    const YamlNode& before = at_value() ? nodes_.back() : nodes_[open_.back().node];
    return {before.line, before.column};
  }

  [[nodiscard]] std::string_view null_word(std::size_t offset) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (text_.substr(offset).starts_with(word)) return word;
    }
    return {};
  }

  /// A node at the offset of a word just taken for a value: nothing stood there.
  void forget_absent(std::size_t offset) {
    if (!maybe_absent_) return;
    if (maybe_absent_->offset == offset) {
      YamlNode* leaf = &nodes_.back();
      while (!leaf->children.empty()) leaf = &leaf->children.back();
      *leaf = std::move(maybe_absent_->absent);
    }
    maybe_absent_.reset();
  }

  void check_tag(std::size_t offset, std::string_view tag) {
    const bool is_written = (tag != "?" && tag != "!") || text_.substr(offset).starts_with('!');
    // A mapping without brackets begins where its first key does.
    if (!is_written || tagged_ == offset) return;
    tagged_ = offset;
    error(offset, "yaml.tag");
  }

  void add(YamlNode node, std::size_t offset) {
    if (at_key()) check_key(node, offset);
    if (++values_ > limits_.values) {
      error(offset, "yaml.values-many", {{"limit", std::uint64_t{limits_.values}}});
      throw Stop{};
    }
    nodes_.push_back(std::move(node));
  }

  void check_key(const YamlNode& key, std::size_t offset) {
    key_ = offset;
    if (!key.is_scalar()) error(offset, "yaml.key-not-scalar");
    if (key.text == "<<" && !key.quoted) error(offset, "yaml.merge-key");
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, std::string_view tag, bool is_flow_sequence) {
    const std::size_t offset = told(mark);
    maybe_absent_.reset();
    check_tag(offset, tag);
    if (open_.size() == limits_.depth) {
      error(offset, "yaml.depth", {{"limit", std::uint64_t{limits_.depth}}});
      throw Stop{};
    }
    add(make(kind, offset), offset);
    open_.push_back({nodes_.size() - 1, is_flow_sequence});
  }

  /// Where the entries of the innermost collection begin; it is closed.
  std::size_t close() {
    feed_.told();
    const std::size_t first = open_.back().node + 1;
    open_.pop_back();
    return first;
  }

  void check_keys(const YamlNode& mapping) {
    std::vector<const YamlNode*> keys;
    keys.reserve(mapping.keys.size());
    for (const YamlNode& key : mapping.keys) {
      if (key.is_scalar()) keys.push_back(&key);
    }
    std::ranges::stable_sort(keys, {}, [](const YamlNode* key) -> const std::string& { return key->text; });
    for (std::size_t first = 0, i = 1; i < keys.size(); ++i) {
      if (keys[i]->text != keys[first]->text) {
        first = i;
        continue;
      }
      diagnostics_.error(document_.place(*keys[i]),
                         Message("yaml.key-twice", {{"key", keys[i]->text}, {"line", keys[first]->line}}));
    }
  }

  const YamlDocument& document_;
  std::string_view text_;
  YamlPlaces places_{document_};
  YamlFeed& feed_;
  Diagnostics& diagnostics_;
  const YamlLimits& limits_;
  std::vector<YamlNode> nodes_;  ///< closed ones hold their entries, those of open ones follow them
  std::vector<Open> open_;       ///< the collections around the next node
  std::optional<MaybeAbsent> maybe_absent_;
  std::optional<std::size_t> tagged_;
  std::size_t documents_ = 0;
  std::size_t values_ = 0;
  std::size_t last_ = 0;    ///< offset of the last event
  std::size_t key_ = 0;     ///< offset of the last key
  std::size_t quoted_ = 0;  ///< offset of the last scalar in quotes
};

}  // namespace

YamlNode read_events(const YamlDocument& document, std::string_view text, Diagnostics& diagnostics,
                     const YamlLimits& limits) {
  YamlFeed feed(text);
  std::istream stream(&feed);
  TreeBuilder builder(document, text, feed, diagnostics, limits);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    if (!feed.stopped()) builder.check_last_quote();
  } catch (const YAML::Exception& exception) {
    if (!feed.stopped()) builder.syntax_error(exception);
  } catch (const Stop&) {
    // Reported where it was thrown, or below.
  }
  if (feed.stopped()) builder.too_large();
  return builder.root();
}

}  // namespace quiz::io
