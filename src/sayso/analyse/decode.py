"""From scores to spans: the best label sequence that is well formed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


_CERTAIN = 6.0
"""Where every other label scores this much less, a piece keeps its label while the labels around it are mended."""

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of pieces with one role: `first` to `last`, both included."""

    role: str
    first: int
    last: int


@dataclass(frozen=True)
class Scheme:
    """A BIOES label set: `O` outside, then beginning, inside, end and single piece of each role."""

    labels: tuple[str, ...]

    def role(self, label: int) -> str:
        """The role of a label by number; empty for `O`."""
        return self.labels[label].partition("-")[2]

    def position(self, label: int) -> str:
        """The letter of a label by number: O, B, I, E or S."""
        return self.labels[label][0]

    def follows(self, before: int, after: int) -> bool:
        """Whether label `after` may stand right behind label `before`."""
        if self.position(before) in "BI":
            return self.position(after) in "IE" and self.role(before) == self.role(after)
        return self.position(after) in "OBS"

    @property
    def starts(self) -> NDArray[np.bool_]:
        """Which labels may stand first (L,)."""
        return np.array([self.position(i) in "OBS" for i in range(len(self.labels))])

    @property
    def ends(self) -> NDArray[np.bool_]:
        """Which labels may stand last (L,)."""
        return np.array([self.position(i) in "OES" for i in range(len(self.labels))])


def best_labels(scores: Floats, scheme: Scheme) -> Ints:
    """The best well-formed label sequence of each row: scores (N, T, L), labels (N, T).

    The greedy labels are the answer wherever they are well formed; what is not is mended by Viterbi, each stretch
    between pieces that are certain by itself.
    """
    labels: Ints = scores.argmax(axis=2)
    broken = _broken(labels, scheme)
    rows = np.flatnonzero(broken.any(axis=1))
    if len(rows):
        spoilt = _mend(labels, scores, rows, _sure(scores[rows], broken[rows]), scheme)
        if len(spoilt):
            _mend(labels, scores, spoilt, np.zeros((len(spoilt), labels.shape[1]), dtype=bool), scheme)
    return labels


def runs(labels: Ints, scheme: Scheme) -> Iterator[Run]:
    """The runs in one well-formed label sequence (T,), in order."""
    first = 0
    inside = np.flatnonzero(labels)
    for i, label in zip(inside.tolist(), labels[inside].tolist(), strict=True):
        position = scheme.position(label)
        if position in "BS":
            first = i
        if position in "ES":
            yield Run(scheme.role(label), first, i)


@lru_cache
def _penalties(scheme: Scheme) -> Floats:
    """What it costs that the second label stands right behind the first (L + 1, L + 1); the last one is the outside."""
    size = len(scheme.labels)
    out = np.full((size + 1, size + 1), _NEVER, dtype=np.float32)
    out[:size, :size][[[scheme.follows(a, b) for b in range(size)] for a in range(size)]] = 0
    out[size, :size][scheme.starts] = 0
    out[:size, size][scheme.ends] = 0
    return out


def _broken(labels: Ints, scheme: Scheme) -> NDArray[np.bool_]:
    """Where a label may not stand behind the one before, from the first to behind the last: (N, T + 1)."""
    outside = np.full((len(labels), 1), len(scheme.labels))
    broken: NDArray[np.bool_] = _penalties(scheme)[np.hstack([outside, labels]), np.hstack([labels, outside])] < 0
    return broken


def _sure(scores: Floats, broken: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The pieces that keep their label: (N, T). None beside a break does."""
    sure: NDArray[np.bool_] = ~(broken[:, :-1] | broken[:, 1:])
    best_two = np.partition(scores, scores.shape[2] - 2, axis=2)[:, :, -2:]
    sure &= best_two[:, :, 1] - best_two[:, :, 0] > _CERTAIN
    return sure


def _mend(labels: Ints, scores: Floats, rows: Ints, sure: NDArray[np.bool_], scheme: Scheme) -> Ints:
    """Write the best labels into the ill-formed stretches of `rows`; give back the rows where none fit in between."""
    edges = np.diff(_framed(~sure, 0).astype(np.int8), axis=1)
    at, begin = np.nonzero(edges == 1)
    sizes = np.nonzero(edges == -1)[1] - begin
    breaks = _framed(_broken(labels[rows], scheme), 0).cumsum(axis=1)
    ill_formed = breaks[at, begin + sizes + 1] > breaks[at, begin]
    row, begin, sizes = rows[at[ill_formed]], begin[ill_formed], sizes[ill_formed]
    if not len(row):
        return rows[:0]
    longest_first = np.argsort(-sizes, kind="stable")
    row, begin, sizes = row[longest_first], begin[longest_first], sizes[longest_first]
    framed = _framed(labels, len(scheme.labels))
    inside = np.minimum(begin[:, None] + np.arange(int(sizes[0])), scores.shape[1] - 1)
    bounds = framed[row, begin], framed[row, begin + sizes + 1]
    best, fits = _viterbi(scores[row[:, None], inside], sizes, bounds, _penalties(scheme))
    for number, first, size, found in zip(row, begin, sizes, best, strict=True):
        labels[number, first : first + size] = found
    spoilt: Ints = np.array(sorted(set(row[~fits].tolist())), dtype=np.int64)
    return spoilt


def _framed(rows: NDArray[Any], edge: int) -> NDArray[Any]:
    """Rows (N, T) with one more value at each end (N, T + 2)."""
    framed = np.full((rows.shape[0], rows.shape[1] + 2), edge, dtype=rows.dtype)
    framed[:, 1:-1] = rows
    return framed


def _viterbi(
    scores: Floats, sizes: Ints, bounds: tuple[Ints, Ints], penalties: Floats
) -> tuple[list[list[int]], NDArray[np.bool_]]:
    """The best labels of stretches (S, W, L) of `sizes` (S,), the longest first, between two `bounds` (S,).

    With them comes whether any fit (S,).
    """
    step = np.ascontiguousarray(penalties[:-1, :-1].T)
    back = np.zeros(scores.shape, dtype=np.int64)
    total = scores[:, 0] + penalties[bounds[0], :-1]
    left = (sizes[:, None] > np.arange(scores.shape[1])).sum(axis=0).tolist()
    for i in range(1, scores.shape[1]):
        k = left[i]
        paths = total[:k, None, :] + step
        back[:k, i] = paths.argmax(axis=2)
        total[:k] = paths.max(axis=2) + scores[:k, i]
    final = total + penalties[:-1, bounds[1]].T
    fits: NDArray[np.bool_] = final.max(axis=1) > _NEVER / 2
    ends = zip(back, sizes.tolist(), final.argmax(axis=1).tolist(), strict=True)
    return [_trace(steps[1:size].tolist(), last) for steps, size, last in ends], fits


def _trace(steps: list[list[int]], last: int) -> list[int]:
    """The labels that end in `last`, where each step tells for each label which one came before."""
    labels = [last]
    for step in reversed(steps):
        labels.append(step[labels[-1]])
    return labels[::-1]
