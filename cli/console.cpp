// SPDX-License-Identifier: Apache-2.0
#include <cli/console.hpp>

#include <cli/excerpt.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/report/findings.hpp>
#include <quizlib/report/output.hpp>
#include <quizlib/text/unicode.hpp>

#include <filesystem>
#include <string>

namespace quiz::cli {
namespace {

constexpr std::size_t kWidthWithoutTerminal = 100;
constexpr std::string_view kIndent = "  ";

// What the terminal is told to switch on (ECMA-48).
constexpr std::string_view kRed = "1;31";
constexpr std::string_view kYellow = "1;33";
constexpr std::string_view kCyan = "1;36";
constexpr std::string_view kGreen = "1;32";

/// no-color.org, then the variables of BSD, then whether somebody looks.
bool is_colored(const Context& context, const Stream& stream) {
  if (context.everywhere.color != Color::automatic) return context.everywhere.color == Color::always;
  if (!context.variable("NO_COLOR").empty() || !context.variable("QUIZ_NO_COLOR").empty()) return false;
  const std::string_view forced = context.variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return stream.terminal && context.variable("TERM") != "dumb" && context.variable("CLICOLOR") != "0";
}

/// A word on the error stream in a colour, or just the word.
std::string painted(const Context& context, std::string_view color, std::string_view word) {
  if (!is_colored(context, context.err)) return std::string(word);
  return "\x1b[" + std::string(color) + 'm' + std::string(word) + "\x1b[0m";
}

std::string severity_word(const Context& context, Severity severity) {
  const std::string_view color = severity == Severity::error     ? kRed
                                 : severity == Severity::warning ? kYellow
                                                                 : kCyan;
  return painted(context, color, (*context.catalogue)("message." + std::string(report::name(severity))));
}

void clear_progress(Context& context) {
  if (!context.progress_shown) return;
  context.err.write("\r\x1b[K");
  context.progress_shown = false;
}

void say(Context& context, std::string_view text) {
  clear_progress(context);
  context.err.write(text);
}

/// `file:9:3: `; empty where there is no place.
std::string prefix(const Place& place) {
  std::string result = text::visible(place.file);
  if (place.line != 0) result += ':' + std::to_string(place.line);
  if (place.column != 0) result += ':' + std::to_string(place.column);
  if (!place.where.empty()) result += (result.empty() ? "" : ": ") + text::visible(place.where);
  return result.empty() ? result : result + ": ";
}

std::string sentence(const Context& context, Severity severity, const Message& message) {
  return severity_word(context, severity) + ": " + context.catalogue->format(message) + " [" + message.code +
         "]\n";
}

std::string help(const Context& context, const Message& message) {
  const std::string text = context.catalogue->help(message);
  if (text.empty()) return {};
  return painted(context, kGreen, (*context.catalogue)("message.help")) + ": " + text + '\n';
}

std::string source_line(const Context& context, const Place& place) {
  if (place.text.empty()) return {};
  const std::size_t width = context.err.terminal ? context.width : kWidthWithoutTerminal;
  const std::size_t room = width > 2 * kIndent.size() ? width - kIndent.size() : kIndent.size();
  const Excerpt shown = excerpt(place.text, place.column, room);
  std::string result = std::string(kIndent) + shown.text + '\n';
  if (place.column != 0) {
    result += std::string(kIndent) + std::string(shown.caret, ' ') + painted(context, kGreen, "^") + '\n';
  }
  return result;
}

std::string listed(const Context& context, const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& finding : diagnostics.kept()) {
    if (context.everywhere.quiet && finding.severity != Severity::error) continue;
    text += prefix(finding.place) + sentence(context, finding.severity, finding.message) +
            source_line(context, finding.place) + help(context, finding.message);
  }
  for (const auto& [code, count] : diagnostics.dropped()) {
    text += context.catalogue->format(Message("message.more", {{"count", count}, {"code", code}})) + '\n';
  }
  return text;
}

std::string counts(const Context& context, const Diagnostics& diagnostics) {
  const auto counted = [&](std::string_view key, std::size_t count) {
    return context.catalogue->format(Message(key, {{"count", count}}));
  };
  std::string result;
  if (diagnostics.errors() != 0) result = counted("message.errors", diagnostics.errors());
  if (diagnostics.warnings() != 0 && !context.everywhere.quiet) {
    if (!result.empty()) result += ", ";
    result += counted("message.warnings", diagnostics.warnings());
  }
  return result.empty() ? result : result + '\n';
}

}  // namespace

void print(Context& context, const report::Document& document) {
  print(context, document, *context.catalogue, nullptr);
}

void print(Context& context, const report::Document& document, const text::Catalogue& catalogue,
           const report::Template* page) {
  const Everywhere& wanted = context.everywhere;
  const bool to_file = wanted.writes_file();
  report::Form form;
  form.format = wanted.format.value_or(report::Format::table);
  form.width = context.out.terminal && !to_file ? context.width : 0;
  form.byte_order_mark = wanted.byte_order_mark;
  form.page = page;
  if (!to_file) {
    clear_progress(context);
    report::render(document, catalogue, form, context.out.write);
  } else if (wanted.dry_run) {
    note(context, Message("message.would-write", {{"path", wanted.output}}));
  } else {
    report::render_file(document, catalogue, form, context.at(wanted.output), wanted.overwrite);
  }
  for (const Message& message : document.notes) note(context, message);
}

void print_text(Context& context, std::string_view text) {
  clear_progress(context);
  context.out.write(text);
}

void print_answer(Context& context, std::string_view text) {
  const Everywhere& wanted = context.everywhere;
  if (!wanted.writes_file()) return print_text(context, text);
  if (wanted.dry_run) return note(context, Message("message.would-write", {{"path", wanted.output}}));
  report::write_text(text, context.at(wanted.output), wanted.overwrite);
}

void note(Context& context, const Message& message) {
  if (context.everywhere.quiet) return;
  say(context, severity_word(context, Severity::note) + ": " + context.catalogue->format(message) + '\n');
}

void print_error(Context& context, const Message& message) {
  say(context, sentence(context, Severity::error, message) + help(context, message));
}

void print_findings(Context& context) {
  std::string text;
  if (!context.findings_printed) text = listed(context, context.diagnostics);
  text += counts(context, context.diagnostics);
  if (!text.empty()) say(context, text);
}

}  // namespace quiz::cli
