"""Claims by the words of the statements that hold their positions."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from sayso.ledger import board, dialect, entries, schema
from sayso.records import Claim, Entry

_PART = 400


def sharing(connection: Connection, groups: Iterable[tuple[str, ...]], limit: int, most: int) -> list[Claim]:
    """At most `most` claims that a group of words leads to, those first to which most groups do.

    A group leads to the claims of the `limit` statements that have all its words and fit best.
    """
    found = [dialect.matching(connection, [(w, True) for w in group], limit) for group in dict.fromkeys(groups)]
    keys = _keys(connection, sorted({number for numbers in found for number in numbers}))
    holding = board.holding(connection, list(keys.values()))
    votes: Counter[str] = Counter()
    for numbers in found:
        votes.update({claim for number in numbers if number in keys for claim in holding.get(keys[number], ())})
    chosen = [key for key, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:most]]
    claims = board.by_ids(connection, chosen)
    return [claims[key] for key in chosen if key in claims]


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


def _keys(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    table = schema.statements.c
    parts = (numbers[i : i + _PART] for i in range(0, len(numbers), _PART))
    return {
        row.id: row.key
        for part in parts
        for row in connection.execute(select(table.id, table.key).where(table.id.in_(part)))
    }
