#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What can happen to a store: other programs, killed runs, two writers, full and read-only disks.
# usage: store.sh QUIZ
. "$(dirname "$0")/prepare.sh"
export LC_ALL=C

make_contest plain 300
cp -r plain whole
"$quiz" -C whole --quiet intake add rehearsal/sheets-1.csv >/dev/null
"$quiz" -C whole --quiet score --format csv >expected.csv

cp -r plain foreign
rm foreign/contest.db*
printf 'this is a letter, and quite a long one, to nobody in particular\n' >foreign/contest.db
fails 1 "foreign/contest.db is not a store of quiz [store.foreign]" "$quiz" -C foreign rank
rm foreign/contest.db
sqlite3 foreign/contest.db 'CREATE TABLE recipes (name TEXT);'
fails 1 "foreign/contest.db is not a store of quiz [store.foreign]" "$quiz" -C foreign intake add rehearsal/sheets-1.csv
cp -r plain newer
sqlite3 newer/contest.db 'PRAGMA user_version = 99;'
fails 1 "newer/contest.db was written by a newer version of quiz (schema 99) [store.newer]" "$quiz" -C newer rank
cp -r whole damaged
sqlite3 damaged/contest.db "UPDATE batch SET heads = x'0102';"
fails 4 "damaged/contest.db is damaged [store.damaged]" "$quiz" -C damaged rank

cp -r plain held
flock held/contest.db.lock sleep 3 &
sleep 1
check "a second writer waits for the first" "$quiz" -C held --quiet intake add rehearsal/sheets-1.csv -o held.txt
wait
"$quiz" -C held --quiet score --format csv >held.csv
check "and then everything is there" cmp expected.csv held.csv

cp -r plain killed
for pause in 0.02 0.05 0.08 0.12; do
  "$quiz" -C killed --quiet --threads 1 intake add rehearsal/sheets-1.csv >/dev/null 2>&1 &
  sleep "$pause"
  kill -9 $! 2>/dev/null || true
  wait $! 2>/dev/null || true
done
"$quiz" -C killed --quiet intake add rehearsal/sheets-1.csv >/dev/null 2>&1
"$quiz" -C killed --quiet score --format csv >killed.csv
check "killed runs lose nothing and count nothing twice" cmp expected.csv killed.csv

cp -r plain small
fails 1 "small/contest.db cannot be used:" sh -c "trap '' XFSZ; ulimit -f 60; exec '$quiz' -C small --quiet intake add rehearsal/sheets-1.csv"
"$quiz" -C small --quiet intake add rehearsal/sheets-1.csv >/dev/null
"$quiz" -C small --quiet score --format csv >small.csv
check "after a full disk the store is intact" cmp expected.csv small.csv
if [ -w /dev/full ]; then
  fails 1 "[message.output-failed]" sh -c "exec '$quiz' -C whole score --format csv >/dev/full"
fi

chmod -R a-w whole
check "a store in a read-only folder can be read" sh -c "'$quiz' -C whole --quiet score --format csv | cmp - expected.csv"
chmod -R u+w whole

rm plain/banks/general.yaml
fails 1 "general.yaml" "$quiz" -C plain rank
