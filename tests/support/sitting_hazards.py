# SPDX-License-Identifier: Apache-2.0
"""What can happen to a sitting in a real terminal, one thing after the other.

usage: sitting_hazards.py QUIZ [CASE...]     without CASE all of them
"""
import csv
import fcntl
import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import sitting_contest
from terminal import Terminal

ITEMS = """- {id: single, type: single, stem: "Single?", choices: [{id: a, text: "aaa"}, {id: b, text: "bbb", key: true}]}
- {id: multiple, type: multiple, stem: "Multiple?", choices: [{id: a, text: "aaa", key: true}, {id: b, text: "bbb"}, {id: c, text: "ccc", key: true}]}
- {id: truth, type: truefalse, stem: "Truth?", key: true}
- {id: number, type: numeric, stem: "Number?", key: 3.5}
- {id: order, type: order, stem: "Order?", choices: [{id: a, text: "aaa"}, {id: b, text: "bbb"}, {id: c, text: "ccc"}]}
- {id: match, type: match, stem: "Match?", pairs: [{left: "one", right: "uno"}, {left: "two", right: "due"}]}
- {id: essay, type: essay, stem: "Essay?"}
"""
PREDICTION = "  prediction: {target: all-correct}\n"
# A sanitized program takes no preloaded library without being told.
FAKETIME = {"LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "ASAN_OPTIONS": "verify_asan_link_order=0"}


def quiz(world, *arguments):
    return subprocess.run([world.program, "-C", world.folder, *arguments], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE).stdout.decode()


class World:
    """A contest that is open, and its program."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = str(sitting_contest.make(program, folder, ITEMS, PREDICTION))

    def lock(self):
        """What a program holds while it writes to the store."""
        return open(os.path.join(self.folder, "contest.db.lock"), "r+b")

    def take(self, entrant, *options):
        return " ".join([self.program, "-C", self.folder, "take", "--entrant", entrant, "--lang", "en", *options])

    def sheet(self, entrant):
        """The answers that were handed in, by item."""
        rows = csv.DictReader(io.StringIO(quiz(self, "report", "responses", "--format", "csv")))
        return next(({name: row[name] for name in row if "/" in name or name == "prediction"}
                     for row in rows if row["entrant"] == entrant), None)


def sat(world, terminal):
    """Begin, answer the first question, and go on to the second, so that the answer is on disk."""
    terminal.wait_for("press Enter to start")
    terminal.type(["Enter"])
    terminal.wait_for("Single?")
    terminal.type(["b", "Tab"])
    terminal.wait_for("Multiple?")


def hand_in(terminal):
    """From the review. Who confirms sooner has not read what is asked."""
    terminal.type(["F5"])
    terminal.wait_for("press F5 again")
    time.sleep(0.5)
    terminal.type(["F5"])
    terminal.wait_for("handed in at")


def resumes(world, entrant):
    """Whether the same command goes on with the answer that `sat` gave."""
    text = subprocess.run([world.program, "-C", world.folder, "take", "--entrant", entrant, "--lang", "en", "--plain"],
                          check=True, input=b"q\n", stdout=subprocess.PIPE).stdout.decode()
    assert text.startswith("resumed: 1 of 7 answered\n"), text
    assert "question 2 of 7" in text and "question 1 of 7" not in text, text


WHOLE = {"main/single": "b", "main/multiple": "a;c", "main/truth": "true", "main/number": "3,5",
         "main/order": "b;a;c", "main/match": "1=1;2=2", "prediction": "12"}


def keyboard_alone(world):
    with Terminal(world.take("K")) as terminal:
        sat(world, terminal)
        terminal.type(["a", "c", "Tab"])
        terminal.wait_for("Truth?")
        terminal.type(["Space", "Tab"])
        terminal.wait_for("Number?")
        terminal.type_text("3,5")
        terminal.type(["Tab"])
        terminal.wait_for("Order?")
        terminal.type(["Space", "Down", "Space", "Tab"])
        seen = terminal.wait_for("Match?", "uno", "due")
        letter = {line.split()[1]: line.split()[0] for line in seen.split("\n") if line.startswith("     ")}
        terminal.type([letter["uno"], "Down", letter["due"], "Tab"])
        terminal.wait_for("Essay?")
        terminal.type_text("Lời giải")
        terminal.type(["Enter"])
        terminal.type_text("ຄຳຕອບ")
        terminal.type(["Tab"])
        terminal.wait_for("predict")
        terminal.type_text("12")
        terminal.type(["Tab"])
        hand_in(terminal)
        terminal.type(["Enter"])
        terminal.wait_for_end()
    assert world.sheet("K") == {**WHOLE, "main/essay": "Lời giải\nຄຳຕອບ"}, world.sheet("K")


def mouse_alone(world):
    with Terminal(world.take("M"), term="xterm-256color") as terminal:
        terminal.wait_for("press Enter to start")
        terminal.press("press Enter to start")
        terminal.wait_for("Single?")
        terminal.press("bbb")
        terminal.press("Tab next")
        terminal.wait_for("Multiple?")
        terminal.press("aaa")
        terminal.press("ccc")
        terminal.press("Tab next")
        terminal.wait_for("Truth?")
        terminal.press("True")
        terminal.press("Tab next")
        terminal.wait_for("Number?")
        for key in ("[3]", "[1]", "[<]", "[,]", "[5]"):
            terminal.press(key)
        terminal.press("Tab next")
        terminal.wait_for("Order?")
        terminal.press("aaa")
        terminal.press("bbb")
        terminal.press("Tab next")
        seen = terminal.wait_for("Match?", "uno", "due")
        rights = [line.split()[1] for line in seen.split("\n") if line.startswith("     ")]
        for left, right in (("one", "uno"), ("two", "due")):
            for _ in range(rights.index(right) + 1):
                terminal.press(left)
        terminal.press("F3 review")
        terminal.wait_for("review: 6 of 7")
        terminal.press("Essay?")
        terminal.wait_for("type your text")
        terminal.press("Tab next")
        terminal.wait_for("predict")
        terminal.press("[1]")
        terminal.press("[2]")
        terminal.press("F3 review")
        terminal.wait_for("review: 6 of 7")
        terminal.press("F5 hand in")
        terminal.wait_for("press F5 again")
        time.sleep(0.5)
        terminal.press("F5 hand in")
        terminal.wait_for("handed in at")
        terminal.press("Enter close")
        terminal.wait_for_end()
    assert world.sheet("M") == {**WHOLE, "main/essay": ""}, world.sheet("M")


def lines_alone(world):
    seen = subprocess.run([world.program, "-C", world.folder, "take", "--entrant", "P", "--lang", "en", "--plain"],
                          input=b"b\na,c\na\n3,5\nb,a,c\nq\n", stdout=subprocess.PIPE, check=True).stdout.decode()
    letter = {words[1]: words[0].rstrip(".") for words in map(str.split, seen.split("\n"))
              if len(words) == 2 and words[1] in ("uno", "due")}
    pairs = f"1={letter['uno']},2={letter['due']}"
    rest = subprocess.run([world.program, "-C", world.folder, "take", "--entrant", "P", "--lang", "en", "--plain"],
                          input=f"{pairs}\nGiải\nx\n12\n".encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    assert rest.startswith("resumed: 5 of 7 answered\n"), rest
    assert world.sheet("P") == {**WHOLE, "main/essay": "Giải"}, world.sheet("P")


def closed_terminal(world):
    for number, name in ((signal.SIGHUP, "HUP"), (signal.SIGTERM, "TERM"), (signal.SIGKILL, "KILL")):
        with Terminal(world.take(name)) as terminal:
            sat(world, terminal)
            os.kill(terminal.pid(), number)
            terminal.wait_for_end()
        resumes(world, name)


def terminal_left_as_it_was(world):
    shell = "sh -c '" + world.take("T") + "; stty -a; echo it is over'"
    with Terminal(shell) as terminal:
        sat(world, terminal)
        terminal.type(["F10"])
        seen = terminal.wait_for_end()
        assert "left with 1 of 7 answered" in seen and " icanon" in seen and " echo " in seen, seen
    with Terminal(shell) as terminal:
        terminal.wait_for("Multiple?")
        subprocess.run(["pkill", "-TERM", "-P", str(terminal.pid())], check=True)
        seen = terminal.wait_for("it is over")
        assert " icanon" in seen and " echo " in seen, seen


def stopped_and_continued(world):
    with Terminal("bash --norc --noprofile -i") as terminal:
        terminal.type_text(world.take("Z"))
        terminal.type(["Enter"])
        sat(world, terminal)
        with world.lock() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            terminal.type(["a", "C-z"])
            terminal.wait_for("[x] a  aaa")
            time.sleep(0.5)
            assert "Stopped" not in terminal.screen(), terminal.screen()
        terminal.wait_for("Stopped")
        with world.lock() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # nobody holds it
        terminal.type_text("echo it is $((40 + 2))")
        terminal.type(["Enter"])
        terminal.wait_for("it is 42")
        terminal.type_text("fg")
        terminal.type(["Enter"])
        seen = terminal.wait_for(" 2/7 ", "[x] a  aaa", "F10 leave")
        assert "echo it is" not in seen, seen
        terminal.type(["c"])
        terminal.wait_for("[x] c  ccc")


def unknown_terminal(world):
    with Terminal(world.take("U"), term="no-such-terminal") as terminal:
        seen = terminal.wait_for_end()
        assert "error: this terminal cannot show a full screen [take.terminal]" in seen, seen
        assert "--plain" in seen, seen


def sizes(world):
    with Terminal(world.take("S")) as terminal:
        sat(world, terminal)
        terminal.resize(10, 3)
        terminal.wait_for("the")
        terminal.type(["a", "Tab"])
        time.sleep(0.3)
        terminal.resize(40, 12)
        terminal.wait_for(" 2/7 ", "[ ] a  aaa")
        terminal.type(["a"])
        dice = random.Random(1)
        for _ in range(200):
            terminal.resize(dice.randint(1, 200), dice.randint(1, 60))
        terminal.resize(80, 24)
        for _ in range(500):
            seen = terminal.wait_for("[x] a  aaa", "F10 leave")
            if len(seen.split("\n")) == 24:
                break
            time.sleep(0.02)
        assert len(seen.split("\n")) == 24, seen


def garbage(world):
    dice = random.Random(2)
    with Terminal(world.take("G")) as terminal:
        sat(world, terminal)
        # Neither leave (Ctrl-C, Ctrl-Q), nor stop (Ctrl-Z).
        codes = [byte for byte in range(1, 256) if byte not in (0x03, 0x11, 0x1A)]
        for _ in range(40):
            terminal.tmux("send-keys", "-t", "s", "-H", *(f"{dice.choice(codes):02x}" for _ in range(100)))
        terminal.type(["F3"])
        terminal.wait_for("review: ")
        terminal.type(["F10"])
        terminal.wait_for_end()


def pasted_megabyte(world):
    with Terminal(world.take("B")) as terminal:
        sat(world, terminal)
        terminal.type(["F3", "End", *["Down"] * 6, "Enter"])
        terminal.wait_for("Essay?")
        terminal.paste(("\x1b]0;title\x07 tiếng Việt ພາສາລາວ \x1b[2J " * 40000).encode()[:1 << 20].decode(errors="ignore"))
        terminal.type(["F3"])
        terminal.wait_for("review: 2 of 7", seconds=60)
        hand_in(terminal)
    essay = world.sheet("B")["main/essay"]
    assert 16000 < len(essay.encode()) <= 16384 and "ພາສາລາວ" in essay, len(essay.encode())


def two_terminals(world):
    with Terminal(world.take("D")) as first, Terminal(world.take("D", "--take-over"), term="screen") as second:
        second.wait_for("press Enter to start")
        sat(world, first)
        with Terminal(world.take("D")) as third:
            seen = third.wait_for_end()
            assert '"D" has this sitting open in another terminal [take.held]' in seen, seen
        # The second looked before the first began; its start finds the sitting and takes it over.
        second.type(["Enter"])
        second.wait_for("Single?", "(x) b  bbb")
        first.type(["a"])
        assert "[take.taken-over]" in first.wait_for_end()


def coming_back(world):
    """An answered question shows its answer, and keeps it."""
    with Terminal(world.take("R")) as terminal:
        sat(world, terminal)
        terminal.type(["Tab", "Tab", "Tab"])
        terminal.wait_for("Order?")
        terminal.type(["Space", "Down", "Space", "Tab"])
        terminal.wait_for("Match?")
        terminal.type(["b", "Down", "a"])
        terminal.type(["BTab"])
        seen = terminal.wait_for("Order?", "aaa", "bbb", "ccc")
        order = [line.split()[-1] for line in seen.split("\n") if line.endswith(("aaa", "bbb", "ccc"))]
        assert order == ["bbb", "aaa", "ccc"], seen
        terminal.type(["Tab", "F1"])
        terminal.wait_for("Article 1")
        terminal.type(["F1"])
        terminal.wait_for("Match?", "[b] one", "[a] two")
        terminal.type(["BSpace"])
        terminal.wait_for("[ ] one", "[ ] two")


def clicks_behind_keys(world):
    """A click that comes with keys before it is for the screen that those keys lead to."""
    with Terminal(world.take("Q"), term="xterm-256color") as terminal:
        terminal.wait_for("press Enter to start")
        terminal.type(["Enter"])
        terminal.wait_for("Single?")
        terminal.type_text("\t\t\x1b[<0;8;6M\x1b[<0;8;6m")
        terminal.wait_for(" 3/7 ", "(x) b  False")
        terminal.type(["F10"])
        terminal.wait_for_end()


def enter_held(world):
    """Whoever holds Enter down starts, and does not run through the paper."""
    with Terminal(world.take("E")) as terminal:
        terminal.wait_for("press Enter to start")
        terminal.type_text("\r")
        terminal.wait_for(" 1/7 ")
        time.sleep(0.5)
        for _ in range(20):
            terminal.type_text("\r")
            time.sleep(0.03)
        time.sleep(1.5)
        assert " 1/7 " in terminal.screen(), terminal.screen()
        terminal.type(["Enter"])
        terminal.wait_for(" 2/7 ")


def held_store(world):
    """While another program holds the store the clock goes on, and whoever wants to may leave."""
    with Terminal(world.take("H")) as terminal, world.lock() as lock:
        sat(world, terminal)
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.type(["a", "Tab"])
        before = terminal.wait_for("waiting for the answers to be saved").split("\n")[0]
        time.sleep(1.5)
        seen = terminal.screen()
        assert "[x] a  aaa" in seen and seen.split("\n")[0] != before, seen
        # What is typed meanwhile is for the questions to come.
        terminal.type(["Down", "Space", "Tab"])
        terminal.type_text("3,5")
        time.sleep(0.5)
        assert "Multiple?" in terminal.screen(), terminal.screen()
        fcntl.flock(lock, fcntl.LOCK_UN)
        terminal.wait_for("Number?", "3,5")
        terminal.type(["BTab"])
        terminal.wait_for("Truth?", "(x) b  False")
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.type(["a", "F10"])
        seen = terminal.wait_for_end()
        assert "the last answers could not be saved" in seen, seen


def impatient(world):
    """Who cannot wait for the disk is asked all the same whether to hand in, and clicks at nothing that is not seen."""
    with Terminal(world.take("I"), term="xterm-256color") as terminal, world.lock() as lock:
        sat(world, terminal)
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.press("aaa")
        terminal.wait_for("[x] a  aaa")
        terminal.type(["Tab"])
        terminal.wait_for("waiting for the answers to be saved")
        terminal.press("bbb")
        time.sleep(0.5)  # ncurses may lose a click that a key follows at once
        terminal.type(["a"])
        time.sleep(0.5)
        fcntl.flock(lock, fcntl.LOCK_UN)
        terminal.wait_for("Truth?")
        time.sleep(0.5)
        terminal.wait_for("( ) a  True", "( ) b  False")
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.type(["a", *["F5"] * 4])
        terminal.wait_for("waiting for the answers to be saved")
        fcntl.flock(lock, fcntl.LOCK_UN)
        terminal.wait_for("press F5 again")
        time.sleep(0.5)
        assert "handed in" not in terminal.screen(), terminal.screen()
        terminal.type(["F5"])
        terminal.wait_for("handed in at", "3 of 7 answered")


def leaving_last(world):
    """What is typed before leaving is done before it, where the disk is not too slow for that."""
    with Terminal(world.take("W")) as terminal, world.lock() as lock:
        sat(world, terminal)
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.type(["a", "Tab"])
        terminal.wait_for("waiting for the answers to be saved")
        terminal.type(["b", "F10"])
        time.sleep(0.3)
        fcntl.flock(lock, fcntl.LOCK_UN)
        seen = terminal.wait_for_end()
        assert "left with 3 of 7 answered" in seen, seen


def slow_paste(world):
    """What is pasted slowly, over the seconds of the clock, is text all the same."""
    with Terminal(world.take("L")) as terminal:
        sat(world, terminal)
        terminal.type(["F3", *["Down"] * 5, "Enter"])
        terminal.wait_for("Essay?")
        terminal.type_text("\x1b[200~")
        for part in ("một", "\r", "c", "\r", "d"):
            time.sleep(0.4)
            terminal.type_text(part)
        terminal.type_text("\x1b[201~")
        terminal.wait_for(" > một\n   c\n   d")


def store_gone(world):
    """A store that is moved away stops the sitting, and nothing is made in its place."""
    store = os.path.join(world.folder, "contest.db")
    with Terminal(world.take("V"), columns=160) as terminal, world.lock() as lock:
        sat(world, terminal)
        fcntl.flock(lock, fcntl.LOCK_EX)
        for end in ("", "-wal", "-shm"):
            os.rename(store + end, store + end + ".away")
        fcntl.flock(lock, fcntl.LOCK_UN)
        terminal.type(["a"])
        seen = terminal.wait_for_end()
        assert "contest.db is gone: nothing can be recorded [take.store-gone]" in seen, seen
        assert not os.path.exists(store), os.listdir(world.folder)
        for end in ("", "-wal", "-shm"):
            os.rename(store + end + ".away", store + end)
    resumes(world, "V")


def full_disk(world):
    """Files may not grow any more: the sitting ends with the reason, and keeps what was acknowledged."""
    shell = "sh -c 'trap \"\" XFSZ; ulimit -f %d; exec " + world.take("F") + "'"
    store = os.path.join(world.folder, "contest.db")
    blocks = max(os.path.getsize(store), os.path.getsize(store + "-wal") if os.path.exists(store + "-wal") else 0) // 512
    with Terminal(shell % (blocks + 160)) as terminal:
        sat(world, terminal)
        terminal.type(["F3", *["Down"] * 5, "Enter"])
        terminal.wait_for("Essay?")
        began = time.monotonic()
        while "type your text" in terminal.screen() and time.monotonic() < began + 120:
            terminal.type_text("x")
        seen = terminal.wait_for_end()
        assert "cannot be used" in seen and "error:" in seen, seen
    text = subprocess.run([world.program, "-C", world.folder, "take", "--entrant", "F", "--lang", "en", "--plain"],
                          check=True, input=b"q\n", stdout=subprocess.PIPE).stdout.decode()
    assert text.startswith("resumed: ") and "question 1 of 7" not in text, text


def moved_clock(world):
    """The wall clock of the machine is set to 1970 and to 2038 while somebody sits."""
    stamp = os.path.join(world.folder, "clock")
    environment = {**FAKETIME, "FAKETIME_TIMESTAMP_FILE": stamp, "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1"}
    preload = " ".join(f"{name}={value}" for name, value in environment.items())
    real_store = os.path.join(world.folder, "contest.db")
    def set_clock(text):
        with open(stamp + ".new", "w", encoding="ascii") as file:
            file.write(text)
        os.replace(stamp + ".new", stamp)
    set_clock("@1970-01-02 00:00:00")
    with Terminal(f"{preload} {world.take('C')}") as terminal:
        seen = terminal.wait_for_end()
        assert 'round "w1" opens at 2020-01-01T00:00:00+07:00 [take.not-open]' in seen, seen
    set_clock("@2038-01-19 12:00:00")
    with Terminal(f"{preload} {world.take('C')}") as terminal:
        sat(world, terminal)
        for moment in ("@1970-01-02 00:00:00", "@2090-01-01 00:00:00"):
            set_clock(moment)
            terminal.type(["a"])
            time.sleep(1.5)
            clock = terminal.screen().split("\n")[0].split()[-1]
            assert "19:30" < clock < "20:00", terminal.screen()
        terminal.type(["F5"])
        terminal.wait_for("review: ")
        hand_in(terminal)
        seen = terminal.wait_for("handed in at")
        assert "19 January 2038" in seen, seen
    jumps = subprocess.run(["sqlite3", real_store, "SELECT DISTINCT sign(jump) FROM sitting_event JOIN sitting ON sitting.id = sitting "
                            "WHERE entrant = 'C' AND jump <> 0 ORDER BY 1"], check=True, stdout=subprocess.PIPE).stdout.split()
    assert jumps in ([b"-1", b"1"], [b"-1.0", b"1.0"]), jumps


def time_told(world):
    """Line by line the time that is left is said; here it runs ten times as fast."""
    folder = sitting_contest.make(world.program, world.folder + "-short", ITEMS, time_limit="130s")
    environment = {**os.environ, **FAKETIME, "FAKETIME": "+0 x10"}
    silent, held = os.pipe()
    seen = subprocess.run([world.program, "-C", folder, "take", "--entrant", "T", "--lang", "en", "--plain"], stdin=silent,
                          stdout=subprocess.PIPE, env=environment, check=True).stdout.decode().split("\n")
    os.close(silent)
    os.close(held)
    asked = seen.index("one letter:")
    told = seen[asked + 1:seen.index("the time is over: the sheet is handed in as it is")]
    times = [f"{time} left" for time in ("2:00", "1:00", "0:50", "0:40", "0:30", "0:20", "0:10")]
    # A machine that has much to do may miss one.
    assert told == [time for time in times if time in told] and len(told) >= 5, seen[asked:]
    assert ": 0 of 7 answered, receipt " in seen[-2], seen[asked:]


CASES = (keyboard_alone, mouse_alone, lines_alone, closed_terminal, terminal_left_as_it_was, stopped_and_continued,
         unknown_terminal, sizes, garbage, pasted_megabyte, two_terminals, coming_back, clicks_behind_keys, enter_held, held_store,
         impatient, leaving_last, slow_paste, store_gone, full_disk, moved_clock, time_told)


def main(program, names):
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        world = World(program, os.path.join(scratch, "contest"))
        for case in CASES:
            if names and case.__name__ not in names:
                continue
            try:
                case(world)
                print("ok:", case.__name__.replace("_", " "))
            except Exception as error:  # whatever it is, the others are looked at, too
                failed += 1
                print("FAILED:", case.__name__.replace("_", " "), repr(error))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2:]))
