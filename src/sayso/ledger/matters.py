"""Where articles lie among each other: their places, the matters they make, and what a model saw in each statement."""

import json
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.ledger import read, schema
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.ledger.records import Located, Sight, Stored

_places, _readings = schema.places.c, schema.readings.c
_LOCATED = select(schema.places, schema.versions.c.key, schema.versions.c.article_id, schema.versions.c.names).join(
    schema.versions, schema.versions.c.id == _places.version_id
)


def unplaced(connection: Connection, at_once: int = 100) -> list[Stored]:
    """Whole live readings that have no place yet, oldest first."""
    unplaced = _readings.superseded_at.is_(None) & _readings.placed_at.is_(None)
    rows = connection.execute(select(_readings.version_id).where(unplaced).order_by(_readings.id).limit(at_once))
    return _stored(connection, [row.version_id for row in rows], whole=True)


def located(connection: Connection, months: Sequence[str], behind: int) -> Iterator[Located]:
    """The places of these months that were added behind the one with id `behind`."""
    yield from _located(connection, _LOCATED.where(_places.month.in_(months), _places.id > behind))


def places(connection: Connection, matter: int) -> Iterator[Located]:
    """The places of a matter."""
    yield from _located(connection, _LOCATED.where(_places.matter_id == matter))


def _located(connection: Connection, wanted: Any) -> Iterator[Located]:
    for row in connection.execute(wanted.order_by(_places.id)):
        yield Located(
            row.id,
            row.key,
            str(row.article_id),
            row.at,
            row.month,
            row.point,
            tuple(map(intern, json.loads(row.names))),
        )


def add_place(connection: Connection, stored: Stored, at: str | None, month: str, vector: bytes) -> None:
    """Give a reading its place, in a matter of its own; the place of an earlier reading of that text is gone."""
    row = connection.execute(
        select(schema.versions.c.id, _readings.id.label("reading_id"))
        .join(schema.readings, _readings.version_id == schema.versions.c.id)
        .where(schema.versions.c.key == stored.reading.article.id, _readings.superseded_at.is_(None))
    ).one()
    connection.execute(delete(schema.places).where(_places.version_id == row.id))
    matter = inserted(connection, schema.matters, stale=True)
    inserted(
        connection, schema.places, version_id=row.id, reading_id=row.reading_id, matter_id=matter, month=month, at=at,
        point=vector,
    )  # fmt: skip
    connection.execute(update(schema.readings).where(_readings.id == row.reading_id).values(placed_at=now()))


def article_of(connection: Connection, key: str) -> str:
    """What tells whether two versions are of one article."""
    return str(connection.execute(select(schema.versions.c.article_id).where(schema.versions.c.key == key)).scalar())


def versions(connection: Connection, key: str) -> list[str]:
    """All versions of the article that this is a version of."""
    article = select(schema.versions.c.article_id).where(schema.versions.c.key == key).scalar_subquery()
    return list(
        connection.execute(select(schema.versions.c.key).where(schema.versions.c.article_id == article)).scalars()
    )


def join(connection: Connection, keys: Iterable[str], limit: int) -> None:
    """Make one matter of those that hold the versions `keys`, first of all the first; none grows beyond `limit`."""
    found = {
        row.key: row.matter_id
        for row in connection.execute(
            select(schema.versions.c.key, _places.matter_id)
            .join(schema.places, _places.version_id == schema.versions.c.id)
            .where(schema.versions.c.key.in_(list(keys)))
        )
    }
    matters = sorted(set(found.values()))
    if not matters:
        return
    counted = select(_places.matter_id, func.count().label("size")).where(_places.matter_id.in_(matters))
    sizes = {row.matter_id: row.size for row in connection.execute(counted.group_by(_places.matter_id))}
    into, total = matters[0], sizes[matters[0]]
    for matter in matters[1:]:
        if total + sizes[matter] <= limit:
            total += sizes[matter]
            connection.execute(update(schema.places).where(_places.matter_id == matter).values(matter_id=into))
            claims = schema.claims
            connection.execute(update(claims).where(claims.c.matter_id == matter).values(matter_id=into))
            connection.execute(update(schema.matters).where(schema.matters.c.id == matter).values(stale=False))
    connection.execute(update(schema.matters).where(schema.matters.c.id == into).values(stale=True))


