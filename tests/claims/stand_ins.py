"""Models of claims small enough to be seen through."""

import zlib

import numpy as np

from sayso.claims.build import Rules, Seen
from sayso.claims.look import Among, Look
from sayso.records import Entry

SIDES = {"affirms": {"bias": 1.0}, "denies": {"act denies": 3.0}, "undecided": {"act declines": 3.0}}


class Models:
    """Models of claims that take statements for alike where they have the same words, and for affirming."""

    rules = Rules(0.5, 0.5, {"bias": 5.0}, {"bias": 5.0}, 0.5, {"near": 1.0}, SIDES, 0.1)

    def see(self, entries: list[Entry]) -> Seen:
        points = np.zeros((len(entries), 384))
        for i, entry in enumerate(entries):
            points[i, zlib.crc32(entry.statement.content[0].text.encode()) % 384] = 1
        look = Look(points, np.tile([0.9, 0.05, 0.04, 0.01], (len(entries), 1)))
        return Seen(look, look)

    def among(self, entries: list[Entry], seen: Seen) -> Among:
        likely = 1 / (1 + np.exp(5 - 10 * seen.alone.vectors @ seen.alone.vectors.T))
        return Among(likely, seen.alone.positions[:, :3])
