"""Claims by the words of the statements that hold their positions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from sayso.ledger import claims as stored
from sayso.ledger import entries, schema
from sayso.ledger.shared import shared
from sayso.records import Claim, Entry

_claims = schema.claims.c
_PART = 400
_SPARE = 3
"""How many times as many claims are looked at as are wanted, since some no longer stand."""
T = TypeVar("T")


def sharing(connection: Connection, groups: Iterable[tuple[str, ...]], limit: int, most: int) -> list[Claim]:
    """At most `most` claims that a group of words leads to, those first to which most groups do.

    A group leads to the claims of the `limit` statements that have all its words, and those of most other groups.
    """
    found = shared(connection, groups, limit)
    holding = _holding(connection, _keys(connection, sorted({number for numbers in found for number in numbers})))
    votes: Counter[int] = Counter()
    for numbers in found:
        votes.update({claim for number in numbers for claim in holding.get(number, ())})
    chosen = [id for id, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[: most * _SPARE]]
    live = select(_claims.id, _claims.data).where(_claims.live, _claims.id.in_(chosen))
    claims = {row.id: stored.of(row.data) for row in connection.execute(live)}
    return [claims[id] for id in chosen if id in claims][:most]


def entries_of(connection: Connection, claims: Sequence[Claim], most: int) -> dict[str, list[Entry]]:
    """The statements that hold the positions of claims, the first `most` of each side, by the ids of the claims."""
    ids: dict[str, list[str]] = {}
    for claim in claims:
        sides: Counter[str] = Counter()
        for position in claim.positions:
            sides[position.stance] += 1
            if sides[position.stance] <= most:
                ids.setdefault(claim.id, []).append(position.statement)
    every = entries.by_ids(connection, list(dict.fromkeys(id for own in ids.values() for id in own)))
    known = {entry.statement.id: entry for entry in every}
    return {claim: [known[id] for id in own if id in known] for claim, own in ids.items()}


def _keys(connection: Connection, numbers: Sequence[int]) -> dict[str, int]:
    table = schema.statements.c
    return {
        row.key: row.id
        for part in _parts(numbers)
        for row in connection.execute(select(table.key, table.id).where(table.id.in_(part)))
    }


def _holding(connection: Connection, keys: Mapping[str, int]) -> dict[int, list[int]]:
    """The rows of the claims, also of some that no longer stand, in which each statement has a place."""
    # Joined with the claims, this would be looked up from their side, which is slow in a large ledger.
    holding: dict[int, list[int]] = {}
    table = schema.positions.c
    for part in _parts(list(keys)):
        for row in connection.execute(select(table.statement, table.claim_id).where(table.statement.in_(part))):
            holding.setdefault(keys[row.statement], []).append(row.claim_id)
    return holding


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[i : i + _PART] for i in range(0, len(items), _PART))
