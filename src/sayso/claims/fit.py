"""Which cluster a statement fits best, once there are clusters: each statement moves to that one.

Clusters come from how alike each two statements are. Once they are there, more is known: whether the speaker has spoken
to this claim before, how much of the article is about it, and whether the statement just before was.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.claims.around import Around
from sayso.records import Entry

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_PASSES = 3
_NEAREST = 3
_SURE = 1e-4
_EMPTY = -1e6


def refit(
    entries: Sequence[Entry], groups: Sequence[Sequence[int]], likely: Floats, weights: Mapping[str, float]
) -> list[list[int]]:
    """The clusters of N statements, `groups`, after each statement has moved to the one that it fits best.

    `likely` (N, N) is how likely each two are of one claim. All move at once, so their order does not matter, and three
    times at most.
    """
    if len(groups) < 2:
        return [list(group) for group in groups]
    of = np.zeros(len(entries), dtype=np.int64)
    for k, group in enumerate(groups):
        of[list(group)] = k
    near, around = log_odds(likely), Around(entries)
    for _ in range(_PASSES):
        total = np.zeros((len(entries), len(groups)))
        for name, values in fits(near, around, of, len(groups)).items():
            total += weights.get(name, 0.0) * values
        best = (total + _EMPTY * empty(of, len(groups))).argmax(1)
        if (best == of).all():
            break
        of = best
    return sorted(group for k in range(len(groups)) if (group := np.flatnonzero(of == k).tolist()))


def fits(near: Floats, around: Around, of: Ints, count: int) -> dict[str, Floats]:
    """Each sign by name, for N statements and `count` clusters (N, K); `of` is the cluster of each statement, or -1.

    A statement is left out of its own cluster, so that it is not held there by being there.
    """
    members = _members(of, count)
    some = np.maximum(members.sum(0)[None] - members, 1)
    others = near - np.diag(np.diag(near))
    before = np.stack([around.before[:, of == k].max(1, initial=0.0) for k in range(count)], 1)
    return {
        "near": (others @ members) / some,
        "nearest": _nearest(near, of, count),
        "speaker": (around.speaker @ members) / some,
        "article": (around.article @ members) / np.maximum(around.article.sum(1), 1)[:, None],
        "lead": np.minimum(around.article @ (members * around.first[:, None]), 1),
        "before": before,
        "declines before": around.declines * before,
        "declines size": around.declines * np.log(some / len(of)),
    }


def empty(of: Ints, count: int) -> Floats:
    """1 where a cluster is empty without the statement, else 0 (N, K)."""
    members = _members(of, count)
    none: Floats = (members.sum(0)[None] - members == 0).astype(float)
    return none


def log_odds(share: Floats) -> Floats:
    """Probabilities as log odds, none of them without end."""
    kept = np.clip(share, _SURE, 1 - _SURE)
    odds: Floats = np.log(kept / (1 - kept))
    return odds


def _members(of: Ints, count: int) -> Floats:
    members: Floats = (of[:, None] == np.arange(count)[None]).astype(float)
    return members


def _nearest(near: Floats, of: Ints, count: int) -> Floats:
    """The mean of the three largest of each row within each cluster, the row's own item left out; 0 where none is."""
    rows = near.copy()
    np.fill_diagonal(rows, -np.inf)
    found = np.zeros((len(near), count))
    for k in range(count):
        part = rows[:, of == k]
        most = part.shape[1] - _NEAREST
        top = np.partition(part, most, axis=1)[:, most:] if most > 0 else part
        known = np.isfinite(top)
        found[:, k] = np.where(known, top, 0.0).sum(1) / np.maximum(known.sum(1), 1)
    return found
