#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draw a lot again from its transcript, as docs/formats/lot.md defines it: verify_lot.py TRANSCRIPT.json"""
import hashlib
import hmac
import json
import sys


def merkle(texts):
    if len(texts) == 1:
        return hashlib.sha256(b"\0" + texts[0]).digest()
    left = 1
    while left * 2 < len(texts):
        left *= 2
    return hashlib.sha256(b"\1" + merkle(texts[:left]) + merkle(texts[left:])).digest()


def words(seed):
    number = 0
    while True:
        block = hmac.new(seed, b"quiz/1\0lot\0" + number.to_bytes(4, "big"), hashlib.sha256).digest()
        yield from (int.from_bytes(block[i:i + 2], "big") for i in range(0, 32, 2))
        number += 1


def draw(head, candidates, sources):
    order = sorted(candidates, key=str.encode)
    root = merkle([text.encode() for text in order]).hex()
    seed = hashlib.sha256("".join(line + "\n" for line in ["quiz/1 lot", *head, root, *sources]).encode()).digest()
    stream, steps = words(seed), []
    for n in range(len(order), 1, -1):
        steps.append(next(word for word in stream if word < 65536 // n * n) % n)
        order[n - 1], order[steps[-1]] = order[steps[-1]], order[n - 1]
    return {"root": root, "seed": seed.hex(), "steps": steps, "order": order}


if __name__ == "__main__":
    transcript = json.load(open(sys.argv[1], encoding="utf-8"))
    (lot,) = transcript["lot"]
    said = {"root": lot["root"], "seed": lot["seed"], "steps": [int(step) for step in lot["steps"]],
            "order": [row["holder"] for row in transcript["rows"]]}
    head = [transcript["contest"], *(lot[part] or "" for part in ("award", "round", "track", "block"))]
    again = draw(head, said["order"], lot["sources"])
    print("the lot is right" if said == again else f"the lot is wrong: {again}")
    sys.exit(said != again)
