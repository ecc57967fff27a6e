"""From scores to spans: the best label sequence that is well formed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


_CERTAIN = 6.0
"""Where every other label scores this much less than `O`, a piece is outside: no span is worth crossing it."""


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


def best_labels(scores: Floats, lengths: Ints, scheme: Scheme) -> Ints:
    """The best well-formed label sequence of each row: scores (N, T, L), lengths (N,) of the rows, labels (N, T).

    The greedy labels are the answer wherever they are well formed; the rest go through Viterbi.
    """
    labels: Ints = scores.argmax(axis=2)
    at = np.arange(scores.shape[1])
    labels[at[None, :] >= lengths[:, None]] = 0
    broken = np.flatnonzero(_broken(labels, lengths, scheme))
    if len(broken):
        _mend(labels, scores, broken, lengths, scheme)
    return labels


def runs(labels: Sequence[int], scheme: Scheme) -> Iterator[Run]:
    """The runs in one well-formed label sequence, in order."""
    first = 0
    for i, label in enumerate(labels):
        if not label:
            continue
        position = scheme.position(label)
        if position in "BS":
            first = i
        if position in "ES":
            yield Run(scheme.role(label), first, i)


@lru_cache
def _constraints(scheme: Scheme) -> tuple[NDArray[np.bool_], Floats]:
    size = range(len(scheme.labels))
    allowed = np.array([[scheme.follows(a, b) for b in size] for a in size])
    return allowed, np.where(allowed, 0, -1e9).astype(np.float32)


def _mend(labels: Ints, scores: Floats, rows: Ints, lengths: Ints, scheme: Scheme) -> None:
    """Write the best well-formed labels into `rows`, each stretch between pieces that are certainly `O` by itself."""
    unsure = scores[rows, :, 1:].max(axis=2) > scores[rows, :, 0] - _CERTAIN
    unsure &= np.arange(scores.shape[1]) < lengths[rows, None]
    edges = np.diff(np.pad(unsure, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, begin = np.nonzero(edges == 1)
    sizes = np.nonzero(edges == -1)[1] - begin
    at = np.minimum(begin[:, None] + np.arange(int(sizes.max())), scores.shape[1] - 1)
    best = _viterbi(scores[rows[row][:, None], at], sizes, scheme)
    labels[rows] = 0
    for number, first, size, found in zip(rows[row], begin, sizes, best, strict=True):
        labels[number, first : first + size] = found[:size]


def _broken(labels: Ints, lengths: Ints, scheme: Scheme) -> NDArray[np.bool_]:
    allowed, _ = _constraints(scheme)
    inner = ~allowed[labels[:, :-1], labels[:, 1:]]
    last = labels[np.arange(len(labels)), lengths - 1]
    broken: NDArray[np.bool_] = inner.any(axis=1) | ~scheme.starts[labels[:, 0]] | ~scheme.ends[last]
    return broken


def _viterbi(scores: Floats, lengths: Ints, scheme: Scheme) -> Ints:
    _, penalty = _constraints(scheme)
    rows, width, _ = scores.shape
    back = np.zeros(scores.shape, dtype=np.int64)
    total = scores[:, 0] + np.where(scheme.starts, 0, -1e9)
    final = total
    for i in range(1, width):
        paths = total[:, :, None] + penalty
        back[:, i] = paths.argmax(axis=1)
        total = paths.max(axis=1) + scores[:, i]
        final = np.where((lengths > i)[:, None], total, final)
    labels = np.zeros((rows, width), dtype=np.int64)
    for row in range(rows):
        label = int((final[row] + np.where(scheme.ends, 0, -1e9)).argmax())
        for i in range(int(lengths[row]) - 1, -1, -1):
            labels[row, i] = label
            label = int(back[row, i, label])
    return labels
