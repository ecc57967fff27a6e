"""Speakers across articles: which appearance is whose. `same` decides; here it is looked up and written down."""

import re

from sqlalchemy import Connection, func, insert, select

from sayso.ledger import same, schema
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.records import Kind, Reading, Speaker

_NAMELESS = frozenset({Kind.UNNAMED, Kind.UNKNOWN})
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
        if speaker.kind is not Kind.UNKNOWN:
            _count_names(connection, speaker_id, speaker)


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
        connection,
        table,
        slug=slug,
        number=last + 1,
        name=speaker.name,
        kind=speaker.kind.value,
        heard_by=speaker.heard_by,
        added_at=now(),
    )


def _count_names(connection: Connection, speaker_id: int, speaker: Speaker) -> None:
    table = schema.names
    for name in dict.fromkeys((speaker.name, *speaker.aliases)):
        uses = int(name == speaker.name)
        here = (table.c.speaker_id == speaker_id) & (table.c.name == name)
        counted = connection.execute(table.update().where(here).values(uses=table.c.uses + uses))
        if not counted.rowcount:
            connection.execute(insert(table).values(speaker_id=speaker_id, name=name, key=same.key(name), uses=uses))
