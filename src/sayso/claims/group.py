"""Which clusters statements make, from how alike each two are.

Average linkage: at each step the two clusters are joined whose statements are most alike on average.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def clusters(likely: Floats, cut: float) -> list[list[int]]:
    """Clusters of N items by average linkage while two are alike by `cut` at least, each in order, by first item."""
    members = {i: [i] for i in range(len(likely))}
    # The chain of nearest neighbours finds the joins out of order; each is good whatever the others are.
    for one, other, height in sorted(_joins(likely), key=lambda join: -join[2]):
        if height < cut:
            break
        joined = members[one] if members[one] is members[other] else members[one] + members[other]
        for i in joined:
            members[i] = joined
    return sorted(sorted(group) for group in {id(group): group for group in members.values()}.values())


def _joins(likely: Floats) -> list[tuple[int, int, float]]:
    """All joins of average linkage, each as an item of either cluster and how alike these were: O(N^2).

    Nearest-neighbour chain (Murtagh 1983): two clusters that are each other's nearest can be joined at once.
    """
    link = likely.astype(float).copy()
    np.fill_diagonal(link, -np.inf)
    size = np.ones(len(link))
    left = set(range(len(link)))
    chain: list[int] = []
    joins: list[tuple[int, int, float]] = []
    while len(left) > 1:
        if not chain:
            chain.append(min(left))
        here = chain[-1]
        before = chain[-2] if len(chain) > 1 else -1
        nearest = int(np.argmax(link[here]))
        if before >= 0 and link[here, before] >= link[here, nearest]:
            nearest = before
        if nearest != before:
            chain.append(nearest)
            continue
        chain = chain[:-2]
        kept, gone = sorted((here, nearest))
        joins.append((kept, gone, float(link[kept, gone])))
        joined = (link[kept] * size[kept] + link[gone] * size[gone]) / (size[kept] + size[gone])
        link[kept], link[:, kept] = joined, joined
        link[kept, kept] = -np.inf
        link[gone], link[:, gone] = -np.inf, -np.inf
        size[kept] += size[gone]
        left.discard(gone)
    return joins
