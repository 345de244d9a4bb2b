# SPDX-License-Identifier: Apache-2.0
"""A program in a real terminal, for tests that type and look (tmux)."""
import itertools
import os
import pathlib
import subprocess
import time

SOCKETS = itertools.count()
CONFIGURATION = str(pathlib.Path(__file__).parent / "terminal.conf")


class Terminal:
    """A command line in a terminal of its own; environment variables stand in front of it."""

    def __init__(self, command, columns=80, rows=24, term="screen-256color"):
        # A server that was told to end may still be there.
        self.socket = f"quiz-{os.getpid()}-{next(SOCKETS)}"
        self.tmux("new-session", "-d", "-s", "s", "-x", str(columns), "-y", str(rows),
                  f"exec env -i PATH={os.environ['PATH']} TERM={term} LC_ALL=C {command}")

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.close()

    def tmux(self, *arguments, stdin=None):
        return subprocess.run(["tmux", "-L", self.socket, "-f", CONFIGURATION, *arguments], check=True, input=stdin,
                              stdout=subprocess.PIPE).stdout.decode()

    def screen(self, *options):
        """What is seen, without blanks at the ends."""
        lines = self.tmux("capture-pane", "-p", "-t", "s", *options).split("\n")
        return "\n".join(line.rstrip() for line in lines).rstrip()

    def wait_for(self, *texts, seconds=60):
        """The screen as soon as it holds all of the texts."""
        for _ in range(int(seconds / 0.02)):
            seen = self.screen()
            if all(text in seen for text in texts):
                return seen
            time.sleep(0.02)
        raise AssertionError(f"not all of {texts} in:\n{seen}")

    def wait_for_end(self, seconds=60):
        """What is seen once the program has ended, with what has moved out of sight."""
        for _ in range(int(seconds / 0.02)):
            if self.tmux("display-message", "-p", "-t", "s", "#{pane_dead}").strip() == "1":
                return self.screen("-S", "-")
            time.sleep(0.02)
        raise AssertionError(f"has not ended:\n{self.screen()}")

    def type(self, keys):
        """Keys by their names: Tab, F2, C-c, a."""
        for key in keys:
            self.tmux("send-keys", "-t", "s", key)

    def type_text(self, text):
        self.tmux("send-keys", "-t", "s", "-l", text)

    def paste(self, text):
        self.tmux("load-buffer", "-", stdin=text.encode())
        self.tmux("paste-buffer", "-p", "-t", "s")

    def press(self, word, button=0):
        """Press the mouse where the word stands. Needs a terminal that writes presses as xterm does."""
        lines = self.wait_for(word).split("\n")
        row, column = next((row, line.index(word) + 1) for row, line in enumerate(lines, 1) if word in line)
        self.type_text(f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-t", "s", "-x", str(columns), "-y", str(rows))

    def pid(self):
        return int(self.tmux("display-message", "-p", "-t", "s", "#{pane_pid}"))

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], check=False, stderr=subprocess.DEVNULL)
