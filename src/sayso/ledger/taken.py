"""Claims by the words of a text that may take them up, and what a model saw in the statements behind them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from sayso.ledger import claims as stored
from sayso.ledger import entries, schema
from sayso.ledger.shared import shared
from sayso.records import Claim, Entry

_claims = schema.claims.c
_places = schema.places.c
_statements = schema.statements.c
_sights = schema.sights.c
_PART = 400
_MATTERS = 3
T = TypeVar("T")


def sharing(connection: Connection, groups: Iterable[tuple[str, ...]], limit: int, most: int) -> list[Claim]:
    """At most `most` claims of the matters that a text is about: those of the matter first that most groups lead to.

    A group of words leads to the matters of the `limit` statements that have them all, and most other groups.
    """
    found = shared(connection, groups, limit)
    matter_of = _matters(connection, sorted({number for numbers in found for number in numbers}))
    votes: Counter[int] = Counter()
    for numbers in found:
        votes.update({matter_of[number] for number in numbers if number in matter_of})
    chosen = [matter for matter, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_MATTERS]]
    live = select(_claims.matter_id, _claims.data).where(_claims.live, _claims.matter_id.in_(chosen))
    rows = connection.execute(live.order_by(_claims.moved_at.desc(), _claims.key)).all()
    return [stored.of(row.data) for row in sorted(rows, key=lambda row: chosen.index(row.matter_id))][:most]


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


def points(connection: Connection, model: str, statements: Sequence[str]) -> dict[str, bytes]:
    """The vectors that `model` saw in statements, packed as they were given, by the ids of the statements."""
    wanted = (
        select(_statements.key, _sights.point)
        .join(schema.sights, _sights.statement_id == _statements.id)
        .where(_sights.model == model)
    )
    parts = (connection.execute(wanted.where(_statements.key.in_(part))) for part in _parts(statements))
    return {row.key: row.point for rows in parts for row in rows}


def _matters(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """The matter that the article of each statement is part of."""
    wanted = select(_statements.id, _places.matter_id).join(schema.places, _places.reading_id == _statements.reading_id)
    parts = (connection.execute(wanted.where(_statements.id.in_(part))) for part in _parts(numbers))
    return {row.id: row.matter_id for rows in parts for row in rows}


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[i : i + _PART] for i in range(0, len(items), _PART))
