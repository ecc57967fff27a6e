"""Links the speakers of a new reading to those of the ledger. `same` decides; here it is looked up and written down."""

import json
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from sayso.ledger import dialect, same, schema
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.ledger.names import key, sound
from sayso.ledger.portrait import Portrait
from sayso.ledger.speakers import merged, root
from sayso.records import Kind, Speaker
from sayso.text.gender import Gender

_WORD = re.compile(r"[^\W_]+")
_LONGEST_SLUG = 60
_CANDIDATES = 12
_RECENT = 6
"""Appearances of a known speaker that are looked at: the latest."""


def link(
    connection: Connection, article_id: int, people: Sequence[tuple[int, Speaker, Portrait, Sequence[str]]]
) -> None:
    """Link each appearance of a new reading to its speaker, who is made when there is none yet.

    `people` are the appearances' rows, speakers, portraits, and digests of what is quoted from them. Two speakers of
    one reading stay two.
    """
    into, taken = merged(connection), set[int]()
    here = _in_article(connection, article_id)
    for appearance_id, speaker, portrait, quoted in people:
        found, others = None, [other for number, _, other, _ in people if number != appearance_id]
        for candidates in _candidates(connection, here, portrait, quoted, into):
            found = same.choose(portrait, [one for one in candidates if one.group not in taken], others)
            if found:
                break
        number, reason = found or (new_speaker(connection, speaker), "first appearance")
        taken.add(root(number, into))
        _link(connection, appearance_id, number, reason)
        if speaker.kind is not Kind.UNKNOWN:
            count_names(connection, number, speaker)


def _link(connection: Connection, appearance_id: int, number: int, reason: str) -> None:
    values = {"appearance_id": appearance_id, "speaker_id": number, "reason": reason, "linked_at": now()}
    connection.execute(insert(schema.links).values(**values, live=True))


def _candidates(
    connection: Connection, here: dict[int, set[str]], new: Portrait, quoted: Sequence[str], into: dict[int, int]
) -> Iterable[list[same.Candidate]]:
    """Who may be meant: first those of the same name or words, then those whose names only sound alike."""
    if new.kind is Kind.UNKNOWN:
        return
    told = _quoted(connection, quoted)
    names = schema.names.c
    keys = {key(name) for name in (new.name, *new.aliases)}
    by_key = select(names.speaker_id).where(names.key.in_(keys)).order_by(names.id.desc()).limit(_CANDIDATES)
    before = {number for number, called in here.items() if keys & called}
    numbers = {*connection.execute(by_key).scalars(), *told, *before}
    yield _drawn(connection, here, numbers, told, into)
    sounds = {sound(name, new.kind) for name in (new.name, *new.aliases)} - {None}
    if new.kind is Kind.UNNAMED or not sounds:
        return
    by_sound = select(names.speaker_id).where(names.sound.in_(sounds)).order_by(names.id.desc()).limit(_CANDIDATES)
    others = set(connection.execute(by_sound).scalars())
    yield _drawn(connection, here, others - numbers, told, into)


def _in_article(connection: Connection, article_id: int) -> dict[int, set[str]]:
    """The keys of the names that speakers have in other readings of the article."""
    links, appearances, readings, versions = schema.links, schema.appearances, schema.readings, schema.versions
    wanted = (
        select(links.c.speaker_id, appearances.c.name)
        .join(appearances, appearances.c.id == links.c.appearance_id)
        .join(readings, readings.c.id == appearances.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
        .where((versions.c.article_id == article_id) & links.c.live)
    )
    called: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(wanted):
        called[row.speaker_id].add(key(row.name))
    return called


def _quoted(connection: Connection, digests: Sequence[str]) -> set[int]:
    """Those from whom the same words are quoted."""
    statements, links = schema.statements.c, schema.links.c
    wanted = (
        select(links.speaker_id)
        .join(schema.statements, (statements.appearance_id == links.appearance_id) & links.live)
        .where(statements.quoted.in_(digests))
        .limit(_CANDIDATES)
    )
    return set(connection.execute(wanted).scalars()) if digests else set()


def _drawn(
    connection: Connection, here: Container[int], numbers: set[int], told: set[int], into: dict[int, int]
) -> list[same.Candidate]:
    """The known speakers as their latest appearances draw them."""
    if not numbers:
        return []
    table, names = schema.speakers, schema.names
    rows = connection.execute(select(table).where(table.c.id.in_(numbers))).all()
    called: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(names).where(names.c.speaker_id.in_(numbers)).order_by(names.c.id)):
        called[row.speaker_id].append(row)
    return [
        same.Candidate(
            row.id,
            _portrait(connection, row, called[row.id]),
            group=root(row.id, into),
            same_article=row.id in here,
            quoted=row.id in told,
        )
        for row in rows
    ]


def _portrait(connection: Connection, row: Any, names: Sequence[Any]) -> Portrait:
    recent = _recent(connection, row.id)
    drawn = [json.loads(one.roles) for one in recent]
    return Portrait(
        row.name,
        Kind(row.kind),
        names=tuple(one.name for one in names if one.uses and one.name != row.name),
        aliases=tuple(one.name for one in names if not one.uses),
        roles=frozenset(word for one in drawn for word in one["roles"]),
        proper=frozenset(word for one in drawn for word in one["proper"]),
        near=frozenset(word for one in recent for word in json.loads(one.names)),
        heard_by=row.heard_by,
        gender=next((Gender(one["gender"]) for one in drawn if one.get("gender")), None),
    )


def _recent(connection: Connection, number: int) -> Sequence[Any]:
    links, appearances, readings, versions = schema.links, schema.appearances, schema.readings, schema.versions
    wanted = (
        select(appearances.c.roles, versions.c.names)
        .select_from(links)
        .join(appearances, appearances.c.id == links.c.appearance_id)
        .join(readings, readings.c.id == appearances.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
        .where((links.c.speaker_id == number) & links.c.live)
        .order_by(links.c.appearance_id.desc())
        .limit(_RECENT)
    )
    return connection.execute(wanted).all()


def new_speaker(connection: Connection, speaker: Speaker) -> int:
    """Make a speaker, under the first free id that its name gives."""
    table = schema.speakers
    slug = "-".join(_WORD.findall(speaker.name.casefold()))[:_LONGEST_SLUG].strip("-") or "speaker"
    last = connection.execute(select(func.max(table.c.number)).where(table.c.slug == slug)).scalar() or 0
    values = {"name": speaker.name, "kind": speaker.kind.value, "heard_by": speaker.heard_by, "added_at": now()}
    return inserted(connection, table, slug=slug, number=last + 1, **values)


def count_names(connection: Connection, number: int, speaker: Speaker) -> None:
    """Put the names of an appearance into the index of names."""
    table = schema.names
    for name in dict.fromkeys((speaker.name, *speaker.aliases)):
        uses = int(name == speaker.name)
        here = (table.c.speaker_id == number) & (table.c.name == name)
        counted = connection.execute(table.update().where(here).values(uses=table.c.uses + uses))
        if not counted.rowcount:
            values = {"name": name, "key": key(name), "sound": sound(name, speaker.kind), "uses": uses}
            dialect.index_name(connection, inserted(connection, table, speaker_id=number, **values), name)
