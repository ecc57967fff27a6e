"""Which side statements take, looked up by statement."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.records import Claim, Position

Sides = dict[str, list[tuple[str, Position]]]
"""The claims, by id, and the positions that each statement takes."""


def sides(claims: Iterable[Claim]) -> Sides:
    """The positions of `claims` by statement."""
    found: Sides = defaultdict(list)
    for claim in claims:
        for position in claim.positions:
            found[position.statement].append((claim.id, position))
    return found
