"""What a model makes of statements."""

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
