"""The board: claims page by page, what moved last first."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, exists, func, select, text, tuple_

from sayso.ledger import schema, speakers
from sayso.ledger.claims import of
from sayso.ledger.records import AfterRow
from sayso.records import Claim, Stance, Status

_claims, _positions = schema.claims.c, schema.positions.c
_PART = 400
_STANDS = text("claims.live")
"""For claims that are looked up: in these words SQLite does not take it for the best way to find them."""


def page(
    connection: Connection,
    *,
    status: str | None = None,
    speaker: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    after: AfterRow | None = None,
    limit: int = 30,
) -> tuple[list[Claim], AfterRow | None]:
    """At most `limit` claims that fit, the one that moved last first, and behind which the next page begins."""
    if speaker or outlet:
        wanted, moved, number = _holding(connection, speaker, outlet), _positions.moved_at, _positions.claim_id
        if status:
            wanted = wanted.where(exists().where(_claims.id == number, _claims.status == status))
    else:
        wanted, moved, number = select(_claims.moved_at, _claims.id).where(_claims.live), _claims.moved_at, _claims.id
        if status:
            wanted = wanted.where(_claims.status == status)
    if since:
        wanted = wanted.where(moved >= since)
    if after:
        wanted = wanted.where(tuple_(moved, number) < after)
    rows = connection.execute(wanted.order_by(moved.desc(), number.desc()).limit(limit + 1)).all()
    shown = [(row[0], row[1]) for row in rows[:limit]]
    return _in_order(connection, [number for _, number in shown]), shown[-1] if len(rows) > limit else None


def counts(connection: Connection) -> dict[Status, int]:
    """How many claims stand so, of each status."""
    rows = connection.execute(select(_claims.status, func.count()).where(_claims.live).group_by(_claims.status))
    return {Status(status): count for status, count in rows}


def carried(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """In how many outlets each claim is affirmed, by their ids."""
    wanted = (
        select(_claims.key, func.count(_positions.outlet.distinct()))
        .join(schema.positions, _positions.claim_id == _claims.id)
        .where(_claims.key.in_(keys), _positions.stance == Stance.AFFIRMS.value)
        .group_by(_claims.key)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}


def holding(connection: Connection, statements: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the claims in which each statement has a place."""
    found: dict[str, list[str]] = defaultdict(list)
    for start in range(0, len(statements), _PART):
        wanted = (
            select(_positions.statement, _claims.key)
            .join(schema.claims, _claims.id == _positions.claim_id)
            .where(_positions.statement.in_(statements[start : start + _PART]), _STANDS)
        )
        for statement, key in connection.execute(wanted):
            found[statement].append(key)
    return found


def by_ids(connection: Connection, keys: Sequence[str]) -> dict[str, Claim]:
    """The claims with these ids that stand."""
    rows = connection.execute(select(_claims.key, _claims.data).where(_claims.key.in_(keys), _STANDS))
    return {row.key: of(row.data) for row in rows}


def beside(connection: Connection, key: str) -> list[Claim]:
    """The claims of the same matter as the one with this id, and that one: what moved last first."""
    matter = select(_claims.matter_id).where(_claims.key == key).scalar_subquery()
    wanted = select(_claims.data).where(_claims.matter_id == matter, _STANDS)
    return [of(data) for data in connection.execute(wanted.order_by(_claims.moved_at.desc(), _claims.key)).scalars()]


def outlets(connection: Connection, most: int = 300) -> list[str]:
    """The outlets in which positions stand, in order of the alphabet."""
    found: list[str] = []
    first = select(func.min(_positions.outlet))
    last = connection.execute(first).scalar()
    # One step through the index an outlet: there are few of them, and many positions.
    while last is not None and len(found) < most:
        found.append(last)
        last = connection.execute(first.where(_positions.outlet > last)).scalar()
    return found


def _holding(connection: Connection, speaker: str | None, outlet: str | None) -> Any:
    """The claims that stand in which a speaker, an outlet, or both have positions: found without the rows of claims."""
    wanted = select(_positions.moved_at, _positions.claim_id).distinct().where(_positions.moved_at.is_not(None))
    if not speaker:
        return wanted.where(_positions.outlet == outlet)
    wanted = wanted.where(_positions.speaker.in_(_ids(connection, speaker)))
    if not outlet:
        return wanted
    other = schema.positions.alias()
    return wanted.where(exists().where(other.c.outlet == outlet, other.c.claim_id == _positions.claim_id))


def _in_order(connection: Connection, numbers: Sequence[int]) -> list[Claim]:
    rows = connection.execute(select(_claims.id, _claims.data).where(_claims.id.in_(numbers)))
    data = {row.id: row.data for row in rows}
    return [of(data[number]) for number in numbers]


def _ids(connection: Connection, speaker: str) -> list[str]:
    """The ids of a speaker and of all that were merged into it."""
    number = speakers.by_id(connection, speaker)
    return [speaker] if number is None else speakers.ids(connection, speakers.all_of(connection, number))
