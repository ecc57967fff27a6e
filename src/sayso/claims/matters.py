"""Matters: articles about one affair. Claims are looked for within a matter, so that a new article costs no more late.

Two articles are of one matter when they are versions of one, or when what is said in them is alike, they share names,
and they are near in time; and so is all that hangs together by that. Whatever the order in which articles come, the
matters are the same.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WAYS = ((0.87, 0.15), (0.80, 0.40))
"""Two articles are of one matter where their cosine and the part of their names that they share reach one of these.

The first holds 52 of 54 annotated stories together, both hold 53, and either way one pair in 5,000 of articles of two
stories is joined; without names one in 50 would be at 0.88, and all but one of these stories would hang together if
they were of one month. The second is for short articles, which say little that is alike and name the same few.
"""
LEAST_ALIKE = min(alike for alike, _ in WAYS)
LEAST_SHARED = min(shared for _, shared in WAYS)
DAYS = 60
"""Days that two articles of one matter may lie apart, if no other lies between."""
MOST = 150
"""Articles that a matter may have, so that grouping it anew stays quick; beyond that a new one begins."""
UNDATED = ""
"""The month of articles that do not say when they came out."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article as matters see it: its version's id and its article's, its time, its vector of length 1, its names."""

    id: str
    article: str
    at: str | None
    vector: NDArray[np.floating[Any]]
    names: tuple[str, ...]


def place_vector(vectors: Floats) -> Floats:
    """The vector of an article, from those of its statements; zero where there are none."""
    total: Floats = vectors.sum(0)
    length = float(np.linalg.norm(total))
    return total / length if length else total


def kin(new: Place, known: Sequence[Place]) -> list[str]:
    """The ids among `known` of articles that are of one matter with `new`."""
    if not known:
        return []
    alike = np.stack([place.vector for place in known]).astype(np.float64) @ new.vector.astype(np.float64)
    akin = of_one(alike, np.array([share(new.names, place.names) for place in known]))
    return [
        place.id
        for place, near in zip(known, akin, strict=True)
        if place.article == new.article or (near and _days(new.at, place.at) <= DAYS)
    ]


def of_one(alike: Floats, shared: Floats) -> NDArray[np.bool_]:
    """Where pairs of articles are of one matter, by their cosines and by the part of their names that they share."""
    ways: NDArray[np.bool_] = np.any([(alike >= least) & (shared >= share) for least, share in WAYS], axis=0)
    return ways


def share(one: Collection[str], other: Collection[str]) -> float:
    """How many names two articles share, as a part of the geometric mean of how many each has; 0 where one has none."""
    if not one or not other:
        return 0.0
    return len(frozenset(one).intersection(other)) / math.sqrt(len(one) * len(other))


def together(places: Sequence[Place], held: Iterable[Collection[str]] = ()) -> list[list[Place]]:
    """The groups in which `places` hang together, the largest first; the articles of each of `held` do in any case."""
    groups, left, decided = list[list[Place]](), list(places), [set(ids) for ids in held]
    while left:
        group, reached = list[Place](), [left.pop(0)]
        while reached:
            one = reached.pop()
            group.append(one)
            near = {*kin(one, left), *(id for ids in decided if one.id in ids for id in ids)}
            reached += [place for place in left if place.id in near]
            left = [place for place in left if place.id not in near]
        groups.append(group)
    return sorted(groups, key=len, reverse=True)


def grown(near: Iterable[Iterable[int]], most: int = MOST) -> list[list[int]]:
    """The matters that articles make which come one by one, as numbers; `near` has for each its kin among the earlier.

    A matter that another would take beyond `most` stays by itself, as in a ledger.
    """
    own, matters = list[int](), list[list[int]]()
    for number, kin in enumerate(near):
        own.append(number)
        matters.append([number])
        first, *others = sorted({number, *(own[one] for one in kin)})
        for other in others:
            if len(matters[first]) + len(matters[other]) <= most:
                for one in matters[other]:
                    own[one] = first
                matters[first] += matters[other]
                matters[other] = []
    return [sorted(matter) for matter in matters if matter]


def months_around(moment: str | None) -> list[str]:
    """The months (`2026-03`) that hold all that is near in time to `moment`, its own in the middle."""
    if not moment:
        return [UNDATED]
    year, month = int(moment[:4]), int(moment[5:7])
    reach = range(-(DAYS // 28), DAYS // 28 + 1)
    return [f"{year + (month - 1 + k) // 12:04d}-{(month - 1 + k) % 12 + 1:02d}" for k in reach]


def _days(one: str | None, other: str | None) -> float:
    """Days between two times in UTC; none where one is not known."""
    if not one or not other:
        return 0.0
    return abs((datetime.fromisoformat(one) - datetime.fromisoformat(other)).total_seconds()) / 86_400
