# SPDX-License-Identifier: Apache-2.0
"""How long a keystroke takes to be seen in a sitting, through a pseudo-terminal.

usage: keystrokes.py QUIZ [ITEMS]     500 items without

Prints the time from the start of the program to its first screen, from Enter to the first question, and of keystrokes
(choosing, going on, typing, the review) the median, the 99th percentile and the longest, in ms.
"""
import os
import pathlib
import pty
import select
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import sitting_contest  # noqa: E402


def items(count):
    choices = ", ".join('{id: %s, text: "Phương án %s của câu hỏi này"%s}' % (c, c, ", key: true" if c == "a" else "") for c in "abcd")
    return "".join(f'- {{id: q{n}, type: single, stem: "Câu hỏi số {n} về an toàn trên môi trường số?", choices: [{choices}]}}\n'
                   for n in range(1, count)) + '- {id: essay, type: essay, stem: "Viết một đoạn."}\n'


class Screen:
    def __init__(self, program, folder):
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", LINES="24", COLUMNS="80")
            os.execv(program, [program, "-C", str(folder), "take", "--entrant", "E1", "--lang", "vi"])

    def wait(self, since):
        """ms until something is drawn, then wait until all of it is."""
        if not select.select([self.fd], [], [], 5)[0]:
            raise SystemExit("nothing is drawn")
        took = (time.perf_counter() - since) * 1000
        while select.select([self.fd], [], [], 0.004)[0]:
            os.read(self.fd, 65536)
        return took

    def key(self, text):
        since = time.perf_counter()
        os.write(self.fd, text.encode())
        return self.wait(since)


def main(program, count):
    with tempfile.TemporaryDirectory() as scratch:
        folder = sitting_contest.make(program, os.path.join(scratch, "contest"), items(count))
        screen = Screen(program, folder)
        first = screen.wait(screen.began)
        time.sleep(0.3)
        begin = screen.key("\r")
        times = []
        for number in range(count - 1):
            times += [screen.key("abcd"[number % 4]), screen.key("\t")]
        times += [screen.key(c) for c in "Một đoạn văn được gõ từng chữ một, không vội. " * 10]
        screen.key("\x12")  # the review
        times += [screen.key("\x1bOA") for _ in range(200)]
        os.close(screen.fd)
        times.sort()
    print(f"first screen {first:.1f} ms, first question {begin:.1f} ms after Enter; {len(times)} keystrokes with {count} items: "
          f"median {times[len(times) // 2]:.1f}, 99th percentile {times[len(times) * 99 // 100]:.1f}, longest {times[-1]:.1f} ms")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