def stale(connection: Connection) -> list[int]:
    """The matters whose claims are not up to date."""
    return list(connection.execute(select(schema.matters.c.id).where(schema.matters.c.stale)).scalars())


def settled(connection: Connection, matter: int) -> None:
    """The claims of a matter are up to date."""
    connection.execute(update(schema.matters).where(schema.matters.c.id == matter).values(stale=False))


def disturb(connection: Connection, statements: Sequence[str]) -> None:
    """The claims of the matters that hold these statements are up to date no more."""
    matters = (
        select(_places.matter_id)
        .join(schema.statements, schema.statements.c.reading_id == _places.reading_id)
        .where(schema.statements.c.key.in_(statements))
    )
    connection.execute(update(schema.matters).where(schema.matters.c.id.in_(matters)).values(stale=True))


def disturb_speakers(connection: Connection, numbers: Iterable[int]) -> None:
    """The claims of the matters in which these speakers appear are up to date no more."""
    appearances, links = schema.appearances.c, schema.links
    found = (
        select(_places.matter_id)
        .join(schema.appearances, appearances.reading_id == _places.reading_id)
        .join(links, (links.c.appearance_id == appearances.id) & links.c.live)
        .where(links.c.speaker_id.in_(list(numbers)))
    )
    connection.execute(update(schema.matters).where(schema.matters.c.id.in_(found)).values(stale=True))


def contents(connection: Connection, matter: int) -> list[Stored]:
    """The readings of a matter."""
    rows = connection.execute(
        select(_places.version_id).where(_places.matter_id == matter).order_by(_places.version_id)
    )
    return _stored(connection, [row.version_id for row in rows])


def behind(connection: Connection, claim: str) -> list[Stored]:
    """The readings of the matter that a claim is part of."""
    matter = connection.execute(select(schema.claims.c.matter_id).where(schema.claims.c.key == claim)).scalar()
    return contents(connection, matter) if matter is not None else []


def _stored(connection: Connection, version_ids: Sequence[int], *, whole: bool = False) -> list[Stored]:
    wanted = read.LIVE.where(schema.versions.c.id.in_(version_ids)).order_by(schema.versions.c.id)
    return read.stored(connection, connection.execute(wanted).all(), whole=whole)


def add_sights(connection: Connection, model: str, sights: Sequence[Sight]) -> None:
    """Keep what `model` saw in statements."""
    table, statements = schema.sights, schema.statements.c
    wanted = select(statements.key, statements.id).join(schema.readings, _readings.id == statements.reading_id)
    keys = [sight.statement for sight in sights]
    live = wanted.where(_readings.superseded_at.is_(None), statements.key.in_(keys))
    ids = {row.key: row.id for row in connection.execute(live)}
    known = set(
        connection.execute(
            select(table.c.statement_id).where(table.c.statement_id.in_(ids.values()), table.c.model == model)
        ).scalars()
    )
    rows = [
        {"statement_id": ids[s.statement], "model": model, "point": s.vector, "positions": s.positions}
        for s in sights
        if ids[s.statement] not in known
    ]
    if rows:
        connection.execute(insert(table), rows)


def sights(connection: Connection, model: str, matter: int) -> dict[str, Sight]:
    """What `model` saw in the statements of a matter, by statement."""
    table, statements = schema.sights, schema.statements
    wanted = (
        select(statements.c.key, table.c.point, table.c.positions)
        .join(statements, statements.c.id == table.c.statement_id)
        .join(schema.places, _places.reading_id == statements.c.reading_id)
        .where(_places.matter_id == matter, table.c.model == model)
    )
    return {row.key: Sight(row.key, row.point, row.positions) for row in connection.execute(wanted)}


def forget(connection: Connection) -> None:
    """Forget all places and matters; every claim is kept, but none is live any more."""
    connection.execute(update(schema.claims).values(live=False))
    connection.execute(update(schema.positions).values(moved_at=None))
    connection.execute(delete(schema.places))
    connection.execute(update(schema.readings).values(placed_at=None))
    connection.execute(update(schema.matters).values(stale=False))
