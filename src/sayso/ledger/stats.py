"""How much there is of everything."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.ledger import schema
from sayso.ledger.dropped import kept_of_many
from sayso.ledger.records import Stats


def stats(connection: Connection) -> Stats:
    """Count what lies in the ledger; statements are those that count: not superseded, and not left out."""
    live = schema.readings.c.superseded_at.is_(None)
    versions, documents = schema.versions.c, schema.documents.c
    first, last = connection.execute(select(func.min(versions.at), func.max(versions.at))).one()
    return Stats(
        articles=_count(connection, schema.articles),
        versions=_count(connection, schema.versions),
        outlets=int(connection.execute(select(func.count(versions.outlet.distinct()))).scalar() or 0),
        documents=_count(connection, schema.documents),
        bytes=int(connection.execute(select(func.sum(documents.size))).scalar() or 0),
        first=first,
        last=last,
        readings=_by(connection, schema.readings.c.model, [schema.readings], live),
        superseded=_count(connection, schema.readings, ~live),
        speakers=_by(connection, schema.speakers.c.kind, [schema.speakers]),
        merged=_count(connection, schema.merges, schema.merges.c.live),
        acts=_by(connection, schema.statements.c.act, [schema.statements, schema.readings], live, kept_of_many()),
        forms=_by(connection, schema.statements.c.form, [schema.statements, schema.readings], live, kept_of_many()),
        decisions=_count(connection, schema.decisions),
    )


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar() or 0)


def _by(connection: Connection, column: Any, tables: Iterable[Table], *where: ColumnElement[bool]) -> dict[str, int]:
    first, *others = tables
    joined: Any = first
    for other in others:
        joined = joined.join(other, other.c.id == first.c.reading_id)
    counted = select(column, func.count()).select_from(joined).where(*where).group_by(column)
    rows = connection.execute(counted.order_by(func.count().desc(), column))
    return {str(value): int(count) for value, count in rows}
