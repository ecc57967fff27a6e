"""Reads readings back. What is held at one time does not grow with the ledger."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger import dropped, schema, speakers
from sayso.ledger.records import Stored
from sayso.ledger.rows import article_of, speaker_of, statement_of, why_of
from sayso.records import Article, Made, Raw, Reading, Speaker
from sayso.text import addresses

_AT_ONCE = 100

_versions, _readings = schema.versions.c, schema.readings.c
_number = (
    select(func.count())
    .select_from(other := schema.versions.alias())
    .where(other.c.article_id == _versions.article_id)
    .where((other.c.at < _versions.at) | ((other.c.at == _versions.at) & (other.c.id <= _versions.id)))
    .scalar_subquery()
)
_READ = select(
    schema.versions,
    _readings.id.label("reading_id"),
    _readings.model,
    _readings.code,
    _readings.read_at,
    _number.label("number"),
).join(schema.readings, _readings.version_id == _versions.id)
LIVE = _READ.where(_readings.superseded_at.is_(None))
"""Rows for `stored`: versions with their live readings."""


def readings(connection: Connection) -> Iterator[Stored]:
    """All readings that no later one supersedes, in the order in which their versions came."""
    last = 0
    while rows := connection.execute(LIVE.where(_versions.id > last).order_by(_versions.id).limit(_AT_ONCE)).all():
        yield from stored(connection, rows)
        last = rows[-1].id


def log(connection: Connection) -> Iterator[tuple[int, Stored]]:
    """All readings there ever were with their rows, in the order in which they were added, with what was fetched."""
    last = 0
    while rows := connection.execute(_READ.where(_readings.id > last).order_by(_readings.id).limit(_AT_ONCE)).all():
        for row, one in zip(rows, stored(connection, rows, whole=True), strict=True):
            yield row.reading_id, replace(one, raw=document(connection, row.document_id))
        last = rows[-1].reading_id


def document(connection: Connection, document_id: int | None) -> Raw | None:
    """What was fetched, as it came."""
    wanted = select(schema.documents).where(schema.documents.c.id == document_id)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    headers = tuple((name, value) for name, value in json.loads(row.headers))
    return Raw(row.url, row.name, zlib.decompress(row.data), fetched=row.fetched_at, headers=headers)


def document_of(connection: Connection, key: str) -> Raw | None:
    """What the version with an id was made from, as it came."""
    return document(connection, connection.execute(select(_versions.document_id).where(_versions.key == key)).scalar())


def stored(connection: Connection, rows: Sequence[Any], *, whole: bool = False) -> list[Stored]:
    """The readings of rows of versions with their live readings; `whole` ones have what is left out elsewhere."""
    wanted = [row.reading_id for row in rows]
    appearances = _appearances(connection, wanted)
    statements = _statements(connection, wanted)
    carriers = _carriers(connection, wanted)
    known_articles = _with_addresses(connection, rows)
    known = speakers.by_number(connection, {row.speaker_id for group in appearances.values() for row in group})
    none = dropped.among(connection, [one.key for group in statements.values() for one in group])
    out = set[str]() if whole else none
    return [
        _stored(
            row,
            known_articles[row.id],
            appearances[row.reading_id],
            [(one, carriers.get(one.id, ())) for one in statements[row.reading_id] if one.key not in out],
            known,
            frozenset(one.key for one in statements[row.reading_id] if one.key in none),
        )
        for row in rows
    ]


def _stored(
    row: Any,
    article: Article,
    appearances: Sequence[Any],
    statements: Sequence[tuple[Any, Sequence[str]]],
    known: dict[int, Speaker],
    without: frozenset[str],
) -> Stored:
    whys = [why_of(statement) for statement, _ in statements]
    reading = Reading(
        article=article,
        speakers=tuple(speaker_of(appearance, article.text) for appearance in appearances),
        statements=tuple(statement_of(statement, article.text, via) for statement, via in statements),
        why=tuple(why for why in whys if why),
    )
    return Stored(
        reading,
        Made(row.model, row.code, row.read_at),
        version=row.number,
        at=row.at,
        speakers={appearance.local: known[appearance.speaker_id].id for appearance in appearances},
        dropped=without,
    )


def versions(connection: Connection, place: str, *, whole: bool = False) -> list[Stored]:
    """All versions of the article with an address or the id of a version, by their time; none when there is no such."""
    found = article_number(connection, place)
    live = _READ.where(_readings.superseded_at.is_(None), _versions.article_id == found)
    return stored(connection, connection.execute(live.order_by(_versions.at, _versions.id)).all(), whole=whole)


def article_number(connection: Connection, place: str) -> int | None:
    """The row of the article with an address or the id of a version."""
    table, reach = schema.versions, schema.addresses
    found = connection.execute(select(table.c.article_id).where(table.c.key == place)).scalar()
    if found is None:
        found = connection.execute(select(reach.c.article_id).where(reach.c.key == addresses.key(place))).scalar()
    return found


def articles(connection: Connection, version_ids: Iterable[int]) -> dict[int, Article]:
    """The articles of versions, under the ledger's ids."""
    wanted = sorted(version_ids)
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    rows = [row for part in parts for row in connection.execute(select(schema.versions).where(_versions.id.in_(part)))]
    return _with_addresses(connection, rows)


def numbers(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """Which version of its article each is, by their ids, counted from 1."""
    parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    wanted = select(_versions.key, _number.label("number"))
    return {row.key: row.number for part in parts for row in connection.execute(wanted.where(_versions.key.in_(part)))}


def _with_addresses(connection: Connection, rows: Sequence[Any]) -> dict[int, Article]:
    others: dict[int, list[str]] = {}
    for start in range(0, len(rows), _AT_ONCE):
        others |= _addresses(connection, [row.article_id for row in rows[start : start + _AT_ONCE]])
    return {
        row.id: replace(
            article_of(row),
            addresses=tuple(url for url in others[row.article_id] if addresses.key(url) != addresses.key(row.url)),
        )
        for row in rows
    }


def _addresses(connection: Connection, article_ids: Sequence[int]) -> dict[int, list[str]]:
    table = schema.addresses
    groups: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.article_id.in_(article_ids)).order_by(table.c.id)):
        groups[row.article_id].append(row.url)
    return groups


def _appearances(connection: Connection, reading_ids: Sequence[int]) -> dict[int, list[Any]]:
    table, links = schema.appearances, schema.links
    linked = (links.c.appearance_id == table.c.id) & links.c.live
    wanted = select(table, links.c.speaker_id).join(links, linked).where(table.c.reading_id.in_(reading_ids))
    return _by_reading(connection.execute(wanted.order_by(table.c.id)).all())


def _statements(connection: Connection, reading_ids: Sequence[int]) -> dict[int, list[Any]]:
    table, appearances = schema.statements, schema.appearances
    wanted = select(table, appearances.c.local).join(appearances, appearances.c.id == table.c.appearance_id)
    return _by_reading(connection.execute(wanted.where(table.c.reading_id.in_(reading_ids)).order_by(table.c.id)).all())


def _carriers(connection: Connection, reading_ids: Sequence[int]) -> dict[int, list[str]]:
    table, appearances = schema.carriers, schema.appearances
    wanted = (
        select(table.c.statement_id, appearances.c.local)
        .join(appearances, appearances.c.id == table.c.appearance_id)
        .where(appearances.c.reading_id.in_(reading_ids))
        .order_by(table.c.statement_id, table.c.place)
    )
    carriers: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(wanted):
        carriers[row.statement_id].append(row.local)
    return carriers


def _by_reading(rows: Sequence[Any]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.reading_id].append(row)
    return groups
