# SPDX-License-Identifier: Apache-2.0
# Sourced by the zsh that complete.zsh drives: Tab writes what is proposed into $QUIZ_PROPOSED.
PROMPT= RPROMPT=
stty columns 500  # texts are cut to the width
autoload -Uz compinit
compinit -C -u -d $QUIZ_SCRIPT.dump
source $QUIZ_SCRIPT

# All proposals go through compadd. With -O, -A or -D it only asks which words fit; else it proposes those, and
# the array named after -d holds the texts: the word, two hyphens, what is said of it.
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a words texts
  local -i at=${@[(I)-d]} i
  if (( at )); then texts=("${(@P)@[at+1]}"); fi
  builtin compadd -A words -D texts "$@"
  for (( i = 1; i <= $#words; i++ )); do
    print -r -- "$IPREFIX${(Q)words[i]}"$'\t'"${${texts[i]-}#*-- }"
  done >>$QUIZ_PROPOSED
  builtin compadd "$@"
}

propose() {
  _main_complete
  compstate[insert]= compstate[list]=
  print 'all is proposed'
}
zle -C propose complete-word propose
bindkey '^I' propose
print 'the line may come'
