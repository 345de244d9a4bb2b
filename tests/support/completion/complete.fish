# SPDX-License-Identifier: Apache-2.0
# What fish proposes for a command line: a line a word, behind a tab the text beside it.
# usage: fish --no-config complete.fish SCRIPT LINE    SCRIPT: what `quiz completion fish` wrote
source $argv[1]
complete -C $argv[2]
