// SPDX-License-Identifier: Apache-2.0
#include <quizlib/bank/read_item.hpp>

#include <quizlib/bank/id.hpp>
#include <quizlib/bank/localized.hpp>
#include <quizlib/bank/read_key.hpp>
#include <quizlib/io/fields.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::bank {
namespace {

constexpr Points kMostPoints{1'000'000 * Points::kOne};

bool is_skill(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && slash != 0 && slash + 1 < text.size() &&
         text.find_first_of(" \t\n") == std::string_view::npos;
}

/// Whether `path` stays inside the folder that it is relative to, on every system.
bool is_inside(std::string_view path) {
  if (path.empty() || path.find_first_of("\\:") != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// Reads one item. What is wrong is reported and left out.
class ItemReader {
 public:
  ItemReader(const io::YamlDocument& document, const io::YamlNode& node,
             std::span<const text::Language> languages, Diagnostics& diagnostics)
      : fields_(document, node, "bank", "item", diagnostics),
        languages_(languages) {
    item_.place = document.place(node);
  }

  Item read() {
    if (!fields_.node().is_mapping()) return std::move(item_);
    if (auto id = read_id(fields_, "id")) item_.id.text = std::move(*id);
    const std::optional<ItemType> type = read_type();
    // What other types have in their fields is not known here, so nothing can be said of them.
    if (!type) return std::move(item_);
    item_.type = *type;
    item_.stem = read_localized(fields_, "stem", languages_, true);
    read_key(fields_, languages_, item_);
    read_common();
    fields_.finish();
    return std::move(item_);
  }

 private:
  std::optional<ItemType> read_type() {
    const auto word = fields_.word(
        "type", {"single", "multiple", "truefalse", "numeric", "text", "order", "match", "essay"}, true);
    if (!word) return std::nullopt;
    return kItemTypes.at(*word);
  }

  void read_common() {
    item_.rationale = read_localized(fields_, "rationale", languages_);
    item_.skills = read_words("skills", is_skill, "skill-invalid");
    item_.tags = read_words(
        "tags", [](std::string_view tag) { return !tag.empty(); }, "tag-invalid");
    if (const auto word = fields_.word("difficulty", {"easy", "medium", "hard"})) {
      item_.difficulty = static_cast<Difficulty>(*word);
    }
    if (const auto word = fields_.word("status", {"active", "retired"})) {
      item_.status = static_cast<Status>(*word);
    }
    read_points();
    read_time_limit();
    read_media();
  }

  std::vector<std::string> read_words(std::string_view field, bool (*is_good)(std::string_view),
                                      std::string_view code) {
    std::vector<std::string> words;
    for (const io::YamlNode* entry : fields_.list(field)) {
      if (!entry->is_scalar() || !is_good(entry->text)) {
        fields_.error(*entry, code, {{"value", entry->text}});
      } else {
        words.push_back(entry->text);
      }
    }
    return words;
  }

  void read_points() {
    const io::YamlNode* node = fields_.optional("points");
    if (node == nullptr) return;
    const auto points = node->is_scalar() && !node->quoted ? parse_points(node->text) : std::nullopt;
    if (!points || points->units < 0 || *points > kMostPoints) {
      fields_.error(*node, "points-invalid", {{"value", node->text}});
      return;
    }
    item_.points = *points;
  }

  void read_time_limit() {
    const io::YamlNode* node = fields_.optional("time_limit");
    if (node == nullptr) return;
    const auto limit = node->is_scalar() ? parse_duration(node->text) : std::nullopt;
    if (!limit || *limit <= Milliseconds(0)) {
      fields_.error(*node, "duration-invalid", {{"field", "time_limit"}, {"value", node->text}});
      return;
    }
    item_.time_limit = *limit;
  }

  void read_media() {
    const io::YamlNode* node = fields_.optional("media");
    if (node == nullptr) return;
    io::Fields fields(fields_.document(), *node, "bank", "media", fields_.diagnostics());
    if (!node->is_mapping()) return;
    Media media;
    if (auto file = fields.text("file", true)) {
      if (!is_inside(*file)) fields.error(*fields.optional("file"), "media-outside", {{"value", *file}});
      media.file = std::move(*file);
    }
    media.alt = read_localized(fields, "alt", languages_);
    fields.finish();
    item_.media = std::move(media);
  }

  io::Fields fields_;
  std::span<const text::Language> languages_;
  Item item_;
};

}  // namespace

Item read_item(const io::YamlDocument& document, const io::YamlNode& node,
               std::span<const text::Language> languages, Diagnostics& diagnostics) {
  return ItemReader(document, node, languages, diagnostics).read();
}

}  // namespace quiz::bank
