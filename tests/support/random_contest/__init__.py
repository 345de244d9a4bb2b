# SPDX-License-Identifier: Apache-2.0
"""Small contests at random, from a seed: few persons, few values, so that ties are frequent.

    chance    the dice, and which features are allowed
    units     groups.csv
    bank      questions and their answers
    rules     contest.yaml: tracks, rounds, ranking
    prizes    contest.yaml: awards
    roster    entrants.csv, excluded.csv
    sheets    sheets.csv
    folder    writes all of it
"""
from random_contest import bank, prizes, roster, rules, sheets, units
from random_contest.chance import ALL, Chance


class RandomContest:
    """What the files of a contest hold: dicts as in contest.yaml and in the banks, and rows of tables."""

    def __init__(self, seed, allowed=ALL):
        chance = Chance(seed, allowed)
        self.seed = seed
        self.groups = units.make(chance)
        self.banks = bank.make(chance)
        self.rules = rules.make(chance, self)
        self.rules["awards"] = prizes.make(chance, self)
        self.entrants = roster.make(chance, self)
        self.excluded = roster.exclusions(chance, self)
        self.sheets = sheets.make(chance, self)
        # What officials do: freeze the figures, admit so many sheets that do not count, decide ties.
        self.freezes, self.decides = chance.may("freeze", 0.2), chance.may("decide", 0.7)
        self.admits = chance.number(1, 2) if chance.may("admit", 0.2) else 0

    @property
    def items(self):
        return bank.items(self.banks)
