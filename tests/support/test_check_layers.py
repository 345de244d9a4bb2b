# SPDX-License-Identifier: Apache-2.0
"""scripts/check_layers.py passes a good tree and names the line of every kind of bad one."""
import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import check_layers  # noqa: E402

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"

PAGE = """# Architecture

## Layers

| module | job | may use |
|---|---|---|
| `base` | numbers | |
| `io` | files | `base` |
| `bank` | items | `base` `io` |
| `cli` | the program | `base` |

## Sole owners

| only in | headers | names | because |
|---|---|---|---|
| `io` | `yaml-cpp/` | | one set of limits |
| `base` | | `system_clock::now` | tests set the clock |
| `cli/options.cpp` | `CLI/` | | it is slow |
| `cli` | `cmath` | `float` `double` | results are exact |
"""

GOOD = {
    "docs/architecture.md": PAGE,
    "CMakeLists.txt": "",
    "quizlib/base/CMakeLists.txt": "target_sources(quizlib PRIVATE x.cpp\n)",
    "quizlib/base/x.hpp": SPDX + "#pragma once\n#include <string>\n",
    "quizlib/base/x.cpp": SPDX
    + "#include <quizlib/base/x.hpp>\n\n#include <fmt/core.h>\n\n#include <string>\n",
    "quizlib/io/CMakeLists.txt": "target_sources(quizlib PRIVATE)",
    "quizlib/bank/CMakeLists.txt": "target_sources(quizlib PRIVATE bank.cpp)",
    "quizlib/bank/bank.cpp": SPDX + "#include <quizlib/base/x.hpp>\n#include <quizlib/io/y.hpp>\n",
    "cli/CMakeLists.txt": "add_library(quizcli commands/a.cpp options.cpp)",
    "cli/commands/a.cpp": SPDX + "#include <cli/options.hpp>\n\ndouble share = 0.5;\n",
    "cli/options.cpp": SPDX + "#include <CLI/CLI.hpp>\n",
    "tests/unit/base/CMakeLists.txt": "quiz_unit_tests(base test_x.cpp)",
    "tests/unit/base/test_x.cpp": SPDX + "#include <quizlib/base/x.hpp>\n\n#include <doctest/doctest.h>\n",
}


