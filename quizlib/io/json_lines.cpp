// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/json_lines.hpp>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quiz::io {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;
constexpr std::size_t kLongestAtHand = 64;
constexpr std::string_view kAnswers = "answers";

using Columns = std::unordered_map<std::string, std::size_t>;

/// Puts the values of one object into the cells of its columns. Says no to what is not of the form.
class Filler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Filler> {
 public:
  Filler(const Columns& columns, std::vector<std::string>& cells, std::vector<bool>& seen)
      : columns_(columns),
        cells_(cells),
        seen_(seen) {}

  // Calls of the parser.
  bool Null() { return value({}); }
  bool Bool(bool yes) { return value(yes ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) { return value({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) { return value({text, size}); }
  bool StartObject() {
    if (depth_ == 0 || (depth_ == 1 && at_answers_ && !in_list_)) {
      ++depth_;
      return true;
    }
    return refuse(Malformed::wrong_value);
  }
  bool EndObject(rapidjson::SizeType /*members*/) {
    --depth_;
    at_answers_ = false;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view key(text, size);
    at_answers_ = depth_ == 1 && key == kAnswers;
    if (!at_answers_) return find(std::string(key));
    if (std::exchange(has_answers_, true)) return refuse(Malformed::repeated_field);
    return true;
  }
  bool StartArray() {
    if (depth_ == 0 || in_list_) return refuse(depth_ == 0 ? Malformed::no_object : Malformed::wrong_value);
    in_list_ = true;
    position_ = 0;
    return true;
  }
  bool EndArray(rapidjson::SizeType /*entries*/) {
    in_list_ = false;
    return true;
  }
  bool Default() { return refuse(Malformed::no_object); }

  [[nodiscard]] Malformed reason() const { return reason_; }

 private:
  bool refuse(Malformed reason) {
    reason_ = reason;
    return false;
  }

  /// The column that values go to from here on.
  bool find(const std::string& key) {
    const auto column = columns_.find(key);
    if (column == columns_.end()) return refuse(Malformed::unknown_field);
    column_ = column->second;
    if (seen_[column_]) return refuse(Malformed::repeated_field);
    seen_[column_] = true;
    return true;
  }

  bool value(std::string_view text) {
    if (depth_ == 0) return refuse(Malformed::no_object);
    if (at_answers_ && depth_ == 1) {
      // A list of answers by position; a single value is none.
      if (!in_list_) return refuse(Malformed::wrong_value);
      ++position_;
      if (!find(std::string(kAnswers) + "[" + std::to_string(position_) + "]")) return false;
      cells_[column_] = text;
      return true;
    }
    std::string& cell = cells_[column_];
    if (in_list_ && position_++ != 0) cell.push_back(';');
    cell.append(text);
    return true;
  }

  const Columns& columns_;
  std::vector<std::string>& cells_;
  std::vector<bool>& seen_;
  Malformed reason_ = Malformed::no_object;
  int depth_ = 0;
  bool at_answers_ = false;  ///< the value to come, or the object, is that of `answers`
  bool has_answers_ = false;
  bool in_list_ = false;
  std::size_t position_ = 0;  ///< in the list
  std::size_t column_ = 0;
};

/// Hands out the lines of a file.
class Lines {
 public:
  explicit Lines(InputFile file) : file_(std::move(file)) {}

  /// The next line without its end; nothing at the end of the file. A longer one than may be comes cut.
  std::optional<std::string_view> next() {
    while (true) {
      const std::size_t end = text_.find('\n', begin_);
      if (end != std::string::npos) return take(end, end + 1);
      if (at_end_) return begin_ == text_.size() ? std::nullopt : take(text_.size(), text_.size());
      read_more();
    }
  }

 private:
  std::optional<std::string_view> take(std::size_t end, std::size_t next) {
    std::string_view line = std::string_view(text_).substr(begin_, end - begin_);
    begin_ = next;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  void read_more() {
    constexpr std::size_t kChunk = std::size_t{1} << 16;
    text_.erase(0, begin_);
    begin_ = 0;
    // The rest of a line that is too long changes nothing about it.
    if (text_.size() > 2 * kLongestLine) text_.resize(kLongestLine + 1);
    const std::size_t size = text_.size();
    text_.resize(size + kChunk);
    const std::size_t count = file_.read(std::span(text_).subspan(size));
    text_.resize(size + count);
    at_end_ = count == 0;
  }

  InputFile file_;
  std::string text_;
  std::size_t begin_ = 0;
  bool at_end_ = false;
};

}  // namespace

struct JsonLinesReader::Impl {
  Lines lines;
  Columns columns;
  std::vector<std::string> cells;
  std::vector<bool> seen;
  std::uint64_t line = 0;

  Malformed read(std::string_view text) {
    for (std::string& cell : cells) cell.clear();
    seen.assign(seen.size(), false);
    if (text.size() > kLongestLine) return Malformed::no_object;
    constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                                rapidjson::kParseValidateEncodingFlag;
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    Filler filler(columns, cells, seen);
    const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, filler);
    if (!result.IsError()) return Malformed::no;
    return result.Code() == rapidjson::kParseErrorTermination ? filler.reason() : Malformed::no_object;
  }
};

JsonLinesReader::JsonLinesReader(InputFile file, const std::vector<std::string>& columns)
    : impl_(std::make_unique<Impl>(Impl{Lines(std::move(file)), {}, {}, {}, 0})) {
  for (std::size_t i = 0; i < columns.size(); ++i) impl_->columns.emplace(columns[i], i);
  impl_->cells.resize(columns.size());
  impl_->seen.resize(columns.size());
}

JsonLinesReader::JsonLinesReader(JsonLinesReader&&) noexcept = default;
JsonLinesReader& JsonLinesReader::operator=(JsonLinesReader&&) noexcept = default;
JsonLinesReader::~JsonLinesReader() = default;

bool JsonLinesReader::next(CsvBlock& block, std::size_t most) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  block = {};
  // Views into a short string would not survive that the block is moved.
  block.buffer.reserve(kLongestAtHand);
  std::vector<std::size_t> sizes;  // of the cells, which are views once the buffer stays where it is
  while (block.ends.size() < most && block.buffer.size() < kLongestLine) {
    std::optional<std::string_view> line = impl_->lines.next();
    if (!line) break;
    if (++impl_->line == 1 && line->starts_with(kByteOrderMark)) line->remove_prefix(kByteOrderMark.size());
    if (line->find_first_not_of(" \t") == std::string_view::npos) continue;
    const Malformed malformed = impl_->read(*line);
    const auto add = [&](std::string_view cell) {
      block.buffer.append(cell);
      sizes.push_back(cell.size());
    };
    if (malformed == Malformed::no)
      for (const std::string& cell : impl_->cells) add(cell);
    else
      add(line->substr(0, kLongestLine));
    block.ends.push_back(static_cast<std::uint32_t>(sizes.size()));
    block.lines.push_back(impl_->line);
    block.malformed.push_back(malformed);
  }
  std::size_t begin = 0;
  for (const std::size_t size : sizes) {
    block.cells.push_back(std::string_view(block.buffer).substr(begin, size));
    begin += size;
  }
  return !block.ends.empty();
}

}  // namespace quiz::io
