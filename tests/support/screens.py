# SPDX-License-Identifier: Apache-2.0
"""Screens of a sitting, in four languages at three sizes, through a real terminal (tmux).

usage: screens.py QUIZ GOLDENS [--approve]

GOLDENS/<language>-<columns>x<rows>.txt holds what is seen, screen after screen; clocks are written as mm:ss.
Without --approve a difference is shown and ends with exit code 1.
"""
import concurrent.futures
import difflib
import itertools
import os
import pathlib
import re
import sys
import tempfile
import time

import sitting_contest
from terminal import Terminal

LANGUAGES = ("en", "vi", "th", "lo")
SIZES = ((80, 24), (60, 18), (40, 12))
PREDICTION = "  prediction: {target: all-correct}\n"
ITEMS = """- id: password
  type: single
  stem: {en: "Which password is hardest to guess?", vi: "Mật khẩu nào khó đoán nhất?", th: "รหัสผ่านใดเดายากที่สุดสำหรับผู้ไม่หวังดีที่พยายามเข้าถึงบัญชีของคุณ", lo: "ລະຫັດຜ່ານໃດເດົາຍາກທີ່ສຸດສຳລັບຜູ້ບໍ່ຫວັງດີທີ່ພະຍາຍາມເຂົ້າເຖິງບັນຊີຂອງທ່ານ"}
  choices:
  - {id: a, text: "123456"}
  - {id: b, text: {en: "four random words", vi: "bốn từ ngẫu nhiên", th: "คำสุ่มสี่คำ", lo: "ສີ່ຄຳແບບສຸ່ມ"}, key: true}
- id: even
  type: multiple
  stem: {en: "Which numbers are even?", vi: "Số nào chẵn?", th: "จำนวนใดเป็นเลขคู่", lo: "ຈຳນວນໃດເປັນເລກຄູ່"}
  choices: [{id: a, text: "1"}, {id: b, text: "2", key: true}, {id: c, text: "4", key: true}]
- {id: secret, type: truefalse, stem: {en: "A password is a secret.", vi: "Mật khẩu là bí mật.", th: "รหัสผ่านเป็นความลับ", lo: "ລະຫັດຜ່ານເປັນຄວາມລັບ"}, key: true}
- {id: sum, type: numeric, stem: {en: "2 + 1.5 = ?", vi: "2 + 1,5 = ?", th: "2 + 1.5 = ?", lo: "2 + 1,5 = ?"}, key: 3.5}
- id: rising
  type: order
  stem: {en: "Put in rising order.", vi: "Xếp tăng dần.", th: "เรียงจากน้อยไปมาก", lo: "ລຽງຈາກນ້ອຍຫາຫຼາຍ"}
  choices: [{id: a, text: "1"}, {id: b, text: "2"}, {id: c, text: "3"}]
- id: capitals
  type: match
  stem: {en: "Match countries and capitals.", vi: "Ghép nước với thủ đô.", th: "จับคู่ประเทศกับเมืองหลวง", lo: "ຈັບຄູ່ປະເທດກັບນະຄອນຫຼວງ"}
  pairs:
  - {left: {en: "Laos", vi: "Lào", th: "ลาว", lo: "ລາວ"}, right: {en: "Vientiane", vi: "Viêng Chăn", th: "เวียงจันทน์", lo: "ວຽງຈັນ"}}
  - {left: {en: "Thailand", vi: "Thái Lan", th: "ไทย", lo: "ໄທ"}, right: {en: "Bangkok", vi: "Băng Cốc", th: "กรุงเทพฯ", lo: "ບາງກອກ"}}
- id: advice
  type: essay
  stem: {en: "Write down\\n- what you do\\n- and what you never do.", vi: "Hãy viết\\n- việc bạn làm\\n- và việc bạn không bao giờ làm.", th: "จงเขียน\\n- สิ่งที่คุณทำ\\n- และสิ่งที่คุณไม่ทำเด็ดขาด", lo: "ຈົ່ງຂຽນ\\n- ສິ່ງທີ່ເຮັດ\\n- ແລະ ສິ່ງທີ່ບໍ່ເຮັດຈັກເທື່ອ"}
  time_limit: 15m
"""
ESSAYS = {"en": "I never tell anybody my password, nor do I write it down.",
          "vi": "Tôi không bao giờ nói mật khẩu cho người khác biết, cũng không ghi ra giấy.",
          "th": "ฉันไม่บอกรหัสผ่านให้ผู้อื่นทราบและไม่จดรหัสผ่านไว้บนกระดาษ",
          "lo": "ຂ້າພະເຈົ້າບໍ່ບອກລະຫັດຜ່ານໃຫ້ຜູ້ອື່ນຮູ້ ແລະ ບໍ່ຂຽນລະຫັດຜ່ານໄວ້ໃນເຈ້ຍ"}
