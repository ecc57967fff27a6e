"""Speakers across articles, as they are known now: merged ones are one, and a name that a person gave goes first."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from sayso.ledger import dialect, schema
from sayso.ledger.names import key as key_of
from sayso.ledger.names import shown
from sayso.records import Kind, Speaker

_AT_ONCE = 500
_WORD = re.compile(r"\w+")
_MOST = 50
"""Speakers that a part of a name may stand for."""


def every(connection: Connection) -> Iterator[Speaker]:
    """All speakers, in the order in which they first appeared."""
    into, last, table = merged(connection), 0, schema.speakers
    wanted = select(table.c.id).order_by(table.c.id).limit(_AT_ONCE)
    while numbers := connection.execute(wanted.where(table.c.id > last)).scalars().all():
        yield from by_number(connection, [number for number in numbers if number not in into]).values()
        last = numbers[-1]


def by_number(connection: Connection, numbers: Iterable[int]) -> dict[int, Speaker]:
    """The speakers of rows; of one that was merged, the one it was merged into."""
    into = merged(connection)
    roots = {number: root(number, into) for number in numbers}
    table = schema.speakers
    rows = connection.execute(select(table).where(table.c.id.in_(set(roots.values())))).all()
    names, given = _names(connection, set(roots.values()), into), _given(connection)
    known = {row.id: _speaker(row, names[row.id], given.get(row.id)) for row in rows}
    return {number: known[its] for number, its in roots.items()}


def merged(connection: Connection) -> dict[int, int]:
    """Which speakers are merged into which, step by step."""
    table = schema.merges
    rows = connection.execute(select(table.c.speaker_id, table.c.into_id).where(table.c.live))
    return {row.speaker_id: row.into_id for row in rows}


def root(number: int, into: dict[int, int]) -> int:
    """The speaker that one is merged into in the end: itself, when it is not."""
    while number in into:
        number = into[number]
    return number


def members(number: int, into: dict[int, int]) -> set[int]:
    """A speaker, and all that are merged into it."""
    return {number, *(other for other in into if root(other, into) == number)}


def find(connection: Connection, name: str) -> list[int]:
    """The speakers with an id or a name; else those with all the words in a name. At most 50, without merged ones."""
    into = merged(connection)
    found = by_id(connection, name)
    if found is not None:
        return [root(found, into)]
    table, key = schema.names.c, key_of(name)
    exact = select(table.speaker_id).where(table.key == key)
    renamed = [number for number, given in _given(connection).items() if key_of(given) == key]
    numbers = [*connection.execute(exact).scalars(), *renamed]
    if not numbers and key:
        words = [or_(table.key.like(f"{word}%"), table.key.like(f"% {word}%")) for word in key.split()]
        numbers = list(connection.execute(select(table.speaker_id).where(*words).limit(_MOST)).scalars())
    return sorted({root(number, into) for number in numbers})


def by_id(connection: Connection, id: str) -> int | None:
    """The row of the speaker with the id that people see."""
    table = schema.speakers.c
    slug, _, number = id.rpartition("-")
    ways = [(table.slug == id) & (table.number == 1)]
    if number.isdecimal() and len(number) < 10:
        ways.append((table.slug == slug) & (table.number == int(number)))
    return connection.execute(select(table.id).where(or_(*ways)).order_by(table.number)).scalars().first()


def ids(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """The ids that people see, of rows."""
    table = schema.speakers
    rows = connection.execute(select(table.c.slug, table.c.number).where(table.c.id.in_(list(numbers))))
    return [_shown(row) for row in rows]


def all_of(connection: Connection, number: int) -> set[int]:
    """A speaker and all that are one with it."""
    into = merged(connection)
    return members(root(number, into), into)


def by_ids(connection: Connection, wanted: Iterable[str]) -> dict[str, Speaker]:
    """The speakers with the ids that people see; of one that was merged, the one it was merged into."""
    found = _rows(connection, wanted)
    known = by_number(connection, found.values())
    return {id: known[number] for id, number in found.items()}


def _rows(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """The rows of the speakers with the ids that people see."""
    table = schema.speakers.c
    pairs = {pair: id for id in wanted for pair in _pairs(id)}
    found: dict[str, int] = {}
    listed = sorted(pairs)
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        # Slugs and numbers apart: a list of pairs would be looked for row by row.
        fits = table.slug.in_({slug for slug, _ in part}) & table.number.in_({number for _, number in part})
        for row in connection.execute(select(table.id, table.slug, table.number).where(fits)):
            id = pairs.get((row.slug, row.number))
            # An id that ends in a number may be a whole name, too: as a name it goes first.
            if id and (row.number == 1 or id not in found):
                found[id] = row.id
    return found


def begin(connection: Connection, query: str, limit: int) -> list[Speaker]:
    """The speakers with all words of `query` in one name, the last one perhaps unfinished; the most used name first."""
    words = _WORD.findall(query)
    numbers = dialect.naming(connection, words, limit) if words else []
    known = by_number(connection, numbers)
    return list({known[number].id: known[number] for number in numbers if number in known}.values())


def _pairs(id: str) -> list[tuple[str, int]]:
    slug, _, number = id.rpartition("-")
    return [(id, 1), (slug, int(number))] if number.isdecimal() and len(number) < 10 else [(id, 1)]


def _names(connection: Connection, numbers: set[int], into: dict[int, int]) -> dict[int, list[Any]]:
    table = schema.names
    others = {number: its for number in into if (its := root(number, into)) in numbers}
    wanted = select(table).where(table.c.speaker_id.in_(numbers | set(others))).order_by(table.c.id)
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted):
        groups[others.get(row.speaker_id, row.speaker_id)].append(row)
    return groups


def _given(connection: Connection) -> dict[int, str]:
    table = schema.decisions.c
    wanted = select(table.data).where(table.kind == "rename", table.undone_by.is_(None)).order_by(table.id)
    decided = [json.loads(data) for data in connection.execute(wanted).scalars()]
    rows = _rows(connection, {one["speaker"] for one in decided})
    return {rows[one["speaker"]]: one["name"] for one in decided if one["speaker"] in rows}


def _speaker(row: Any, names: Sequence[Any], given: str | None) -> Speaker:
    kind = Kind(row.kind)
    name = given or shown(kind, [(one.name, one.uses) for one in names]) or row.name
    others = dict.fromkeys(one.name for one in names if one.name != name)
    return Speaker(_shown(row), name, kind, tuple(others), row.heard_by)


def _shown(row: Any) -> str:
    return str(row.slug) if row.number == 1 else f"{row.slug}-{row.number}"
