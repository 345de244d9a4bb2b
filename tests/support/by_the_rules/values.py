# SPDX-License-Identifier: Apache-2.0
"""How cells are read, compared and rounded."""
import csv
import re
import unicodedata
from datetime import datetime, timedelta, timezone
from fractions import Fraction

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
UNITS = {"h": 3600000, "m": 60000, "s": 1000, "ms": 1}
# Vietnamese mobile numbers lost a digit in 2018: 0123 became 083.
OLD_PREFIXES = dict(zip(
    "0120 0121 0122 0126 0128 0123 0124 0125 0127 0129 0162 0163 0164 0165 0166 0167 0168 0169 0186 0188 0199".split(),
    "070 079 077 076 078 083 084 085 081 082 032 033 034 035 036 037 038 039 056 058 059".split()))


def nfc(text):
    return unicodedata.normalize("NFC", text)


def id_order(text):
    """Equals are listed by the bytes of their NFC ids."""
    return nfc(text).encode()


def fold(text):
    """What is left after NFC when case, runs of spaces and invisible characters make no difference."""
    visible = "".join(c for c in nfc(text) if unicodedata.category(c) != "Cf")
    return nfc(" ".join(visible.split()).casefold())


def national(phone):
    digits = re.sub(r"\D", "", phone)
    if digits.startswith("84") and len(digits) > 10:
        digits = "0" + digits[2:]
    if len(digits) == 11 and digits[:4] in OLD_PREFIXES:
        digits = OLD_PREFIXES[digits[:4]] + digits[4:]
    return digits


def comparable(column, text):
    return nfc(text) if column == "id" else national(text) if column == "phone" else fold(text)


def milliseconds(duration):
    """Of a length of time such as 1m30s."""
    return sum(int(n) * UNITS[unit] for n, unit in re.findall(r"(\d+)(ms|h|m|s)", duration))


def instant(text, zone=timezone.utc, bare_is_end=False):
    """Milliseconds since 1970; `zone` is for moments without an offset.

    A bare date is its midnight, or the one that ends it; 24:00 ends the day as well.
    """
    if not text:
        return None
    later = timedelta(0)
    if len(text) == 10 and bare_is_end:
        later = timedelta(days=1)
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)[ T]24:00(?::00)?", text):
        text, later = match[1], timedelta(days=1)
    moment = datetime.fromisoformat(text.replace("Z", "+00:00")) + later
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return (moment - EPOCH) // timedelta(milliseconds=1)


def day(milliseconds_since_1970, zone):
    """The date of a moment in a zone."""
    return (EPOCH + timedelta(milliseconds=milliseconds_since_1970)).astimezone(zone).date()


def number(text):
    """A decimal or a fraction such as 100/15, exact; None where there is none."""
    return None if text in (None, "") else Fraction(str(text))


def decimal(text):
    """The number in a cell of a table; None where there is none."""
    return Fraction(text) if re.fullmatch(r"[+-]?\d+(\.\d+)?", text or "") else None


def rounded(value, places):
    """Half to even, as round() is."""
    return None if value is None else Fraction(round(value * 10**places), 10**places)


def as_list(value):
    """A list of one may be written without brackets."""
    return value if isinstance(value, list) else [value]


def count_guessed(text):
    """Digits with at most one kind of grouping mark, in threes; anything else is no prediction."""
    if re.fullmatch(r"\d+|\d{1,3}([., ’'\u00a0\u202f])\d{3}(\1\d{3})*", text):
        return Fraction(re.sub(r"\D", "", text))
    return None


def percent_guessed(text):
    """A number with a comma or a point before its decimals; anything else is no prediction."""
    return Fraction(text.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", text) else None


def table(text):
    return list(csv.DictReader(text.lstrip("\ufeff").splitlines(keepends=True)))


def directions(order, more_is_better):
    """[(key, whether more is better)] of entries such as "points" and "duration desc"."""
    words = [entry.split() for entry in order]
    return [(key, way == ["desc"] if way else key in more_is_better) for key, *way in words]


def merit(value, more):
    """Smaller is better; a missing value is worst in either direction, and two missing ones are equal."""
    return (True, 0) if value is None else (False, -value if more else value)


def places(merits):
    """The places of merits that are in order: equals share one and the next are left out (1, 2, 2, 4)."""
    ranked = []
    for n, one in enumerate(merits):
        same = n > 0 and one == merits[n - 1]
        ranked.append(ranked[-1] if same else n + 1)
    return ranked
