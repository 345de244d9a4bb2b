#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold the program against docs/scoring-rules.md: random small contests, every list compared.

usage: reference.py [--jobs N] [--keep FOLDER] [--without FEATURE]... QUIZ_COMMANDS FIRST LAST
       reference.py --shrink --keep FOLDER [--without FEATURE]... QUIZ_COMMANDS SEED SEED

QUIZ_COMMANDS is the test program quiz-commands, which runs commands of quiz in one process. A contest is made from
each seed FIRST to LAST (random_contest), its sheets are taken in, and all lists are compared with those that
by_the_rules computes. Prints how many agreed, or every difference, and exits 1. The contests lie in memory; with
--keep the folders of those that differ stay in FOLDER, with --shrink after all was taken away from them that the
difference does not need. --without leaves out features (random_contest/chance.py) or all of them.
"""
import argparse
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from by_the_rules.compare import Comparison, Held
from by_the_rules.contest import Contest
from by_the_rules.depends import fill
from by_the_rules.program import Program
from by_the_rules.results import Results
from by_the_rules.seats import Decision, name_of
from random_contest import ALL, RandomContest
from random_contest.folder import write
from random_contest.shrink import shrink
from verify_lot import draw

BEFORE, AFTER = "2023-08-25T08:00:00+07:00", "2023-10-05T08:00:00+07:00"


class Refused(Exception):
    """A command ended with another exit code than 0."""


class Commands(Program):
    """The program as one process for many commands; `at` is its clock."""

    def __init__(self, quiz_commands):
        self.quiz_commands, self.process = quiz_commands, None
        self.folder, self.at = None, AFTER

    def run(self, *arguments):
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen([self.quiz_commands], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            encoding="utf-8")
        output = self.folder / ".out"
        words = [str(self.folder), self.at, str(output), "--lang", "en", "--quiet", "--threads", "1", *arguments]
        print("\t".join(words), file=self.process.stdin, flush=True)
        code = self.process.stdout.readline().strip()
        if code != "0":
            errors = Path(f"{output}.err")
            said = errors.read_text(encoding="utf-8") if errors.exists() else ""
            self.process.poll() if code else self.process.wait()
            raise Refused(f"quiz {' '.join(arguments)}: exit {code or self.process.returncode}: {said.strip()}")
        return output.read_text(encoding="utf-8")


class Campaign:
    """The program and a folder for the contests, in `work`."""

    def __init__(self, quiz_commands, allowed, keep, work):
        self.commands, self.allowed, self.keep = Commands(quiz_commands), allowed, keep
        self.folder = Path(work) / str(os.getpid())

    def differences(self, contest, counts):
        """Make the folder of a contest and hold the program against it."""
        comparison = Comparison()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        write(contest, self.folder)
        self.commands.folder, self.commands.at = self.folder, BEFORE
        try:
            self.commands.run("contest", "seal")
            self.commands.at = AFTER
            self.commands.run("intake", "add", "sheets.csv")
            results = self.officials(contest, comparison)
            if contest.decides:
                self.decisions(contest, results, comparison)
        except Refused as refused:
            comparison.differences.append(str(refused))
        counts.update(comparison.counts)
        return comparison.differences

    def officials(self, contest, comparison):
        """All lists, after figures were frozen and sheets admitted."""
        rules = Contest(contest.rules, contest.items)
        tables = rules, contest.sheets, contest.entrants, contest.excluded, contest.groups
        results = before = Results(*tables)
        if contest.freezes:
            self.commands.run("contest", "freeze")
        if contest.admits:
            sheets = sorted(s.name for s in results.sheets if s.status != "accepted")[:contest.admits]
            for sheet in sheets:
                self.commands.run("intake", "admit", "/".join(map(str, sheet)), "--apply", "--reason", "why not")
            results = Results(*tables, admitted=sheets, frozen=before if contest.freezes else None)
        Held(self.commands, results, comparison).everything()
        return results

    def decisions(self, contest, results, comparison):
        """Decide ties, some at a time, and hold the awards against it."""
        dice, decisions = random.Random(contest.seed), []
        for _ in range(3):
            held = Held(self.commands, results, comparison, decisions)
            if decisions:
                held.groups()
                held.awards()
            for tie in open_ties(held.filling):
                # The decision of one tie may do away with another.
                left = open_ties(fill(results, decisions)[0])
                if dice.random() < 0.7 and tie in left and can_be_decided(tie, left):
                    decisions.append(self.decide(contest, *tie, dice))

    def decide(self, contest, name, ties, candidates, dice):
        award, *parts = name
        words = [word for option, one in zip(("--round", "--track", "--block"), parts) if one for word in (option, one)]
        if ties == "lot":
            sources = [str(dice.randrange(100000)), "Bắc Kạn"]
            (self.folder / "lot.txt").write_text("\n".join(sources) + "\n", encoding="utf-8")
            words += ["--lot", "lot.txt"]
            order = draw([contest.rules["id"], award, *(one or "" for one in parts)], candidates, sources)["order"]
        else:
            order = dice.sample(candidates, len(candidates))
            words += ["--order", ";".join(order)]
        self.commands.run("award", "decide", award, *words, "--reason", "minutes")
        return Decision(*name, order)

    def seed(self, seed):
        """What was compared of the contest of a seed, and what differs."""
        counts = Counter(contests=1)
        found = self.differences(RandomContest(seed, self.allowed), counts)
        if found and self.keep:
            shutil.copytree(self.folder, self.keep / str(seed), dirs_exist_ok=True)
        return seed, counts, found

    def shrink(self, seed):
        """The smallest contest found that still differs in the same list."""
        contest = RandomContest(seed, self.allowed)
        first = self.differences(contest, Counter())
        if not first:
            return []

        def still_differs(candidate):
            try:
                found = self.differences(candidate, Counter())
            except Exception:  # what was taken away made no contest of it
                return False
            return any(one.split(":")[0] == first[0].split(":")[0] and "exit" not in one for one in found)

        contest = shrink(contest, still_differs)
        found = self.differences(contest, Counter())
        shutil.copytree(self.folder, self.keep / f"{seed}-small", dirs_exist_ok=True)
        return found


def open_ties(filling):
    """(list, what becomes of its ties, candidates), each once."""
    return dict.fromkeys((name_of(tie.list), tie.list.award.ties, tuple(tie.candidates)) for tie in filling.open)


def can_be_decided(tie, ties):
    """A lot is drawn for the first open tie of a list."""
    name, kind, _ = tie
    return kind != "lot" or tie == next(one for one in ties if one[0] == name)


def begin(*arguments):
    global campaign
    campaign = Campaign(*arguments)


def one_seed(seed):
    return campaign.seed(seed)


def campaign_of(seeds, jobs, arguments):
    """Prints what differs; the number of contests that do."""
    counts, failed = Counter(), 0
    with multiprocessing.Pool(jobs, begin, arguments) as pool:
        for seed, compared, found in pool.imap(one_seed, seeds, chunksize=10):
            counts.update(compared)
            failed += bool(found)
            for line in found:
                print(f"{seed}: {line}", flush=True)
    del counts["counters"]
    print(f"{failed} differ: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    return failed


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1][len("usage: "):])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--without", action="append", default=[], choices=[*sorted(ALL), "all"])
    parser.add_argument("quiz_commands")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    options = parser.parse_args()
    allowed = frozenset() if "all" in options.without else ALL - set(options.without)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="quiz-reference-", dir=memory if memory.is_dir() else None) as work:
        arguments = options.quiz_commands, allowed, options.keep, work
        if options.shrink:
            print("\n".join(Campaign(*arguments).shrink(options.first)))
            return
        failed = campaign_of(range(options.first, options.last + 1), options.jobs, arguments)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
