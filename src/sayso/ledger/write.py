"""Adds readings. Everything here runs in a transaction of its caller, and only ever adds or supersedes."""

import hashlib
import json
import zlib
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from sayso.ledger import dialect, people, schema
from sayso.ledger.clock import in_utc, now
from sayso.ledger.insert import inserted
from sayso.ledger.portrait import Portrait, names_in, portrait, told
from sayso.ledger.records import Added, New
from sayso.ledger.rows import credit_rows, digest_of, note_rows, span_row, statement_row
from sayso.records import Article, Found, Raw, Reading
from sayso.text import addresses


def held(connection: Connection, article: Article) -> Added | None:
    """What adding `article` would come to, when its text has been read before; otherwise None."""
    article_id = _article_at(connection, article)
    version = None if article_id is None else _version_of(connection, article_id, article.text)
    if version is None or _live_reading(connection, version.id) is None:
        return None
    return Added(version.key, article.url, New.NOTHING, 0)


def held_raw(connection: Connection, raw: Raw) -> Added | None:
    """What adding what was found at `raw` would come to, when these very bytes were read from there before."""
    documents, versions = schema.documents.c, schema.versions.c
    wanted = select(versions.id, versions.key, versions.url).join(
        schema.documents, documents.id == versions.document_id
    )
    digest = _sha256(f"{raw.url}\0{_sha256(raw.data)}".encode())
    row = connection.execute(wanted.where(documents.digest == digest)).first()
    if row is None or _live_reading(connection, row.id) is None:
        return None
    return Added(row.key, row.url, New.NOTHING, 0)


def has_text(connection: Connection, url: str, text: str) -> bool:
    """Tell whether the article at `url` has a version with this very text."""
    table = schema.addresses
    known = connection.execute(select(table.c.article_id).where(table.c.key == addresses.key(url))).scalar()
    return known is not None and _version_of(connection, known, text) is not None


def add(connection: Connection, found: Found) -> Added:
    """Add `found`, or what of it is new."""
    article = found.reading.article
    article_id = _article_at(connection, article)
    new = New.ARTICLE if article_id is None else New.VERSION
    if article_id is None:
        article_id = inserted(connection, schema.articles, url=article.url, added_at=now())
    _add_addresses(connection, article_id, article)
    version = _version_of(connection, article_id, article.text)
    if version is None:
        key = _free_key(connection, article)
        version_id = _add_version(connection, article_id, key, article, found.raw)
    else:
        new, key, version_id = New.READING, version.key, version.id
        live = _live_reading(connection, version_id)
        if live is not None and (live.model, live.code) == (found.made.model, found.made.code):
            return Added(key, article.url, New.NOTHING, 0)
    _add_reading(connection, article_id, version_id, key, found)
    return Added(key, article.url, new, len(found.reading.statements))


def _article_at(connection: Connection, article: Article) -> int | None:
    keys = [addresses.key(url) for url in (article.url, *article.addresses)]
    table = schema.addresses
    found = connection.execute(select(table.c.key, table.c.article_id).where(table.c.key.in_(keys)))
    known = {row.key: row.article_id for row in found}
    # Its own address says more than those that are said to lead to it.
    return next((int(known[key]) for key in keys if key in known), None)


def _add_addresses(connection: Connection, article_id: int, article: Article) -> None:
    urls: dict[str, str] = {}
    for url in (article.url, *article.addresses):
        urls.setdefault(addresses.key(url), url)
    table = schema.addresses
    known = set(connection.execute(select(table.c.key).where(table.c.key.in_(list(urls)))).scalars())
    for key, url in urls.items():
        if key not in known:
            inserted(connection, table, key=key, url=url, article_id=article_id, added_at=now())


def _version_of(connection: Connection, article_id: int, text: str) -> Any:
    table = schema.versions
    wanted = (table.c.article_id == article_id) & (table.c.sha256 == _sha256(text.encode()))
    return connection.execute(select(table.c.id, table.c.key).where(wanted)).first()


def _live_reading(connection: Connection, version_id: int) -> Any:
    table = schema.readings
    live = (table.c.version_id == version_id) & table.c.superseded_at.is_(None)
    return connection.execute(select(table.c.id, table.c.model, table.c.code).where(live)).first()


def _free_key(connection: Connection, article: Article) -> str:
    """The id of a new version: the one that the input gives, unless another version has it."""
    table = schema.versions
    taken = connection.execute(select(table.c.id).where(table.c.key == article.id)).first()
    return article.id if taken is None else other_id(article)


def other_id(article: Article) -> str:
    """The id of a version where the one that its input gives is another's."""
    digest = _sha256("\0".join((addresses.key(article.url), article.text)).encode())
    return f"{article.id}-{digest[:12]}"


