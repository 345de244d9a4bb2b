# SPDX-License-Identifier: Apache-2.0
"""A contest that is open now, with a fixed paper, for tests that sit it."""
import pathlib
import subprocess

BANK = """format: quiz-bank/1
id: main
title: {vi: "Ngân hàng", en: "Bank", th: "คลังข้อสอบ", lo: "ຄັງຄຳຖາມ"}
languages: [en, vi, th, lo]
license: CC0-1.0
items:
"""

CONTEST = """format: quiz-contest/1
id: sitting
title: {en: "A small round", vi: "Thi thử", th: "รอบทดลอง", lo: "ຮອບທົດລອງ"}
languages: [en, vi, th, lo]
timezone: Asia/Ho_Chi_Minh
banks: {main: bank.yaml}
registration: {mode: open}
rounds:
- id: w1
  opens: 2020-01-01
  closes: 2099-12-31
  time_limit: %s
  paper: {sections: [{bank: main, draw: all}], shuffle: []}
%sranking: {order: [points]}
"""


def make(program, folder, items, round_fields="", time_limit="20m"):
    """Write and seal it; `items` is the text of the items, `round_fields` that of further fields of the round."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    (folder / "contest.yaml").write_text(CONTEST % (time_limit, round_fields), encoding="utf-8")
    (folder / "bank.yaml").write_text(BANK + items, encoding="utf-8")
    subprocess.run([program, "-C", folder, "--quiet", "contest", "seal"], check=True, stdout=subprocess.DEVNULL)
    return folder


def single_items(count):
    """Items of one kind, `q1` to `qN`, with the choices a to d."""
    choices = ", ".join('{id: %s, text: "%s"%s}' % (c, c * 3, ", key: true" if c == "a" else "") for c in "abcd")
    return "".join(f'- {{id: q{n}, type: single, stem: "Question {n}?", choices: [{choices}]}}\n'
                   for n in range(1, count + 1))
