"""Which articles of a batch are kin: those of a month, in blocks, against all of the months around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.batch.store import Store
from sayso.claims.matters import DAYS, LEAST_ALIKE, LEAST_SHARED, MOST, UNDATED, months_around, of_one
from sayso.core import Sayso

_ROUNDING = 1e-4
_DAY = 86_400

Kin = dict[int, list[int]]
"""By the number of an article, those of the articles before it that are kin: the nearest, at most `MOST`."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where N articles lie: their numbers (N), times in seconds (N; NaN where unknown), vectors (N, 384), names."""

    numbers: NDArray[np.int64]
    at: NDArray[np.float64]
    points: NDArray[np.float16]
    names: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Near:
    """A job: to find the kin of the articles of a block of `month`."""

    month: str
    block: int
    out: Path

    def do(self, sayso: Sayso) -> tuple[int, Kin]:
        """How many there are, and the kin of those that have any."""
        store = Store(self.out)
        own = next(_places(store, self.month, self.block))
        others = (some for month in months_around(self.month) for some in _places(store, month))
        return len(own.numbers), kin(own, others)


def kin(own: Places, others: Iterator[Places]) -> Kin:
    """The kin of `own` among `others` that came before them: alike, near in time, and with names that they share."""
    rows, found, alike = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    single, naming = own.points.astype(np.float32), _naming(own.names)
    for some in others:
        shared = _shared(naming, own.names, some.names)
        i, j = np.nonzero((shared >= LEAST_SHARED) & (some.numbers[None] < own.numbers[:, None]))
        close = np.einsum("ij,ij->i", single[i], some.points[j].astype(np.float32)) >= LEAST_ALIKE - _ROUNDING
        i, j = i[close], j[close]
        cosines = np.einsum("ij,ij->i", own.points[i].astype(np.float64), some.points[j].astype(np.float64))
        # Of a time that is not known, nothing is far.
        kept = np.flatnonzero(of_one(cosines, shared[i, j]) & ~(np.abs(own.at[i] - some.at[j]) > DAYS * _DAY))
        rows, found = np.append(rows, i[kept]), np.append(found, some.numbers[j[kept]])
        alike = np.append(alike, cosines[kept])
        nearest = _nearest(rows, alike, found)
        rows, found, alike = rows[nearest], found[nearest], alike[nearest]
    out: Kin = {}
    for row, number in zip(rows.tolist(), found.tolist(), strict=True):
        out.setdefault(int(own.numbers[row]), []).append(number)
    return out


def _naming(names: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    """By name, the rows that have it."""
    rows: dict[str, list[int]] = {}
    for row, own in enumerate(names):
        for name in own:
            rows.setdefault(name, []).append(row)
    return rows


def _shared(
    naming: dict[str, list[int]], own: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]
) -> NDArray[np.float64]:
    """`sayso.claims.matters.share` of each of N articles with each of M others (N, M); `naming` is of the N."""
    both = np.zeros((len(own), len(others)))
    theirs = _naming(others)
    for name in naming.keys() & theirs.keys():
        both[np.ix_(naming[name], theirs[name])] += 1
    most = np.sqrt(np.outer([len(names) for names in own], [len(names) for names in others]))
    shares: NDArray[np.float64] = np.divide(both, most, out=both, where=most > 0)
    return shares


def _nearest(rows: NDArray[Any], alike: NDArray[Any], numbers: NDArray[Any]) -> NDArray[Any]:
    """Where the nearest of each row are, at most `MOST`."""
    order = np.lexsort((numbers, -alike, rows))
    begins = np.searchsorted(rows[order], rows[order])
    return order[np.arange(len(order)) - begins < MOST]


def _places(store: Store, month: str, begin: int = 0) -> Iterator[Places]:
    """The places of a month, block by block."""
    import pyarrow.parquet as pq

    path = store.path("places", name(month))
    if not path.exists():
        return
    with pq.ParquetFile(path) as file:
        for block in range(begin, file.num_row_groups):
            rows = file.read_row_group(block).to_pydict()
            points = np.frombuffer(b"".join(rows["point"]), dtype=np.float16).reshape(len(rows["point"]), -1)
            names = [tuple(map(intern, line.split())) for line in rows["names"]]
            yield Places(np.array(rows["number"], np.int64), np.array(rows["seconds"], np.float64), points, names)


def name(month: str) -> str:
    """What the file of a month is called."""
    return "undated" if month == UNDATED else month
