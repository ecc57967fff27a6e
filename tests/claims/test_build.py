"""From statements and what the models make of them to claims."""

import numpy as np

from sayso.claims.build import Rules, Seen, claims
from sayso.claims.look import Among, Look
from tests.claims.entries import article, entry
from tests.claims.stand_ins import SIDES

RULES = Rules(0.5, 0.9, {"bias": 5.0}, {"bias": 5.0}, 0.5, {"near": 1.0}, SIDES, 0.1)
"""Alike enough in several articles, not in one: statements that are of one claim for 62 of 100."""


LIKELY = np.array([[1, 1, 0.62, 0.62], [1, 1, 0.62, 0.62], [0.62, 0.62, 1, 1], [0.62, 0.62, 1, 1]])
LOOK = Look(np.zeros((4, 384)), np.tile([0.9, 0.05, 0.04, 0.01], (4, 1)))


def sizes(places):
    said = [entry(where, f"Speaker {n}", f"words of {n}") for n, where in enumerate(places)]
    found = claims(said, Seen(LOOK, LOOK), Among(LIKELY, LOOK.positions[:, :3]), list(dict.fromkeys(places)), RULES)
    return sorted(len(claim.positions) for claim in found)


def test_one_article_tells_apart_what_several_run_into_one():
    here, there = article("a1", "Courier", "2026-03-09"), article("a2", "Ledger", "2026-03-10")
    assert sizes([here, here, here, here]) == [2, 2]
    assert sizes([here, there, here, there]) == [4]
