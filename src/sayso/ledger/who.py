"""All that a speaker said."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from sayso.ledger import schema, speakers
from sayso.ledger.dropped import kept_of_many
from sayso.ledger.entries import entries, once
from sayso.ledger.records import AfterRow, Spoken
from sayso.records import Entry

Page = tuple[list[Entry], AfterRow | None]


def who(connection: Connection, name: str, limit: int | None = None) -> list[Spoken]:
    """Everyone whom `name` may stand for, and what each said, the newest first: all, or `limit`, shared evenly."""
    into = speakers.merged(connection)
    found = speakers.find(connection, name)
    known = speakers.by_number(connection, found)
    each = max(1, limit // max(1, len(found))) if limit else None
    said = {number: _said(connection, speakers.members(number, into)) for number in found}
    return [
        Spoken(known[number], tuple(once(entries(connection, said[number][:each]))), len(said[number]))
        for number in found
    ]


def page(connection: Connection, speaker: str, *, after: AfterRow | None = None, limit: int = 30) -> Page:
    """What the speaker with an id said, the newest first, and behind which the next page begins."""
    number = speakers.by_id(connection, speaker)
    if number is None:
        return [], None
    at, statement = schema.readings.c.at, schema.statements.c.id
    wanted = _wanted(speakers.all_of(connection, number)).add_columns(at).limit(limit + 1)
    if after:
        wanted = wanted.where(tuple_(at, statement) < after)
    rows = connection.execute(wanted.order_by(None).order_by(at.desc(), statement.desc())).all()
    shown = rows[:limit]
    following = (shown[-1].at, shown[-1].id) if len(rows) > limit else None
    return entries(connection, [row.id for row in shown]), following


def months(connection: Connection, speaker: str) -> dict[str, int]:
    """How many statements the speaker with an id has in articles of each month (`2026-03`), in order of time."""
    number = speakers.by_id(connection, speaker)
    if number is None:
        return {}
    month = func.substr(schema.readings.c.at, 1, 7)
    wanted = _wanted(speakers.all_of(connection, number)).with_only_columns(month, func.count()).order_by(None)
    rows = connection.execute(wanted.group_by(month).order_by(month))
    return {row[0]: row[1] for row in rows}


def _said(connection: Connection, numbers: set[int]) -> Sequence[int]:
    return connection.execute(_wanted(numbers)).scalars().all()


def _wanted(numbers: set[int]) -> Select[Any]:
    links, statements, readings = schema.links.c, schema.statements, schema.readings
    return (
        select(statements.c.id)
        .join(schema.links, (links.appearance_id == statements.c.appearance_id) & links.live)
        .join(readings, (readings.c.id == statements.c.reading_id) & readings.c.superseded_at.is_(None))
        .where(links.speaker_id.in_(numbers), kept_of_many())
        .order_by(readings.c.at.desc(), readings.c.version_id.desc(), statements.c.id)
    )
