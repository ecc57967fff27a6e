"""The places of one month, asked for those that are alike, as a matrix that grows by doubling."""

import numpy as np
from numpy.typing import NDArray

from sayso.claims.matters import ALIKE, Floats, Place

_FIRST = 256
_ROUNDING = 1e-4
"""What a product of single precision may be off by."""


class Nearest:
    """Places to be asked for those near a vector. Exact: a search reads every place once, as one product."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._rows: dict[str, int] = {}
        self._matrix: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)

    def add(self, place: Place) -> None:
        """Add a place, or put it where an earlier one of this version was."""
        row = self._rows.setdefault(place.id, len(self._places))
        self._places[row : row + 1] = [place]
        if row >= len(self._matrix):
            grown = np.zeros((max(_FIRST, 2 * row), len(place.vector)), dtype=np.float32)
            grown[:row] = self._matrix if row else grown[:0]
            self._matrix = grown
        self._matrix[row] = place.vector

    def alike(self, vector: Floats) -> list[Place]:
        """The places whose vector is alike, and some that are hardly less, in the order in which they were added."""
        if not self._places:
            return []
        close = self._matrix[: len(self._places)] @ vector.astype(np.float32) >= ALIKE - _ROUNDING
        return [self._places[row] for row in np.flatnonzero(close)]
