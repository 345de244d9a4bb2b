# SPDX-License-Identifier: Apache-2.0
"""A contest of one round as the program prints its inputs: rules, items, key, tables."""
import json
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from by_the_rules.values import answer, directions, instant, milliseconds, number, table

SHEET_COLUMNS = {"round", "attempt", "status", "started_at", "submitted_at", "duration_ms", "prediction"}


class Contest:
    def __init__(self, quiz, folder):
        self.quiz, self.folder = quiz, folder
        self.rules = json.loads(self.run("contest", "show", "--format", "json"))
        (self.round,) = self.rules["rounds"]
        self.zone = ZoneInfo(self.rules["timezone"])
        self.is_open = self.rules["registration"]["mode"] == "open"
        self.tracks = {track["id"]: track for track in self.rules["tracks"]}
        self.closes, self.grace = instant(self.round["closes"]), milliseconds(self.round["grace"])
        self.time_limit = self.round["time_limit"] and milliseconds(self.round["time_limit"])
        self.resolution = milliseconds(self.rules["ranking"]["resolution"])
        self.order = directions(self.rules["ranking"]["order"], {"points", "correct", "rounds-at-max"})
        self.items = {f"{row['bank']}/{row['item']}": row for row in table(self.run("bank", "list", "--format", "csv"))}
        self.excluded, self.groups = self.named_file("excluded"), self.named_file("groups")
        self.run("report", "responses", "--key")
        self.responses = self.file("out/responses.csv")
        self.keys = {row["item"]: answer(row["key"]) for row in self.file("out/responses-key.csv")}
        self.papers = {track: Paper(self, track) for track in self.tracks or [""]}
        # Who fits no track may not enter; the sheets are kept, as if of the first track.
        self.papers[None] = next(iter(self.papers.values()))
        # An item's column may be named without its bank where no other bank has the id.
        ids = Counter(ref.split("/")[1] for ref in self.items)
        self.columns = {ref: ref for ref in self.items} | {i: r for r in self.items if ids[i := r.split("/")[1]] == 1}

    def run(self, *arguments):
        command = [self.quiz, "-C", str(self.folder), "--lang", "en", "--quiet", *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout

    def file(self, name):
        return table((self.folder / name).read_text(encoding="utf-8")) if name else []

    def named_file(self, part):
        return self.file((self.rules[part] or {}).get("file"))

    def taken_in(self, names):
        """The rows of the tables that were taken in, but for those set aside; duplicates are still among them."""
        listed = json.loads(self.run("intake", "status", "--format", "json"))["set_aside"]
        listed = {(Path(entry["file"]).name, entry["line"]) for entry in listed}
        rows = [((Path(name).name, line), row) for name in names for line, row in enumerate(self.file(name), start=2)]
        # A row that is repeated is listed where it came first.
        aside = [row for place, row in rows if place in listed]
        return [row for _, row in rows if row not in aside]


class Paper:
    """What all papers of a track have in common: the points of items, how many there are and what they are worth."""

    def __init__(self, contest, track):
        self.points, self.size, self._worth = {}, 0, Fraction(0)
        for section in contest.round["paper"]["sections"]:
            bank = section["bank"][track] if isinstance(section["bank"], dict) else section["bank"]
            fitting = {ref: number(section["points"]) or number(item["points"]) for ref, item in contest.items.items()
                       if item["bank"] == bank and fits(section, item)}
            for ref in fitting.keys() & self.points.keys():
                if section["draw"] == "all" or fitting[ref] != self.points[ref]:
                    sys.exit(f"recompute.py: {ref} fits two sections; this does not tell which one a paper has it from")
            count = len(fitting) if section["draw"] == "all" else int(section["draw"])
            self.size += count
            if count < len(fitting) and len(set(fitting.values())) > 1:
                self._worth = None
            elif self._worth is not None:
                self._worth += sum(list(fitting.values())[:count])
            self.points |= fitting

    @property
    def worth(self):
        """The points of a faultless paper."""
        if self._worth is None:
            sys.exit("recompute.py: what a paper is worth depends on its draw; this does not draw papers")
        return self._worth


def fits(section, item):
    columns = (("skills", "skills"), ("tags", "tags"), ("difficulty", "difficulty"))
    return all(not section[field] or set(section[field]) & set(item[column].split(";")) for field, column in columns)
