# SPDX-License-Identifier: Apache-2.0
"""quiz-unit fails when its filter matches no test, and still answers questions about itself.

usage: test_unit_main.py PATH-OF-QUIZ-UNIT
"""
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop()


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)


class UnitMain(unittest.TestCase):
    def test_no_match_fails(self):
        for filter_ in ("--source-file=*tests/unit/no-such-module/*", "--test-case=no such test"):
            result = run(filter_)
            self.assertEqual(result.returncode, 1)
            self.assertIn("quiz-unit: no test matches", result.stderr)

    def test_a_match_passes(self):
        result = run("--source-file=*tests/unit/base/test_version.cpp")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_help_and_lists_pass(self):
        for question in ("--help", "--list-test-cases", "--count"):
            result = run(question)
            self.assertEqual((result.returncode, result.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