LONG, SHORT = 60, 2  # seconds
# What is typed, in turn; a screen is kept before the first and after each. ESSAY is typed as a text.
ESSAY = "(the essay)"
STEPS = (["Enter"], ["b"], ["F2"], ["Tab", "b", "c"], ["Tab", "Down", "Space"], ["Tab", "3", ",", "5"],
         ["Tab", "Space", "Down", "Space"], ["Tab", "b", "Down", "a"], ["Tab", ESSAY], ["Left", "Enter"],
         ["Tab", "1", "2", "x"], ["F3"], ["F1"], ["PageDown"], ["Escape"], ["F6"], ["F5"], ["F4"])


def settled(terminal, expected, patience):
    """What is seen, clocks aside: `expected` as soon as it is, else what there is once nothing changes for so many seconds."""
    before, same = None, 0
    while same < 20 * patience:
        text = re.sub(r"\b\d\d:\d\d\b", "mm:ss", terminal.screen())
        if text == expected:
            break
        same = same + 1 if text == before else 0
        before = text
        time.sleep(0.05)
    return text


def record(program, folder, language, columns, rows, expected):
    """The screens, each with its heading."""
    headings = ["start", *(" ".join(keys) for keys in STEPS)]
    command = f"{program} -C {folder} take --entrant {language}{columns} --lang {language}"
    terminal = Terminal(command, columns, rows)
    try:
        screens = []
        # A busy disk may take long; but not for every screen behind one that is wrong.
        patience = LONG if expected else SHORT
        for number, keys in enumerate([[], *STEPS]):
            for key in keys:
                terminal.type_text(ESSAYS[language]) if key == ESSAY else terminal.type([key])
            wanted = expected[number] if number < len(expected) else None
            screens.append(settled(terminal, wanted, patience))
            if screens[-1] != wanted:
                patience = SHORT
        return "".join(f"=== {heading}\n{screen}\n" for heading, screen in zip(headings, screens))
    finally:
        terminal.close()


def main(program, goldens, approve):
    differences = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = sitting_contest.make(program, os.path.join(scratch, "contest"), ITEMS, PREDICTION)

        def compare(language, size):
            """The golden file, what it holds and what was seen."""
            golden = goldens / f"{language}-{size[0]}x{size[1]}.txt"
            expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
            screens = [screen.rstrip("\n") for screen in re.split(r"^=== .*\n", expected, flags=re.M)[1:]]
            return golden, expected, record(program, folder, language, *size, screens)

        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            results = list(pool.map(lambda case: compare(*case), itertools.product(LANGUAGES, SIZES)))
        for golden, expected, seen in results:
            if seen == expected:
                continue
            differences += 1
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), seen.splitlines(True),
                                                       str(golden.name), "as it came"))
            if approve:
                golden.parent.mkdir(exist_ok=True)
                golden.write_text(seen, encoding="utf-8")
    return 1 if differences and not approve else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), "--approve" in sys.argv[3:]))
