"""Matters that a person makes one, so that what is said in them can be one claim, and that come apart again."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select, update

from sayso.ledger import matters, schema
from sayso.ledger.insert import inserted

_places = schema.places.c

UNITED = 300
"""Articles that a matter may have when a person makes it of several: twice what it grows to by itself."""


def unite(connection: Connection, statements: Iterable[str]) -> None:
    """Make one matter of those that hold `statements`, when they are several and none too large for that."""
    keys = _versions_of(statements)
    if len(_sizes(connection, keys)) > 1:
        matters.join(connection, keys, UNITED)


def _sizes(connection: Connection, keys: Iterable[str]) -> dict[int, int]:
    """How many articles each matter has that holds one of the versions `keys`."""
    versions = schema.versions.c
    held = select(_places.matter_id).join(schema.versions, versions.id == _places.version_id)
    counted = select(_places.matter_id, func.count()).where(_places.matter_id.in_(held.where(versions.key.in_(keys))))
    return {row[0]: row[1] for row in connection.execute(counted.group_by(_places.matter_id))}


def size(connection: Connection, statements: Iterable[str]) -> int:
    """How many articles the matters have together that hold these statements."""
    return sum(_sizes(connection, _versions_of(statements)).values())


def part(connection: Connection, keys: Sequence[str]) -> None:
    """Make a matter of their own of the versions `keys`."""
    matter = inserted(connection, schema.matters, stale=True)
    versions = select(schema.versions.c.id).where(schema.versions.c.key.in_(keys))
    connection.execute(update(schema.places).where(_places.version_id.in_(versions)).values(matter_id=matter))


def _versions_of(statements: Iterable[str]) -> list[str]:
    return sorted({statement.rpartition(":")[0] for statement in statements})
