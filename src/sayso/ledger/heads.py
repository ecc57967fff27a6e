"""Articles by what they are known by: newest first, by the words of their titles, or by ids."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, tuple_

from sayso.ledger import dialect, schema
from sayso.ledger.records import AfterRow, Head
from sayso.ledger.search import terms

_versions = schema.versions.c
_WANTED = select(
    _versions.id,
    _versions.key,
    _versions.url,
    _versions.outlet,
    _versions.title,
    _versions.published,
    _versions.at,
)
_PART = 400


def newest(
    connection: Connection, *, after: AfterRow | None = None, limit: int = 30
) -> tuple[list[Head], AfterRow | None]:
    """Versions, the newest first, and behind which the next page begins."""
    wanted = _WANTED.order_by(_versions.at.desc(), _versions.id.desc()).limit(limit + 1)
    if after:
        wanted = wanted.where(tuple_(_versions.at, _versions.id) < after)
    rows = connection.execute(wanted).all()
    shown = rows[:limit]
    following = (shown[-1].at, shown[-1].id) if len(rows) > limit else None
    return [_head(row) for row in shown], following


def by_ids(connection: Connection, keys: Sequence[str]) -> dict[str, Head]:
    """The versions with these ids."""
    parts = (keys[start : start + _PART] for start in range(0, len(keys), _PART))
    rows = (row for part in parts for row in connection.execute(_WANTED.where(_versions.key.in_(part))))
    return {row.key: _head(row) for row in rows}


def titled(connection: Connection, query: str, limit: int) -> list[Head]:
    """The versions with all words of `query` in title or outlet, the last one perhaps unfinished; newest first."""
    words = [word for term in terms(query) if term.wanted for word in term.words]
    numbers = dialect.titled(connection, words, limit) if words else []
    rows = {row.id: row for row in connection.execute(_WANTED.where(_versions.id.in_(numbers)))}
    return [_head(rows[number]) for number in numbers if number in rows]


def _head(row: Any) -> Head:
    return Head(row.key, row.url, row.outlet, row.title, row.published, row.at)
