# SPDX-License-Identifier: Apache-2.0
# What zsh proposes for a command line: a line a word, behind a tab the text beside it.
# usage: zsh -f complete.zsh SCRIPT LINE    SCRIPT: what `quiz completion zsh` wrote
#
# Another zsh in a pseudo-terminal gets the line and a Tab; compadd.zsh has it write what it proposes into a file.
zmodload zsh/zpty
export QUIZ_SCRIPT=$1 QUIZ_PROPOSED=$(mktemp)
zpty shell zsh -f -i
zpty -w shell "source ${(q)0:A:h}/compadd.zsh"
zpty -r shell seen '*the line may come*'
zpty -n -w shell "$2"$'\t'
zpty -r shell seen '*all is proposed*'
zpty -d shell
cat $QUIZ_PROPOSED
rm $QUIZ_PROPOSED
