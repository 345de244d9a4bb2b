// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/completion.hpp>
#include <cli/console.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

using Script = std::string (*)(const CompletionTree& tree);

struct Options {
  Script script = nullptr;
};

void run(const Options& options, Context& context) {
  print_answer(context, options.script(completion_tree(command_table(), *context.catalogue)));
}

}  // namespace

Action add_completion(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.choice<Script>("SHELL",
                         {{"bash", &bash_completion}, {"zsh", &zsh_completion}, {"fish", &fish_completion}},
                         values->script);
  options.example("quiz completion bash -o ~/.local/share/bash-completion/completions/quiz");
  options.example("quiz completion zsh --lang vi -o ~/.zfunc/_quiz");
  options.example("quiz completion fish -o ~/.config/fish/completions/quiz.fish");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
