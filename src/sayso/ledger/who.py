"""All that a speaker said."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from sayso.ledger import schema, speakers
from sayso.ledger.entries import entries, once
from sayso.ledger.records import Spoken


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


def _said(connection: Connection, numbers: set[int]) -> Sequence[int]:
    links, statements, readings, versions = schema.links.c, schema.statements, schema.readings, schema.versions
    wanted = (
        select(statements.c.id)
        .join(schema.links, (links.appearance_id == statements.c.appearance_id) & links.live)
        .join(readings, (readings.c.id == statements.c.reading_id) & readings.c.superseded_at.is_(None))
        .join(versions, versions.c.id == readings.c.version_id)
        .where(links.speaker_id.in_(numbers))
        .order_by(versions.c.at.desc(), versions.c.id.desc(), statements.c.id)
    )
    return connection.execute(wanted).scalars().all()
