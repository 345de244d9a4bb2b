#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check the code against the tables of docs/architecture.md.

usage: check_layers.py [ROOT]

Prints one line a finding, `file:line: message`, and exits 1 if there is any.
"""
import re
import sys
from pathlib import Path
from typing import NamedTuple

PAGE = "docs/architecture.md"


# ---- the tables ---------------------------------------------------------------------------

class Row(NamedTuple):
    line: int
    cells: list[str]


class Owner(NamedTuple):
    places: list[str]
    headers: list[str]
    names: list[str]
    reason: str


def table(text: str, heading: str, columns: int) -> list[Row]:
    """The body rows of the first table under `## heading`."""
    rows = []
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            inside = line[3:].strip() == heading
        elif inside and line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            cells += [""] * (columns - len(cells))
            rows.append(Row(number, cells))
    return rows[2:]  # without head and rule


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


class Findings:
    def __init__(self) -> None:
        self.lines: list[tuple[str, int, str]] = []

    def add(self, file: str, line: int, message: str) -> None:
        self.lines.append((file, line, message))


def read_layers(text: str, findings: Findings) -> dict[str, set[str]]:
    """Module -> modules it may use. The order of the lines proves that there is no cycle."""
    layers: dict[str, set[str]] = {}
    rows = table(text, "Layers", 3)
    if not rows:
        findings.add(PAGE, 1, 'no table under "## Layers"')
    everyone = {name for row in rows for name in quoted(row.cells[0])}
    for row in rows:
        names = quoted(row.cells[0])
        if len(names) != 1:
            findings.add(PAGE, row.line, "a line of the table names one module")
            continue
        name = names[0]
        if name in layers:
            findings.add(PAGE, row.line, f"{name} has two lines")
            continue
        uses = quoted(row.cells[2])
        for used in uses:
            if used == "cli":
                findings.add(PAGE, row.line, f"{name} may not use cli")
            elif used not in everyone:
                findings.add(PAGE, row.line, f"{name} uses {used}, which has no line")
            elif used not in layers:
                findings.add(PAGE, row.line, f"{name} uses {used}, which is not above it")
        layers[name] = set(uses)
    return layers


def read_owners(text: str, layers: dict[str, set[str]], findings: Findings) -> list[Owner]:
    owners = []
    for row in table(text, "Sole owners", 4):
        places = []
        for place in quoted(row.cells[0]):
            if place == "cli" or place.startswith(("cli/", "quizlib/")):
                places.append(place)
            elif place in layers:
                places.append(f"quizlib/{place}")
            else:
                findings.add(PAGE, row.line, f"{place} is no module and no path")
        owners.append(Owner(places, quoted(row.cells[1]), quoted(row.cells[2]), row.cells[3]))
    if not owners:
        findings.add(PAGE, 1, 'no table under "## Sole owners"')
    return owners


# ---- the code -----------------------------------------------------------------------------

TOKEN = re.compile(
    r"""
      (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<raw>\bR"(?P<mark>[^()\\\s]{0,16})\((?P<rawtext>.*?)\)(?P=mark)")
    | (?P<string>"(?:[^"\\\n]|\\.)*")
    | (?P<character>(?<![0-9A-Za-z_])'(?:[^'\\\n]|\\.)*')
    """,
    re.VERBOSE | re.DOTALL,
)


class Source:
    """A C++ file: `code` has comments and the text of literals blanked, lines kept."""

    def __init__(self, text: str) -> None:
        self.literals: list[tuple[int, str]] = []
        self.text = text
        self.code = TOKEN.sub(self._blank, text)
        self.lines = self.code.splitlines()
        self.originals = text.splitlines()

    def _blank(self, found: re.Match) -> str:
        whole = found.group(0)
        newlines = "\n" * whole.count("\n")
        if found.group("comment"):
            return " " + newlines
        literal = found.group("rawtext") if found.group("raw") else whole[1:-1]
        self.literals.append((self.text.count("\n", 0, found.start()) + 1, literal))
        return ("''" if found.group("character") else '""') + newlines


class Include(NamedTuple):
    line: int
    name: str
    angled: bool


def includes(source: Source) -> list[Include]:
    found = []
    for number, line in enumerate(source.lines, 1):
        match = re.match(r"\s*#\s*include\s*(<([^>]*)>|\S*)", line)
        if match is None:
            continue
        if match.group(2) is not None:
            found.append(Include(number, match.group(2).strip(), True))
        else:
            original = re.match(r'\s*#\s*include\s*"?([^"]*)', source.originals[number - 1])
            found.append(Include(number, original.group(1) if original else "", False))
    return found


# ---- rules on includes --------------------------------------------------------------------

OURS, THIRD, SYSTEM = "ours", "third party", "system"
THIRD_PARTY = (
    "CLI/", "cairo", "curses.h", "doctest/", "expat.h", "fmt/", "gmp.h", "gmpxx.h", "ncurses",
    "openssl/", "pango/", "qrencode.h", "rapidcheck", "rapidjson/", "benchmark/", "sqlite3.h",
    "unicode/", "xlsxwriter", "yaml-cpp/", "zip.h",
)
SLOW_HEADERS = ("CLI/", "fmt/format.h", "gmpxx.h", "openssl/", "rapidjson/", "unicode/", "yaml-cpp/")


def block_of(name: str) -> str:
    if name.startswith(("quizlib/", "cli/", "tests/")):
        return OURS
    return THIRD if name.startswith(THIRD_PARTY) else SYSTEM


def named(header: str, pattern: str) -> bool:
    return header.startswith(pattern) if pattern.endswith("/") else header == pattern


def module_of(path: str) -> str:
    """`quizlib/base/x.hpp` is in `base`, `cli/x.hpp` in `cli`."""
    parts = path.split("/")
    return parts[1] if parts[0] == "quizlib" and len(parts) > 2 else parts[0]


def within(path: str, place: str) -> bool:
    return path == place or path.startswith(place + "/")


def check_module_use(path, found, layers, findings):
    home = module_of(path)
    for include in found:
        name = include.name
        if ".." in name.split("/"):
            findings.add(path, include.line, f"<{name}> must not go up with ..")
        elif name.startswith("tests/"):
            findings.add(path, include.line, f"{home} may not use tests")
        elif name.startswith("cli/") and home != "cli":
            findings.add(path, include.line, f"{home} may not use cli")
        elif name.startswith("quizlib/"):
            used = module_of(name)
            if used == home:
                continue
            if used not in layers:
                findings.add(path, include.line, f"{used} has no line in {PAGE}")
            elif home in layers and used not in layers[home]:
                findings.add(path, include.line, f"{home} may not use {used} ({PAGE}, Layers)")


def check_include_form(path, found, tree, findings):
    for include in found:
        if not include.angled:
            findings.add(path, include.line, f"write #include <...>, not {include.name or 'a macro'!r}")
    own = path[: -len(".cpp")] + ".hpp" if path.endswith(".cpp") else ""
    rest = found
    if own in tree:
        if not found or found[0].name != own:
            findings.add(path, found[0].line if found else 1, f"the first include must be <{own}>")
            return
        if len(found) > 1 and found[1].line == found[0].line + 1:
            findings.add(path, found[1].line, "leave a blank line after the own header")
        rest = found[1:]
    order = [OURS, THIRD, SYSTEM]
    for before, after in zip(rest, rest[1:]):
        first, second = block_of(before.name), block_of(after.name)
        if order.index(first) > order.index(second):
            findings.add(path, after.line, f"<{after.name}> ({second}) must stand before <{before.name}> ({first})")
        elif first != second and after.line == before.line + 1:
            findings.add(path, after.line, f"leave a blank line between {first} and {second} headers")


def check_slow_headers(path, found, findings):
    if not path.endswith(".hpp"):
        return
    for include in found:
        if any(named(include.name, slow) for slow in SLOW_HEADERS):
            findings.add(path, include.line, f"<{include.name}> is slow to compile: include it in .cpp files only")


def check_owners(path, found, source, owners, findings):
    for owner in owners:
        if any(within(path, place) for place in owner.places):
            continue
        allowed = " and ".join(owner.places) or "no file"
        for include in found:
            if any(named(include.name, header) for header in owner.headers):
                findings.add(path, include.line, f"<{include.name}> belongs to {allowed}: {owner.reason}")
        for name in owner.names:
            pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            for number, line in enumerate(source.lines, 1):
                if pattern.search(line):
                    findings.add(path, number, f"{name} belongs to {allowed}: {owner.reason}")


# ---- rules on words -----------------------------------------------------------------------

EVERYWHERE = [
    (r"\bstd::(ranges::)?(shuffle|sample)\b", "differs between standard libraries: use the random stream of crypto"),
    (r"\bstd::\w+_distribution\b", "differs between standard libraries: use the random stream of crypto"),
    (r"\busing\s+namespace\b", "using namespace is not used here"),
    (r"\b(localtime|localtime_r|mktime)\s*\(", "depends on the machine: use the zones of text"),
    (r"\bstd::(views|ranges::views)\b", "clang 14 refuses the views of libstdc++ 12: write a loop"),
    (r"#\s*include\s*<regex>", "<regex> is slow to compile and to run"),
]
IN_QUIZLIB = [
    (r"#\s*include\s*<(iostream|print|syncstream)>", "quizlib does not print: return a value"),
    (r"#\s*include\s*<random>", "use the random stream of crypto"),
    (r"(?<![\w.>])(std::)?v?f?printf\s*\(", "quizlib does not print: return a value"),
    (r"(?<![\w.>])(std::)?(puts|putchar|perror)\s*\(", "quizlib does not print: return a value"),
    (r"\bfmt::print\b", "quizlib does not print: return a value"),
    (r"\bstd::(cout|cerr|clog|cin)\b|(?<![\w.>:])(stdout|stderr|stdin)\b", "quizlib does not print or prompt"),
    (r"(?<![\w.>])(std::)?(_?exit|_Exit|quick_exit|abort)\s*\(", "quizlib does not end the program: throw quiz::Error"),
    (r"\b(secure_)?getenv\s*\(|\b(setenv|putenv)\s*\(", "quizlib does not know the environment: take an argument"),
    (r"(?<![\w.>])(std::)?s?rand\s*\(|\bstd::random_device\b", "use the random stream of crypto"),
]
FLOATING_LITERAL = re.compile(r"(?<![\w.'])(\d[\d']*\.\d*|\.\d+)(?![\w.]*\.)|(?<![\w.'])\d+[eE][+-]?\d")
SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s"
    r"|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW|TRIGGER|UNIQUE|TEMP|VIRTUAL)|BEGIN\s|COMMIT\b|ROLLBACK\b|SAVEPOINT\s)"
)


def check_words(path, source, rules, findings):
    for number, line in enumerate(source.lines, 1):
        for pattern, reason in rules:
            match = re.search(pattern, line)
            if match:
                findings.add(path, number, f"{match.group(0).strip()}: {reason}")


def check_numbers(path, source, owners, findings):
    floating = [owner for owner in owners if "double" in owner.names]
    if any(within(path, place) for owner in floating for place in owner.places):
        return
    for number, line in enumerate(source.lines, 1):
        match = None if line.lstrip().startswith("#") else FLOATING_LITERAL.search(line)
        if match:
            findings.add(path, number, f"{match.group(0)} is a floating-point number: use exact ones")


def check_sql(path, source, findings):
    for line, literal in source.literals:
        if SQL.match(literal):
            findings.add(path, line, f'"{literal.strip().split()[0]} ..." is SQL: put it in a .sql file')


def check_head(path, source, findings):
    first = source.originals[0] if source.originals else ""
    if first != "// SPDX-License-Identifier: Apache-2.0":
        findings.add(path, 1, "the first line must be // SPDX-License-Identifier: Apache-2.0")
    if path.endswith(".hpp") and "#pragma once" not in source.originals[:3]:
        findings.add(path, 1, "the second line of a header must be #pragma once")


# ---- rules on the build -------------------------------------------------------------------

def check_listed(root: Path, path: str, cache: dict, findings) -> None:
    """A source that no CMakeLists.txt names is a test that never runs."""
    folder = (root / path).parent
    while True:
        lists = folder / "CMakeLists.txt"
        if lists not in cache:
            text = lists.read_text(encoding="utf-8") if lists.is_file() else ""
            cache[lists] = set(re.sub(r"#[^\n]*", "", text).replace("(", " ").replace(")", " ").split())
        if (root / path).relative_to(folder).as_posix() in cache[lists]:
            return
        if folder == root:
            findings.add(path, 1, "no CMakeLists.txt lists this file")
            return
        folder = folder.parent


def check_modules_exist(root: Path, layers, findings) -> None:
    folders = {p.name for p in (root / "quizlib").iterdir() if p.is_dir()}
    for name in sorted(folders - layers.keys()):
        findings.add(f"quizlib/{name}", 1, f"has no line in {PAGE}")
    for name in sorted(layers.keys() - folders - {"cli"}):
        findings.add(PAGE, 1, f"{name} has a line but no folder quizlib/{name}")


def check(root: Path) -> tuple[Findings, int]:
    findings = Findings()
    text = (root / PAGE).read_text(encoding="utf-8")
    layers = read_layers(text, findings)
    owners = read_owners(text, layers, findings)
    check_modules_exist(root, layers, findings)

    tree = {
        path.relative_to(root).as_posix()
        for top in ("cli", "quizlib", "tests")
        for path in (root / top).rglob("*")
        if path.suffix in (".cpp", ".hpp")
    }
    cache: dict = {}
    for path in sorted(tree):
        source = Source((root / path).read_text(encoding="utf-8"))
        found = includes(source)
        check_head(path, source, findings)
        check_include_form(path, found, tree, findings)
        check_words(path, source, EVERYWHERE, findings)
        if path.endswith(".cpp") and path.startswith(("cli/", "quizlib/", "tests/unit/")):
            check_listed(root, path, cache, findings)
        if path.startswith("tests/"):
            continue
        check_module_use(path, found, layers, findings)
        check_owners(path, found, source, owners, findings)
        check_slow_headers(path, found, findings)
        if path.startswith("quizlib/"):
            check_words(path, source, IN_QUIZLIB, findings)
            check_numbers(path, source, owners, findings)
            check_sql(path, source, findings)
    return findings, len(tree)


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print("usage: check_layers.py [ROOT]", file=sys.stderr)
        return 2
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    findings, files = check(root)
    for file, line, message in findings.lines:
        print(f"{file}:{line}: {message}")
    print(f"layers: {files} files, {len(findings.lines)} findings")
    return 1 if findings.lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
