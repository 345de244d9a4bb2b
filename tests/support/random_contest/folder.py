# SPDX-License-Identifier: Apache-2.0
"""Writes a contest into a folder."""
import csv
import json
import re
from pathlib import Path


def write(contest, folder):
    folder = Path(folder)
    (folder / "banks").mkdir(parents=True)
    (folder / "contest.yaml").write_text(yaml(contest.rules), encoding="utf-8")
    for name, bank in contest.banks.items():
        (folder / "banks" / (name + ".yaml")).write_text(yaml(bank), encoding="utf-8")
    tables = {"groups.csv": contest.groups, "entrants.csv": contest.entrants, "excluded.csv": contest.excluded,
              "sheets.csv": contest.sheets}
    headers = {"excluded.csv": ["id", "from"], "sheets.csv": ["entrant"]}
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row)) or headers[name]
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def yaml(document):
    """Fields of the top on lines of their own, entries of their lists, too."""
    lines = []
    for field, value in document.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{field}:")
            lines += ["- " + flow(one) for one in value]
        else:
            lines.append(f"{field}: {flow(value)}")
    return "\n".join(lines) + "\n"


def flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{field}: {flow(one)}" for field, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if re.fullmatch(r"[\w./%-][\w./%: -]*", text, re.ASCII) else json.dumps(text, ensure_ascii=False)
