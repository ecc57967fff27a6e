"""Speakers across articles: which appearance is whose. `same` decides; here it is looked up and written down."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from sayso.ledger import same, schema
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.ledger.records import Known
from sayso.records import Kind, Reading, Speaker

_NAMELESS = frozenset({Kind.UNNAMED, Kind.UNKNOWN})
_AT_ONCE = 500
_WORD = re.compile(r"[^\W_]+")
_LONGEST_SLUG = 60


def link(connection: Connection, version_id: int, reading: Reading, appearances: dict[str, int]) -> None:
    """Link each appearance of a new reading to its speaker, who is made when there is none yet."""
    for speaker in reading.speakers:
        speaker_id, reason = _find(connection, version_id, speaker)
        if speaker_id is None:
            speaker_id, reason = _new(connection, speaker), "first appearance"
        connection.execute(
            insert(schema.links).values(
                appearance_id=appearances[speaker.id],
                speaker_id=speaker_id,
                reason=reason,
                linked_at=now(),
                live=True,
            )
        )
        if speaker.kind not in _NAMELESS:
            _count_names(connection, speaker_id, speaker)


def speakers(connection: Connection) -> Iterator[Known]:
    """All speakers, in the order in which they first appeared; those that were merged are one."""
    last, table = 0, schema.speakers
    into = _merged(connection)
    while rows := connection.execute(select(table).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)).all():
        names = _names(connection, [row.id for row in rows])
        for row in rows:
            if row.id not in into:
                yield _known(row, names.get(row.id, []))
        last = rows[-1].id


def ids(connection: Connection, speaker_ids: Iterable[int]) -> dict[int, str]:
    """The ids that people see, by those of the table; of a merged speaker it is that of the one it was merged into."""
    into = _merged(connection)
    roots = {speaker_id: _root(speaker_id, into) for speaker_id in speaker_ids}
    table = schema.speakers
    rows = connection.execute(
        select(table.c.id, table.c.slug, table.c.number).where(table.c.id.in_(set(roots.values())))
    )
    shown = {row.id: _shown(row) for row in rows}
    return {speaker_id: shown[root] for speaker_id, root in roots.items()}


def _find(connection: Connection, version_id: int, speaker: Speaker) -> tuple[int | None, str]:
    table, names = schema.speakers, schema.names
    if speaker.kind in _NAMELESS:
        return None, ""
    wanted = (
        select(table.c.id)
        .join(names, names.c.speaker_id == table.c.id)
        .where(names.c.key == same.key(speaker.name), table.c.kind == speaker.kind.value)
    )
    found = connection.execute(wanted).scalars().all()
    return (found[0], "same name") if len(set(found)) == 1 else (None, "")


def _new(connection: Connection, speaker: Speaker) -> int:
    table = schema.speakers
    slug = "-".join(_WORD.findall(speaker.name.casefold()))[:_LONGEST_SLUG].strip("-") or "speaker"
    last = connection.execute(select(func.max(table.c.number)).where(table.c.slug == slug)).scalar() or 0
    return inserted(
        connection, table, slug=slug, number=last + 1, name=speaker.name, kind=speaker.kind.value, added_at=now()
    )


def _count_names(connection: Connection, speaker_id: int, speaker: Speaker) -> None:
    table = schema.names
    for name in dict.fromkeys((speaker.name, *speaker.aliases)):
        uses = int(name == speaker.name)
        here = (table.c.speaker_id == speaker_id) & (table.c.name == name)
        counted = connection.execute(table.update().where(here).values(uses=table.c.uses + uses))
        if not counted.rowcount:
            connection.execute(insert(table).values(speaker_id=speaker_id, name=name, key=same.key(name), uses=uses))


def _merged(connection: Connection) -> dict[int, int]:
    table = schema.merges
    rows = connection.execute(select(table.c.speaker_id, table.c.into_id).where(table.c.live))
    return {row.speaker_id: row.into_id for row in rows}


def _root(speaker_id: int, into: dict[int, int]) -> int:
    while speaker_id in into:
        speaker_id = into[speaker_id]
    return speaker_id


def _names(connection: Connection, speaker_ids: Sequence[int]) -> dict[int, list[Any]]:
    table = schema.names
    groups: dict[int, list[Any]] = {}
    for row in connection.execute(select(table).where(table.c.speaker_id.in_(speaker_ids)).order_by(table.c.id)):
        groups.setdefault(row.speaker_id, []).append(row)
    return groups


def _known(row: Any, names: Sequence[Any]) -> Known:
    kind = Kind(row.kind)
    name = same.shown(kind, [(n.name, n.uses) for n in names]) or row.name
    return Known(_shown(row), name, kind, tuple(n.name for n in names if n.name != name))


def _shown(row: Any) -> str:
    return str(row.slug) if row.number == 1 else f"{row.slug}-{row.number}"
