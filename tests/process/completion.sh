#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What bash, zsh and fish propose for command lines, with the scripts that the program writes for them.
# usage: completion.sh QUIZ
. "$(dirname "$0")/prepare.sh"
support=$repository/tests/support/completion

for language in vi en th lo; do
  for shell in bash zsh fish; do
    "$quiz" completion $shell --lang $language >"$language.$shell"
    check "$shell reads its script in $language" "$shell" -n "$language.$shell"
    check "and without a locale" env LC_ALL=C "$shell" -n "$language.$shell"
  done
done

# propose SHELL LANGUAGE LINE: a line a word, in the order of bytes; zsh and fish say behind a tab what it is.
propose() {
  case $1 in
    bash) set -- bash --norc "$support/complete.bash" "../$2.bash" "$3" ;;
    zsh) set -- timeout 60 zsh -f "$support/complete.zsh" "../$2.zsh" "$3" ;;
    fish) set -- fish --no-config "$support/complete.fish" "../$2.fish" "$3" ;;
  esac
  (cd folder && "$@") | LC_ALL=C sort -u
}

# words LINE: every shell proposes the words of standard input, without a locale too. fish ends a folder with a
# slash, and all but bash keep the option before =.
words() {
  LC_ALL=C sort >expected
  for shell in bash zsh fish; do
    LC_ALL=C propose $shell vi "$1" | sed 's/	.*//; s:/$::; s/^--[a-z-]*=//' >proposed
    check "$shell: $1" diff -u expected proposed
  done
}

# texts LANGUAGE LINE: zsh and fish propose the words and texts of standard input.
texts() {
  cat >expected
  for shell in zsh fish; do
    LC_ALL=C.UTF-8 propose $shell "$1" "$2" >proposed
    check "$shell in $1: $2" diff -u expected proposed
  done
}

mkdir -p folder/banks
touch folder/contest.yaml 'folder/two words.csv'

texts en 'quiz ' <<END
award	give the awards
bank	what question banks hold
check	find what is wrong with banks and contests
completion	write a script that lets a shell complete commands
contest	the rules of a contest, and where it stands
disqualify	bar an entrant from entering or from winning
help	explain a command or a topic
intake	response sheets coming in
new	write a contest to begin with
paper	the papers that entrants get
person	who is whom among the registrations
rank	rank entrants or groups
regrade	score all sheets by the corrected keys of the banks
report	write winners, standings, participation and responses
roster	who takes part
score	show every sheet with its points
simulate	make up a contest to rehearse with
take	take a round
END
texts vi 'quiz --lang vi bank ' <<END
list	liệt kê câu hỏi trong các ngân hàng
show	xem một câu hỏi cùng đáp án
stats	đếm câu hỏi theo loại, độ khó, kỹ năng và nhãn
END
texts th 'quiz rank --t' <<END
--threads	ทำงานด้วย N เธรด (ค่าปริยายคือทั้งหมด) ผลลัพธ์เหมือนเดิม
--top	เฉพาะ N แถวแรกพอดี
--track	เฉพาะประเภทนี้
END
texts lo 'quiz help e' <<END
exit-codes	ຄວາມໝາຍຂອງລະຫັດສິ້ນສຸດ
END

words 'quiz ran' <<END
rank
END
words 'quiz -C banks --lang=vi --quiet ran' <<END
rank
END
words 'quiz bank --dry-run l' <<END
list
END
words 'quiz -' <<END
--bom
--color
--dry-run
--format
--help
--lang
--overwrite
--quiet
--threads
--version
-C
-h
-o
END
words 'quiz report winners -' <<END
--at
--bom
--color
--dry-run
--format
--help
--held
--key
--lang
--overwrite
--quiet
--round
--templates
--threads
--track
-C
-h
-o
END
for line in 'quiz --lang ' 'quiz --lang=' 'quiz bank list --lang '; do
  words "$line" <<END
en
lo
th
vi
END
done
for line in 'quiz report --format ' 'quiz report winners --format=' 'quiz contest rules --format '; do
  words "$line" <<END
csv
html
json
plain
table
END
done
for line in 'quiz --format ' 'quiz rank --format='; do
  words "$line" <<END
csv
json
plain
table
END
done
words 'quiz rank --color a' <<END
always
auto
END
words 'quiz new my-contest --template ' <<END
basic
practice-run
weekly
END
words 'quiz disqualify E1 --from ' <<END
enter
win
END
for line in 'quiz report ' 'quiz report --round w1 ' 'quiz report -- '; do
  words "$line" <<END
bulletin
participation
responses
standings
winners
END
done
words 'quiz contest hold ' <<END
off
on
END
words 'quiz completion ' <<END
bash
fish
zsh
END
words 'quiz score ' <<END
explain
END
words 'quiz help ' <<END
award
bank
check
completion
contest
disqualify
exit-codes
files
help
intake
new
output
paper
person
rank
regrade
report
roster
score
simulate
take
taking
workflow
END
words 'quiz help award ' <<END
decide
diff
END

# Files where there is a file, folders where there is a folder, nothing where nobody knows.
for line in 'quiz check ' 'quiz bank show pw-strength ' 'quiz -o ' 'quiz award decide first --lot '; do
  words "$line" <<END
banks
contest.yaml
two words.csv
END
done
for line in 'quiz -C ' 'quiz new ' 'quiz report --templates '; do
  words "$line" <<END
banks
END
done
for line in 'quiz bank show ' 'quiz rank --top ' 'quiz rnak '; do
  words "$line" </dev/null
done

# Where no argument may come, zsh proposes options; so these have begun a word.
for line in 'quiz completion bash z' 'quiz contest show c' 'quiz help files f'; do
  words "$line" </dev/null
done
