#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make up the first week of Huế 2025: entrants.csv and week1.csv in a contest folder, with the published counts.

usage: hue_week1.py CONTEST_DIR

Published are 24,399 officials and 1,581 citizens, of whom 5,945 had everything right, 11,228 at least 75 %, 7,851 at
least 25 % and 956 less, 16 of them nothing (question-banks/contests/hue-cchc-2025/README.md). Who had how much is made
up: the counts are dealt out over the persons in a fixed order.
"""
import csv
import re
import sys
from pathlib import Path

OFFICIALS, CITIZENS = 24_399, 1_581
# How many persons have how many of 15 right: everything, 12 to 14, 4 to 11, 1 to 3, nothing.
SCORES = ([15] * 5_945 + [12 + i % 3 for i in range(11_228)] + [4 + i % 8 for i in range(7_851)]
          + [1 + i % 3 for i in range(940)] + [0] * 16)
# Steps through all persons in an order that has nothing to do with their scores.
STRIDE = 7_919


def keys(bank):
    """The items of a bank file with the choice that is right: single items with a choice a line."""
    found = {}
    for line in bank.read_text(encoding="utf-8").splitlines():
        if item := re.match(r"- id: (\S+)", line):
            current = item[1]
        elif "key: true" in line:
            found[current] = re.match(r"\s+- \{id: (\w)", line)[1]
    return found


def answers(key, right):
    """The key for the first `right` items, another choice for the others."""
    return [choice if i < right else "b" if choice == "a" else "a" for i, choice in enumerate(key.values())]


def main(folder):
    persons = OFFICIALS + CITIZENS
    assert len(SCORES) == persons
    banks = {track: keys(folder / "banks" / f"{track}.yaml") for track in ("officials", "citizens")}
    with (folder / "groups.csv").open(encoding="utf-8") as file:
        units = [row["code"] for row in csv.DictReader(file) if row["level"] == "unit"]
    with (folder / "entrants.csv").open("w", encoding="utf-8", newline="") as entrants, \
            (folder / "week1.csv").open("w", encoding="utf-8", newline="") as sheets:
        people, rows = csv.writer(entrants), csv.writer(sheets)
        people.writerow(["id", "name", "group", "birth_date", "residence", "kind"])
        rows.writerow(["entrant", "round", "submitted_at", "prediction"]
                      + [f"{track}/{item}" for track, key in banks.items() for item in key])
        for i in range(persons):
            track = "officials" if i < OFFICIALS else "citizens"
            people.writerow([f"P{i:05d}", f"Người dự thi {i:05d}", units[i % len(units)], f"19{60 + i % 40}-01-15",
                             "HUE", "official" if track == "officials" else "resident"])
            right = SCORES[i * STRIDE % persons]
            cells = {name: answers(key, right) if name == track else [""] * len(key) for name, key in banks.items()}
            rows.writerow([f"P{i:05d}", "w1", f"2025-09-{29 + i % 2:02d}T{8 + i % 9:02d}:{i % 60:02d}:00+07:00",
                           5_900 + i % 100, *cells["officials"], *cells["citizens"]])


main(Path(sys.argv[1]))
