"""Statements of any articles, each with its article, its speaker and its carriers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from sayso.ledger import schema, speakers
from sayso.ledger.dropped import kept
from sayso.ledger.read import articles
from sayso.ledger.rows import statement_of
from sayso.records import Article, Entry, Speaker
from sayso.text import addresses

_AT_ONCE = 500
T = TypeVar("T")


def entries(connection: Connection, numbers: Sequence[int]) -> list[Entry]:
    """The statements of rows, in the order given, without what people decided is none."""
    rows = {row.id: row for row in _rows(connection, numbers)}
    carriers = _carriers(connection, numbers)
    known_articles = articles(connection, {row.version_id for row in rows.values()})
    linked = {row.speaker_id for row in rows.values()} | {one for group in carriers.values() for one, _ in group}
    known = speakers.by_number(connection, linked)
    return [
        _entry(rows[number], known_articles[rows[number].version_id], carriers[number], known)
        for number in numbers
        if number in rows
    ]


def by_ids(connection: Connection, ids: Sequence[str]) -> list[Entry]:
    """The statements with these ids, in the order given, of readings that no later one supersedes."""
    table, readings = schema.statements.c, schema.readings.c
    live = select(table.id, table.key).join(schema.readings, readings.id == table.reading_id)
    live = live.where(readings.superseded_at.is_(None))
    found = {row.key: row.id for part in _parts(ids) for row in connection.execute(live.where(table.key.in_(part)))}
    return entries(connection, [found[id] for id in ids if id in found])


def once(found: Iterable[Entry]) -> list[Entry]:
    """Leave out what another version of the same article says in the same words: the first that comes counts."""
    kept: dict[tuple[str, ...], Entry] = {}
    for entry in found:
        said = (addresses.key(entry.article.url), entry.speaker.id, *(piece.text for piece in entry.statement.content))
        kept.setdefault(said, entry)
    return list(kept.values())


def _entry(row: Any, article: Article, carriers: Sequence[tuple[int, str]], known: dict[int, Speaker]) -> Entry:
    return Entry(
        statement=statement_of(row, article.text, [local for _, local in carriers]),
        article=article,
        speaker=known[row.speaker_id],
        via=tuple(known[number] for number, _ in carriers),
    )


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Any]:
    table, appearances, links, readings = schema.statements, schema.appearances, schema.links, schema.readings
    wanted = (
        select(table, appearances.c.local, links.c.speaker_id, readings.c.version_id)
        .join(appearances, appearances.c.id == table.c.appearance_id)
        .join(links, (links.c.appearance_id == appearances.c.id) & links.c.live)
        .join(readings, readings.c.id == table.c.reading_id)
        .where(kept())
    )
    return [row for part in _parts(numbers) for row in connection.execute(wanted.where(table.c.id.in_(part)))]


def _carriers(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    table, appearances, links = schema.carriers, schema.appearances, schema.links
    wanted = (
        select(table.c.statement_id, links.c.speaker_id, appearances.c.local)
        .join(appearances, appearances.c.id == table.c.appearance_id)
        .join(links, (links.c.appearance_id == table.c.appearance_id) & links.c.live)
        .order_by(table.c.statement_id, table.c.place)
    )
    groups: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for part in _parts(numbers):
        for row in connection.execute(wanted.where(table.c.statement_id.in_(part))):
            groups[row.statement_id].append((row.speaker_id, row.local))
    return groups


def _parts(values: Sequence[T]) -> list[Sequence[T]]:
    return [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]
