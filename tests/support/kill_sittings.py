# SPDX-License-Identifier: Apache-2.0
"""Kill sittings at random moments and look for answers that were lost.

usage: kill_sittings.py QUIZ KILLS [SEED] [--screen]

A driver answers the questions of sittings, line by line, or with --screen in a whole terminal. An answer counts as
acknowledged once the next question, or the receipt, is seen. At a random moment the process is killed (SIGKILL); the same entrant sits
down again, and the new process must not ask what was acknowledged before. When the sheet is handed in, it must hold
every acknowledged answer. Prints one line; exit code 1 where an answer is lost.
"""
import csv
import io
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import sitting_contest
from terminal import Terminal

ITEMS, SCREEN_ITEMS = 12, 15  # a whole review must be seen


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

    def kill(self):
        self.process.kill()

    def is_refused(self):
        """Whether the program ended by itself: the sheet had been handed in when it was killed before."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        return self.process.wait() == 1


class ScreenSitter:
    """The same in a whole terminal; there it is the sitter who goes to the next question that has no answer."""

    def __init__(self, program, folder, entrant):
        self.terminal = Terminal(f"{program} -C {folder} take --entrant {entrant} --lang en")
        self.seen = 0
        self.last = ""

    def next_event(self):
        while True:
            if self.terminal.tmux("display-message", "-p", "-t", "s", "#{pane_dead}").strip() == "1":
                self.last = self.terminal.screen("-S", "-")
                self.terminal.close()
                return "end", None
            screen = self.terminal.screen()
            if "press Enter to start" in screen:
                self.terminal.type(["Enter"])
            if "handed in at" in screen:
                self.terminal.close()
                return "receipt", None
            if "review: " in screen:
                self.terminal.type(["F5"])
                time.sleep(0.5)
            found = re.match(r" (\d+)/\d+ ", screen)
            if found and int(found.group(1)) != self.seen:
                self.seen = int(found.group(1))
                if "(x)" not in screen:
                    return "question", self.seen
                # It is answered already: on to the next.
                self.terminal.type(["Tab"])
            time.sleep(0.005)

    def answer(self, text):
        self.terminal.type([text, "Tab"])

    def kill(self):
        try:
            os.kill(self.terminal.pid(), signal.SIGKILL)
        except (ProcessLookupError, subprocess.CalledProcessError, ValueError):
            pass

    def is_refused(self):
        return "[take.attempts-used]" in self.last


def sit(make_sitter, dice, kills, latest):
    """Sit to the end through random kills. Returns the acknowledged answers, and what was asked again."""
    acknowledged, repeated, killed = {}, [], 0
    while True:
        sitter = make_sitter()
        timer = None
        if killed < kills:
            timer = threading.Timer(dice.uniform(0.005, latest), sitter.kill)
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


def main(program, kills, seed, is_screen):
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        items = sitting_contest.single_items(SCREEN_ITEMS if is_screen else ITEMS)
        folder = sitting_contest.make(program, os.path.join(scratch, "contest"), items)
        done, entrants, lost, expected = 0, 0, [], {}
        while done < kills:
            entrants += 1
            entrant = f"E{entrants}"
            kind, latest, most = (ScreenSitter, 0.8, 2) if is_screen else (Sitter, 0.12, 20)
            acknowledged, repeated, killed = sit(lambda: kind(program, folder, entrant), dice, min(most, kills - done),
                                                 latest)
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
    print(f"{len(lost)} lost of {answers} answers over {done} kills in {entrants} sittings"
          + (" in whole terminals" if is_screen else ""))
    for entrant, number in lost[:20]:
        print(f"lost: {entrant}, question {number}")
    return 1 if lost else 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--screen"]
    sys.exit(main(os.path.abspath(words[0]), int(words[1]), int(words[2]) if len(words) > 2 else 1,
                  "--screen" in sys.argv))
