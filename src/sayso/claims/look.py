"""What models make of statements."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE, POSITIONS = 384, 4


@dataclass(frozen=True, slots=True)
class Look:
    """Of N statements: a vector each (N, 384) of what it is about, and probabilities (N, 4) of stances and none."""

    vectors: NDArray[np.float64]
    positions: NDArray[np.float64]

    @classmethod
    def at_nothing(cls) -> "Look":
        """What is made of no statements."""
        return cls(np.zeros((0, SIZE)), np.zeros((0, POSITIONS)))


@dataclass(frozen=True, slots=True)
class Among:
    """Of N statements together: how likely each two are of one claim (N, N), and each side for each (N, 3)."""

    likely: NDArray[np.float64]
    sides: NDArray[np.float64]
