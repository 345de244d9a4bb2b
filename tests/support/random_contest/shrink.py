# SPDX-License-Identifier: Apache-2.0
"""Takes away from a contest what a difference does not need."""
import copy


def shrink(contest, still_differs):
    """As long as anything can be taken away and `still_differs` holds of what is left."""
    changed = True
    while changed:
        changed = False
        for path in reversed(list(parts(contest))):
            smaller = copy.deepcopy(contest)
            try:
                remove(smaller, path)
            except (KeyError, IndexError):
                continue
            if still_differs(smaller):
                contest, changed = smaller, True
    return contest


def parts(contest):
    """The paths of all that may be taken away, parts after what they are parts of."""
    for table in ("entrants", "excluded", "sheets", "groups"):
        for n, row in enumerate(getattr(contest, table)):
            yield table, n
            for column in row:
                if row[column] and column not in ("id", "entrant", "round", "code", "level", "name"):
                    yield table, n, column
    for document in ("rules", "banks"):
        yield from fields(getattr(contest, document), (document,))


def fields(value, path):
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in entries:
        yield (*path, key)
        yield from fields(one, (*path, key))


def remove(contest, path):
    table, *inner, last = path
    holder = getattr(contest, table)
    for key in inner:
        holder = holder[key]
    if isinstance(holder, dict) and table not in ("rules", "banks"):
        holder[last] = ""
    else:
        del holder[last]
