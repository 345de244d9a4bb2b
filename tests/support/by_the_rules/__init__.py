# SPDX-License-Identifier: Apache-2.0
"""docs/scoring-rules.md once more: slow, plain, in exact fractions, and apart from quizlib.

Read it beside that page; each module names the sections that it carries out.

    values     how cells are read, compared and rounded
    contest    rules by round and track, papers
    answers    Points: what an answer is worth
    people     Persons, and the conditions of tracks and awards
    sheets     Time, Attempts, Kept sheet
    results    everything about persons together: Counters, Prediction
    lists      Order, Several rounds, and who is in a list of an award
    units      Groups: the trees, and in which groups a person counts
    scores     Groups: terms, scores, orders
    seats      Seats, Ties
    depends    Ties: which seats may still move
    program    reads a contest and the lists from the program
"""