def check(changes: dict[str, str]) -> tuple[int, list[str]]:
    """The exit code and the findings for the good tree with these files instead."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **changes}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = check_layers.main([folder])
        return code, out.getvalue().splitlines()[:-1]


class Layers(unittest.TestCase):
    def assert_finds(self, changes: dict[str, str], *findings: str) -> None:
        code, lines = check(changes)
        self.assertEqual(lines, list(findings))
        self.assertEqual(code, 1)

    def assert_line_is_bad(self, line: str, finding: str, path: str = "quizlib/bank/bank.cpp") -> None:
        self.assert_finds({path: SPDX + "\n" + line + "\n"}, f"{path}:3: {finding}")

    def assert_line_is_good(self, line: str, path: str = "quizlib/bank/bank.cpp") -> None:
        self.assertEqual(check({path: SPDX + "\n" + line + "\n"}), (0, []))

    def test_a_good_tree_has_no_findings(self):
        self.assertEqual(check({}), (0, []))

    def test_a_module_uses_only_the_modules_of_its_line(self):
        self.assert_finds(
            {"quizlib/io/z.hpp": SPDX + "#pragma once\n#include <quizlib/bank/bank.hpp>\n"},
            "quizlib/io/z.hpp:3: io may not use bank (docs/architecture.md, Layers)",
        )
        self.assert_line_is_bad(
            "#include <quizlib/io/y.hpp>", "cli may not use io (docs/architecture.md, Layers)", "cli/commands/a.cpp"
        )

    def test_the_library_uses_neither_the_program_nor_the_tests(self):
        self.assert_line_is_bad("#include <cli/app.hpp>", "bank may not use cli")
        self.assert_line_is_bad("#include <tests/support/x.hpp>", "bank may not use tests")

    def test_no_way_around_through_the_parent_folder(self):
        self.assert_line_is_bad("#include <quizlib/bank/../bank/x.hpp>",
                                "<quizlib/bank/../bank/x.hpp> must not go up with ..")

    def test_the_table_has_no_cycle(self):
        page = PAGE.replace("| `base` | numbers | |", "| `base` | numbers | `bank` |")
        self.assert_finds(
            {"docs/architecture.md": page},
            "docs/architecture.md:7: base uses bank, which is not above it",
        )

    def test_the_table_and_the_folders_agree(self):
        self.assert_finds(
            {"quizlib/extra/CMakeLists.txt": ""}, "quizlib/extra:1: has no line in docs/architecture.md"
        )
        page = PAGE.replace("| `cli` | the", "| `gone` | nothing | |\n| `cli` | the")
        self.assert_finds(
            {"docs/architecture.md": page}, "docs/architecture.md:1: gone has a line but no folder quizlib/gone"
        )

    def test_a_page_without_tables_fails(self):
        code, lines = check({"docs/architecture.md": "# Architecture\n"})
        self.assertEqual(code, 1)
        self.assertIn('docs/architecture.md:1: no table under "## Layers"', lines)
        self.assertIn('docs/architecture.md:1: no table under "## Sole owners"', lines)

    def test_a_header_has_one_owner(self):
        self.assert_line_is_bad(
            "#include <yaml-cpp/yaml.h>", "<yaml-cpp/yaml.h> belongs to quizlib/io: one set of limits"
        )
        self.assert_line_is_bad(
            "#include <CLI/CLI.hpp>", "<CLI/CLI.hpp> belongs to cli/options.cpp: it is slow", "cli/commands/a.cpp"
        )

    def test_a_name_has_one_owner(self):
        self.assert_line_is_bad(
            "auto t = std::chrono::system_clock::now();",
            "system_clock::now belongs to quizlib/base: tests set the clock",
        )
        self.assert_line_is_bad("double x;", "double belongs to cli: results are exact")
        self.assert_line_is_bad("auto x = 0.5;", "0.5 is a floating-point number: use exact ones")
        self.assert_line_is_bad("auto x = 1e9;", "1e9 is a floating-point number: use exact ones")
        self.assert_line_is_good("auto double_time = 1'000 + 0x1e5 + a.b;")

    def test_the_library_neither_prints_nor_exits_nor_asks_the_environment(self):
        prints = "quizlib does not print: return a value"
        self.assert_line_is_bad("#include <iostream>", f"#include <iostream>: {prints}")
        self.assert_line_is_bad('std::printf("x");', f"std::printf(: {prints}")
        self.assert_line_is_bad('fmt::print("x");', f"fmt::print: {prints}")
        self.assert_line_is_bad("auto* f = stderr;", "stderr: quizlib does not print or prompt")
        self.assert_line_is_bad("std::exit(1);", "std::exit(: quizlib does not end the program: throw quiz::Error")
        self.assert_line_is_bad(
            'auto h = std::getenv("HOME");', "getenv(: quizlib does not know the environment: take an argument"
        )
        self.assert_line_is_good("std::snprintf(a, b, c); window.exit(1); on_exit(2);")

    def test_nothing_depends_on_the_standard_library_at_hand(self):
        random = "differs between standard libraries: use the random stream of crypto"
        self.assert_line_is_bad("std::shuffle(a, b, c);", f"std::shuffle: {random}", "cli/commands/a.cpp")
        self.assert_line_is_bad(
            "std::uniform_int_distribution<int> d;", f"std::uniform_int_distribution: {random}", "cli/commands/a.cpp"
        )
        self.assert_line_is_bad(
            "auto t = localtime(&now);", "localtime(: depends on the machine: use the zones of text", "cli/commands/a.cpp"
        )
        self.assert_line_is_bad("using namespace std;", "using namespace: using namespace is not used here",
                                "tests/unit/base/test_x.cpp")

    def test_sql_stands_in_sql_files(self):
        self.assert_line_is_bad('run("SELECT 1");', '"SELECT ..." is SQL: put it in a .sql file')
        self.assert_line_is_bad('run(R"(CREATE TABLE x)");', '"CREATE ..." is SQL: put it in a .sql file')
        self.assert_line_is_good('say("SELECTED 1"); say("Create table");')

    def test_comments_and_strings_are_not_code(self):
        self.assert_line_is_good("// using namespace std; #include <iostream>")
        self.assert_line_is_good("/* std::exit(1);\n double */ int x;")
        self.assert_line_is_good('auto a = "std::exit(1) // \\" double"; auto b = R"x(double ")" 0.5)x";')
        self.assert_line_is_bad("int i = 1'000; auto c = '\"'; double d;", "double belongs to cli: results are exact")

    def test_lines_are_counted_through_comments_and_raw_strings(self):
        self.assert_finds(
            {"quizlib/bank/bank.cpp": SPDX + '/*\n*/ auto x = R"(\n\n)";\nfloat y;\n'},
            "quizlib/bank/bank.cpp:6: float belongs to cli: results are exact",
        )

    def test_includes_are_written_with_angles(self):
        self.assert_line_is_bad('#include "x.hpp"', "write #include <...>, not 'x.hpp'")

    def test_the_own_header_comes_first(self):
        self.assert_finds(
            {"quizlib/base/x.cpp": SPDX + "#include <string>\n\n#include <quizlib/base/x.hpp>\n"},
            "quizlib/base/x.cpp:2: the first include must be <quizlib/base/x.hpp>",
        )
        self.assert_finds(
            {"quizlib/base/x.cpp": SPDX + "#include <quizlib/base/x.hpp>\n#include <string>\n"},
            "quizlib/base/x.cpp:3: leave a blank line after the own header",
        )

    def test_blocks_of_includes_have_an_order(self):
        self.assert_finds(
            {"quizlib/bank/bank.cpp": SPDX + "#include <string>\n\n#include <quizlib/base/x.hpp>\n"},
            "quizlib/bank/bank.cpp:4: <quizlib/base/x.hpp> (ours) must stand before <string> (system)",
        )
        self.assert_finds(
            {"quizlib/bank/bank.cpp": SPDX + "#include <fmt/core.h>\n#include <string>\n"},
            "quizlib/bank/bank.cpp:3: leave a blank line between third party and system headers",
        )

    def test_slow_headers_stay_out_of_headers(self):
        self.assert_finds(
            {"quizlib/io/z.hpp": SPDX + "#pragma once\n#include <yaml-cpp/yaml.h>\n"},
            "quizlib/io/z.hpp:3: <yaml-cpp/yaml.h> is slow to compile: include it in .cpp files only",
        )

    def test_a_file_says_its_licence_and_a_header_is_read_once(self):
        self.assert_finds(
            {"quizlib/base/x.hpp": "int x();\n"},
            "quizlib/base/x.hpp:1: the first line must be // SPDX-License-Identifier: Apache-2.0",
            "quizlib/base/x.hpp:1: the second line of a header must be #pragma once",
        )

    def test_every_source_is_built(self):
        self.assert_finds(
            {"tests/unit/base/test_y.cpp": SPDX}, "tests/unit/base/test_y.cpp:1: no CMakeLists.txt lists this file"
        )
        self.assert_finds(
            {"quizlib/bank/CMakeLists.txt": "target_sources(quizlib PRIVATE) # bank.cpp"},
            "quizlib/bank/bank.cpp:1: no CMakeLists.txt lists this file",
        )


if __name__ == "__main__":
    unittest.main()
