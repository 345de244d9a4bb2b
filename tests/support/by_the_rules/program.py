# SPDX-License-Identifier: Apache-2.0
"""The program: runs commands, and reads from it what a contest is made of."""
import json
import subprocess
from pathlib import Path

from by_the_rules.answers import Item
from by_the_rules.contest import Contest
from by_the_rules.results import SHEET_COLUMNS
from by_the_rules.values import table


class Program:
    """A process for each command."""

    def __init__(self, quiz, folder):
        self.quiz, self.folder = quiz, Path(folder)

    def run(self, *arguments):
        command = [self.quiz, "-C", str(self.folder), "--lang", "en", "--quiet", *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--format", "json"))

    def csv(self, *arguments):
        return table(self.run(*arguments, "--format", "csv"))

    def table(self, name):
        return table((self.folder / name).read_text(encoding="utf-8")) if name else []


def read_contest(program):
    """The contest as the program prints it: rules with every default, items with their keys."""
    program.run("report", "responses", "--key")
    keys = {row["item"]: row["key"] for row in program.table("out/responses-key.csv")}
    items = {}
    for row in program.csv("bank", "list"):
        ref = f"{row['bank']}/{row['item']}"
        if ref in keys:
            items[ref] = Item(row["bank"], row["type"], keys[ref], row["points"], row["skills"].split(";"),
                              row["tags"].split(";"), row["difficulty"])
    return Contest(program.json("contest", "show"), items)


def named_table(program, contest, part):
    """The rows of groups.csv, excluded.csv or entrants.csv, whatever they are called."""
    return program.table((contest.rules.get(part) or {}).get("file"))


def taken_in(program, names):
    """The rows of the tables that were taken in, but for those set aside; duplicates are still among them."""
    listed = {(Path(entry["file"]).name, entry["line"]) for entry in program.json("intake", "status")["set_aside"]}
    rows = [((Path(name).name, line), row) for name in names for line, row in enumerate(program.table(name), start=2)]
    # A row that is repeated is listed where it came first.
    aside = [row for place, row in rows if place in listed]
    return [row for _, row in rows if row not in aside]


def responses(program, contest):
    """The report of responses as a table of sheets."""
    columns = (SHEET_COLUMNS - {"status"}) | {"entrant"}
    rows = program.table("out/responses.csv")
    return [{c: t for c, t in row.items() if contest.is_open or c in columns or c in contest.items} for row in rows]