def _add_version(connection: Connection, article_id: int, key: str, article: Article, raw: Raw | None) -> int:
    fetched = (raw.fetched if raw else None) or now()
    given = article.updated or article.published
    number = inserted(
        connection,
        schema.versions,
        key=key,
        article_id=article_id,
        document_id=_document(connection, raw, fetched) if raw else None,
        text=article.text,
        sha256=_sha256(article.text.encode()),
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        published=article.published,
        updated=article.updated,
        language=article.language,
        credits=credit_rows(article.credits),
        notes=note_rows(article.notes),
        names=json.dumps(sorted(names_in(article.text)), ensure_ascii=False),
        at=in_utc(given or fetched),
        added_at=now(),
    )
    dialect.index_title(connection, number, article.title, article.outlet)
    return number


def _document(connection: Connection, raw: Raw, fetched: str) -> int:
    sha256 = _sha256(raw.data)
    digest = _sha256(f"{raw.url}\0{sha256}".encode())
    table = schema.documents
    known = connection.execute(select(table.c.id).where(table.c.digest == digest)).scalar()
    if known is not None:
        return int(known)
    return inserted(
        connection,
        table,
        digest=digest,
        url=raw.url,
        name=raw.name,
        fetched_at=fetched,
        headers=json.dumps(raw.headers, ensure_ascii=False),
        sha256=sha256,
        size=len(raw.data),
        data=zlib.compress(raw.data),
    )


def _add_reading(connection: Connection, article_id: int, version_id: int, key: str, found: Found) -> None:
    table = schema.readings
    live = (table.c.version_id == version_id) & table.c.superseded_at.is_(None)
    connection.execute(update(table).where(live).values(superseded_at=now()))
    made, reading = found.made, found.reading
    read_at = made.at or now()
    at = connection.execute(select(schema.versions.c.at).where(schema.versions.c.id == version_id)).scalar()
    reading_id = inserted(
        connection, table, version_id=version_id, model=made.model, code=made.code, read_at=read_at, at=at
    )
    near = names_in(reading.article.text)
    portraits = {speaker.id: portrait(speaker, reading.article.text, near) for speaker in reading.speakers}
    appearances = _add_appearances(connection, reading_id, reading, portraits)
    quoted: dict[str, list[str]] = {speaker.id: [] for speaker in reading.speakers}
    for statement in reading.statements:
        if digest := digest_of(statement):
            quoted[statement.speaker].append(digest)
    people.link(
        connection,
        article_id,
        [(appearances[one.id], one, portraits[one.id], quoted[one.id]) for one in reading.speakers],
    )
    _add_statements(connection, reading_id, key, reading, appearances)


def _add_appearances(
    connection: Connection, reading_id: int, reading: Reading, portraits: dict[str, Portrait]
) -> dict[str, int]:
    return {
        speaker.id: inserted(
            connection,
            schema.appearances,
            reading_id=reading_id,
            local=speaker.id,
            name=speaker.name,
            kind=speaker.kind.value,
            aliases=json.dumps(speaker.aliases, ensure_ascii=False),
            roles=json.dumps(told(portraits[speaker.id]), ensure_ascii=False),
            heard_by=speaker.heard_by,
            anonymity=speaker.anonymity and json.dumps(span_row(speaker.anonymity)),
        )
        for speaker in reading.speakers
    }


def _add_statements(
    connection: Connection, reading_id: int, key: str, reading: Reading, appearances: dict[str, int]
) -> None:
    first = (connection.execute(select(func.max(schema.statements.c.id))).scalar() or 0) + 1
    keys: set[str] = set()
    rows: list[dict[str, Any]] = []
    for number, statement in enumerate(reading.statements):
        why = reading.why[number] if reading.why else None
        row = statement_row(statement, why)
        row |= {"id": first + number, "reading_id": reading_id, "appearance_id": appearances[statement.speaker]}
        rows.append(row | {"key": _unused(f"{key}:{statement.content[0].start}-{statement.content[-1].end}", keys)})
    if not rows:
        return
    connection.execute(insert(schema.statements), rows)
    dialect.index_words(connection, rows)
    carriers = [
        {"statement_id": first + number, "place": place, "appearance_id": appearances[carrier]}
        for number, statement in enumerate(reading.statements)
        for place, carrier in enumerate(statement.via)
    ]
    if carriers:
        connection.execute(insert(schema.carriers), carriers)


def _unused(key: str, used: set[str]) -> str:
    """The `key`, or with a number behind it where two statements have the same content."""
    chosen, number = key, 1
    while chosen in used:
        number += 1
        chosen = f"{key}.{number}"
    used.add(chosen)
    return chosen


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
