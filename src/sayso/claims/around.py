"""What stands around statements: their articles, their places there, their speakers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.records import Act, Entry

Floats = NDArray[np.float64]


class Around:
    """What stands around each of N statements: its article, its place there, its speaker; all (N, N) but for the last.

    `before` is 1 for the statement just before in the same article, less for those further up.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        article = np.array([entry.article.id for entry in entries], dtype=object)
        speaker = np.array([entry.speaker.id for entry in entries], dtype=object)
        start = np.array([entry.statement.content[0].start for entry in entries])
        one = np.eye(len(entries))
        self.article: Floats = (article[:, None] == article[None]) - one
        self.speaker: Floats = (speaker[:, None] == speaker[None]) - one
        earlier = (self.article > 0) & (start[:, None] > start[None])
        place = earlier.sum(1)
        self.before: Floats = np.where(earlier, 1 / np.maximum(place[:, None] - place[None], 1), 0.0)
        self.first: Floats = (place == 0).astype(float)
        self.declines: Floats = np.array([e.statement.act is Act.DECLINES for e in entries], dtype=float)[:, None]
