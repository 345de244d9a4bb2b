// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/text/catalogue.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace quiz::cli {

/// A part of a topic: a paragraph, or a term with what it means.
struct TopicPart {
  std::string_view term;  ///< a command, a file, a key: the same in every language; empty: a paragraph
  std::string_view key;   ///< of the text in the catalogue
};

/// What `quiz help` can explain beside commands. No topic has the name of a noun.
struct Topic {
  std::string_view name;
  std::span<const TopicPart> parts;

  /// The catalogue's key of its title.
  [[nodiscard]] std::string key() const;
};

/// All topics, in the order in which they are listed.
[[nodiscard]] std::span<const Topic> topics();

/// The topic of that name; nullptr: there is none.
[[nodiscard]] const Topic* find_topic(std::string_view name);

/// What `quiz help TOPIC` prints: the title, paragraphs, and terms with their meaning beside them, in lines
/// of at most `width` cells. A term is never broken, and a text has 20 cells at least.
[[nodiscard]] std::string topic_help(const Topic& topic, const text::Catalogue& catalogue, std::size_t width);

}  // namespace quiz::cli
