"""The places of one month, asked for those that may be of one matter: by their names first, then by their vectors."""

from array import array

import numpy as np
from numpy.typing import NDArray

from sayso.claims.matters import LEAST_ALIKE, LEAST_SHARED, Place

_FIRST = 256
_ROUNDING = 1e-4
"""What a product of single precision may be off by."""


class Nearest:
    """Places to be asked for those near another. Exact: only what shares too few names is not looked at."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._rows: dict[str, int] = {}
        self._matrix: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._named: array[int] = array("i")
        self._naming: dict[str, array[int]] = {}

    def add(self, place: Place) -> None:
        """Add a place, or put it where an earlier one of this version was."""
        row = self._rows.setdefault(place.id, len(self._places))
        for name in self._places[row].names if row < len(self._places) else ():
            self._naming[name].remove(row)
        self._places[row : row + 1] = [place]
        self._named[row : row + 1] = array("i", [len(place.names)])
        for name in place.names:
            self._naming.setdefault(name, array("i")).append(row)
        if row >= len(self._matrix):
            grown = np.zeros((max(_FIRST, 2 * row), len(place.vector)), dtype=np.float32)
            grown[:row] = self._matrix if row else grown[:0]
            self._matrix = grown
        self._matrix[row] = place.vector

    def near(self, place: Place) -> list[Place]:
        """All places that may be kin to `place`, and some that hardly miss it, in the order of their adding."""
        naming = [np.frombuffer(self._naming[name], dtype=np.intc) for name in place.names if name in self._naming]
        if not naming:
            return []
        shared = np.bincount(np.concatenate(naming), minlength=len(self._places))
        named = np.frombuffer(self._named, dtype=np.intc)
        rows = np.flatnonzero(shared >= (LEAST_SHARED - _ROUNDING) * np.sqrt(np.maximum(named, 1) * len(place.names)))
        close = self._matrix[rows] @ place.vector.astype(np.float32) >= LEAST_ALIKE - _ROUNDING
        return [self._places[row] for row in rows[close]]
