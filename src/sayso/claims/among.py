"""Each statement among all others of its matter: what the model of matters is given of them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.claims.build import Seen
from sayso.claims.features import features
from sayso.claims.traits import traits
from sayso.records import Entry

Singles = NDArray[np.float32]

PAIRS, TRAITS = 16, 30
"""How many features two statements have, and how many traits one has."""

AT_ONCE = 300
"""Statements that are looked at together: what it takes grows with the square of their number and faster."""


def given(entries: Sequence[Entry], seen: Seen) -> tuple[Singles, Singles]:
    """The features of each two of N statements (N, N, 16) and the traits of each (N, 30)."""
    pairs = features(entries, seen.alone.vectors, seen.within.vectors)
    own = traits(entries, seen.alone.positions, seen.within.positions)
    return _stacked(list(pairs.values())), _stacked(list(own.values()))


def _stacked(values: Sequence[NDArray[np.float64]]) -> Singles:
    return np.stack([one.astype(np.float32) for one in values], -1)


def at_once(count: int, most: int = AT_ONCE) -> Iterator[list[int]]:
    """Which of `count` statements are looked at together, so that each two are at least once, and `most` at a time."""
    if count <= most:
        yield list(range(count))
        return
    parts = np.array_split(np.arange(count), -(-count // (most // 2)))
    for one, other in combinations(parts, 2):
        yield [*one.tolist(), *other.tolist()]
