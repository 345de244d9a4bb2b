# SPDX-License-Identifier: Apache-2.0
"""The dice. A feature that is not allowed never happens."""
import random

ALL = frozenset({
    "admit", "aliases", "award-order", "blocks", "by-track", "contest-attempts", "dates", "decide", "extend", "freeze",
    "group-per-round", "item-types", "keep", "lot", "narrow", "prediction", "rounds", "scoring-rules", "share",
    "share-limit", "terms", "trees"})


class Chance:
    def __init__(self, seed, allowed):
        self.dice, self.allowed = random.Random(seed), allowed

    def may(self, feature, probability=1.0):
        return self.dice.random() < probability and feature in self.allowed

    def yes(self, probability=0.5):
        return self.dice.random() < probability

    def one(self, values):
        return self.dice.choice(values)

    def some(self, values, least=0, most=None):
        """Some of the values, in their order."""
        values = list(values)
        count = self.dice.randint(min(least, len(values)), len(values) if most is None else min(most, len(values)))
        chosen = set(self.dice.sample(range(len(values)), count))
        return [value for n, value in enumerate(values) if n in chosen]

    def mixed(self, values):
        values = list(values)
        self.dice.shuffle(values)
        return values

    def number(self, least, most):
        return self.dice.randint(least, most)

    def by_track(self, contest_tracks, make, probability=0.15):
        """A value, or for each track its own."""
        if contest_tracks and self.may("by-track", probability):
            return {track["id"]: make() for track in contest_tracks}
        return make()
