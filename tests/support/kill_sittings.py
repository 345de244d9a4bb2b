# SPDX-License-Identifier: Apache-2.0
"""Kill sittings at random moments and look for answers that were lost.

usage: kill_sittings.py QUIZ KILLS [SEED]

A driver answers the questions of plain sittings, one line each. An answer counts as acknowledged once the next
question, or the receipt, has been printed. At a random moment the process is killed (SIGKILL); the same entrant sits
down again, and the new process must not ask what was acknowledged before. When the sheet is handed in, it must hold
every acknowledged answer. Prints one line; exit code 1 where an answer is lost.
"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
import threading

import sitting_contest

ITEMS = 12


class Sitter:
    """One process of a sitting, read as it prints."""

    def __init__(self, program, folder, entrant):
        self.process = subprocess.Popen([program, "-C", folder, "take", "--entrant", entrant, "--plain", "--lang", "en"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def next_event(self):
        """`("question", N)`, `("receipt", None)` or `("end", None)`."""
        for line in self.process.stdout:
            words = line.decode().split()
            if words[:1] == ["question"]:
                return "question", int(words[1])
            if words[:2] == ["handed", "in"]:
                return "receipt", None
        return "end", None

    def answer(self, text):
        try:
            self.process.stdin.write(text.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def is_refused(self):
        """Whether the program ended by itself: the sheet had been handed in when it was killed before."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        return self.process.wait() == 1


def sit(program, folder, entrant, dice, kills):
    """Sit to the end through random kills. Returns the acknowledged answers, and what was asked again."""
    acknowledged, repeated, killed = {}, [], 0
    while True:
        sitter = Sitter(program, folder, entrant)
        timer = None
        if killed < kills:
            timer = threading.Timer(dice.uniform(0.005, 0.12), sitter.process.kill)
            timer.start()
        pending = None
        while True:
            event, number = sitter.next_event()
            if pending and event in ("question", "receipt"):
                acknowledged[pending[0]] = pending[1]
                pending = None
            if event != "question":
                break
            if number in acknowledged:
                repeated.append(number)
            choice = dice.choice("abcd")
            pending = (number, choice)
            sitter.answer(choice)
        if timer:
            timer.cancel()
        if event == "receipt" or sitter.is_refused():
            return acknowledged, repeated, killed
        killed += 1


def main(program, kills, seed):
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = sitting_contest.make(program, os.path.join(scratch, "contest"), sitting_contest.single_items(ITEMS))
        done, entrants, lost, expected = 0, 0, [], {}
        while done < kills:
            entrants += 1
            entrant = f"E{entrants}"
            acknowledged, repeated, killed = sit(program, folder, entrant, dice, min(20, kills - done))
            done += killed
            expected[entrant] = acknowledged
            lost += [(entrant, number) for number in repeated]
        table = subprocess.run([program, "-C", folder, "report", "responses", "--format", "csv"], check=True,
                               stdout=subprocess.PIPE).stdout.decode()
        sheets = {row["entrant"]: row for row in csv.DictReader(io.StringIO(table))}
        answers = 0
        for entrant, acknowledged in expected.items():
            for number, choice in acknowledged.items():
                answers += 1
                # What was asked again may hold the later answer; all else is as it was acknowledged.
                if sheets[entrant][f"main/q{number}"] != choice:
                    lost.append((entrant, number))
    print(f"{len(lost)} lost of {answers} answers over {done} kills in {entrants} sittings")
    for entrant, number in lost[:20]:
        print(f"lost: {entrant}, question {number}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1))
