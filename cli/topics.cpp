// SPDX-License-Identifier: Apache-2.0
#include <cli/topics.hpp>

#include <quizlib/text/width.hpp>
#include <quizlib/text/wrap.hpp>

#include <algorithm>
#include <array>

namespace quiz::cli {
namespace {

constexpr std::size_t kWidest = 80;  ///< longer lines are hard to read
constexpr std::size_t kLeast = 20;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;

constexpr std::array kWorkflow{
    TopicPart{"", "topic.workflow.intro"},
    TopicPart{"quiz new my-contest", "topic.workflow.new"},
    TopicPart{"quiz check", "topic.workflow.check"},
    TopicPart{"quiz contest rules", "topic.workflow.rules"},
    TopicPart{"quiz simulate --entrants 500", "topic.workflow.simulate"},
    TopicPart{"quiz contest seal", "topic.workflow.seal"},
    TopicPart{"quiz take", "topic.workflow.take"},
    TopicPart{"quiz intake add sheets.csv", "topic.workflow.intake"},
    TopicPart{"quiz intake status", "topic.workflow.status"},
    TopicPart{"quiz roster duplicates", "topic.workflow.duplicates"},
    TopicPart{"quiz contest freeze", "topic.workflow.freeze"},
    TopicPart{"quiz rank --top 20", "topic.workflow.rank"},
    TopicPart{"quiz award", "topic.workflow.award"},
    TopicPart{"quiz award decide", "topic.workflow.decide"},
    TopicPart{"quiz report winners", "topic.workflow.report"},
    TopicPart{"", "topic.workflow.corrections"},
    TopicPart{"quiz intake admit", "command.intake_admit"},
    TopicPart{"quiz person merge", "command.person_merge"},
    TopicPart{"quiz disqualify", "command.disqualify"},
    TopicPart{"quiz regrade", "command.regrade"},
};

constexpr std::array kFiles{
    TopicPart{"", "topic.files.intro"},
    TopicPart{"contest.yaml", "topic.files.contest"},
    TopicPart{"banks/*.yaml", "topic.files.banks"},
    TopicPart{"groups.csv", "topic.files.groups"},
    TopicPart{"entrants.csv", "topic.files.entrants"},
    TopicPart{"excluded.csv", "topic.files.excluded"},
    TopicPart{"contest.db", "topic.files.store"},
    TopicPart{"out/", "topic.files.out"},
    TopicPart{"rehearsal/", "topic.files.rehearsal"},
    TopicPart{"", "topic.files.given"},
    TopicPart{"quiz intake add sheets.csv", "topic.files.sheets"},
    TopicPart{"quiz intake add --map columns.yaml …", "topic.files.columns"},
    TopicPart{"quiz intake add --marks marks.csv", "topic.files.marks"},
    TopicPart{"quiz award decide AWARD --lot lot.txt", "topic.files.lot"},
    TopicPart{"", "topic.files.pages"},
    TopicPart{"docs/formats/", "topic.files.formats"},
};

constexpr std::array kTaking{
    TopicPart{"quiz take --round w1 --entrant E0000007", "topic.taking.start"},
    TopicPart{"--plain", "command.take.plain"},
    TopicPart{"", "topic.taking.screen"},
    TopicPart{"Tab  Shift-Tab", "topic.taking.next"},
    TopicPart{"↑  ↓", "topic.taking.choose"},
    TopicPart{"F1   Ctrl-G", "topic.taking.rules"},
    TopicPart{"F2   Ctrl-F", "topic.taking.flag"},
    TopicPart{"F3   Ctrl-R", "topic.taking.review"},
    TopicPart{"F4   Ctrl-L", "topic.taking.language"},
    TopicPart{"F5   Ctrl-S", "topic.taking.hand-in"},
    TopicPart{"F6   Ctrl-N", "topic.taking.unanswered"},
    TopicPart{"F10  Ctrl-Q", "topic.taking.leave"},
    TopicPart{"", "topic.taking.plain"},
    TopicPart{"a", "topic.taking.letter"},
    TopicPart{"a,c", "topic.taking.letters"},
    TopicPart{"1=b,2=a", "topic.taking.pairs"},
    TopicPart{"1945", "topic.taking.typed"},
    TopicPart{"q", "topic.taking.quit"},
    TopicPart{"", "topic.taking.kept"},
    TopicPart{"", "topic.taking.time"},
};

constexpr std::array kOutput{
    TopicPart{"", "topic.output.intro"},
    TopicPart{"--format table", "topic.output.table"},
    TopicPart{"--format plain", "topic.output.plain"},
    TopicPart{"--format json", "topic.output.json"},
    TopicPart{"--format csv", "topic.output.csv"},
    TopicPart{"--bom", "command.everywhere.bom"},
    TopicPart{"-o FILE", "command.everywhere.o"},
    TopicPart{"--overwrite", "command.everywhere.overwrite"},
    TopicPart{"--quiet", "command.everywhere.quiet"},
    TopicPart{"--lang vi|lo|th|en", "command.everywhere.lang"},
    TopicPart{"--color always|never", "command.everywhere.color"},
    TopicPart{"", "topic.output.environment"},
    TopicPart{"LC_ALL LC_MESSAGES LANG", "topic.output.locale"},
    TopicPart{"NO_COLOR QUIZ_NO_COLOR", "topic.output.no-color"},
    TopicPart{"CLICOLOR_FORCE", "topic.output.force"},
    TopicPart{"CLICOLOR=0 TERM=dumb", "topic.output.plain-terminal"},
};

constexpr std::array kExitCodes{
    TopicPart{"", "topic.exit-codes.intro"},  TopicPart{"0", "topic.exit-codes.0"},
    TopicPart{"1", "topic.exit-codes.1"},     TopicPart{"2", "topic.exit-codes.2"},
    TopicPart{"3", "topic.exit-codes.3"},     TopicPart{"4", "topic.exit-codes.4"},
    TopicPart{"5", "topic.exit-codes.5"},     TopicPart{"75", "topic.exit-codes.75"},
    TopicPart{"130", "topic.exit-codes.130"},
};

constexpr std::array kTopics{
    Topic{"workflow", kWorkflow}, Topic{"files", kFiles},          Topic{"taking", kTaking},
    Topic{"output", kOutput},     Topic{"exit-codes", kExitCodes},
};

/// `text` in lines that begin with `indent` blanks, all but the first.
std::string hanging(std::string_view text, std::size_t indent, std::size_t width) {
  const std::size_t room = std::max(width, indent + kLeast) - indent;
  std::string result;
  for (const std::string& line : text::wrap(text, room)) {
    if (!result.empty()) result.append(indent, ' ');
    result += line + '\n';
  }
  return result;
}

bool is_paragraph(const TopicPart& part) { return part.term.empty(); }

/// Terms with their meaning beside them, the terms in a column as wide as it must be.
std::string list_of(std::span<const TopicPart> terms, const text::Catalogue& catalogue, std::size_t width) {
  std::size_t column = 0;
  for (const TopicPart& part : terms) column = std::max(column, text::width(part.term));
  std::string result;
  for (const TopicPart& part : terms) {
    result += std::string(kIndent, ' ') + text::pad(part.term, column + kGap) +
              hanging(catalogue(part.key), kIndent + column + kGap, width);
  }
  return result;
}

}  // namespace

std::string Topic::key() const { return "topic." + std::string(name); }

std::span<const Topic> topics() { return kTopics; }

const Topic* find_topic(std::string_view name) {
  const auto found = std::ranges::find(kTopics, name, &Topic::name);
  return found == kTopics.end() ? nullptr : &*found;
}

std::string topic_help(const Topic& topic, const text::Catalogue& catalogue, std::size_t width) {
  width = std::min(width, kWidest);
  std::string result = hanging(catalogue(topic.key()), 0, width);
  if (!is_paragraph(topic.parts.front())) result += '\n';
  auto part = topic.parts.begin();
  while (part != topic.parts.end()) {
    const auto end = std::find_if(part, topic.parts.end(), is_paragraph);
    result += list_of({part, end}, catalogue, width);
    if (end == topic.parts.end()) break;
    result += '\n' + hanging(catalogue(end->key), 0, width);
    part = end + 1;
  }
  return result;
}

}  // namespace quiz::cli
