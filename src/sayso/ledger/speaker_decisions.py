"""Decisions on speakers: that several are one, that one is several, and what one is called."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from sayso.errors import LedgerError, NotInLedger
from sayso.ledger import dialect, matters, people, schema, speakers
from sayso.ledger.clock import now
from sayso.ledger.read import article_number
from sayso.ledger.rows import speaker_of

Data = dict[str, Any]
Do = Callable[[Connection, str, int, Data], None]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision does when it is taken, when it is undone, and when that is undone."""

    take: Do
    withdraw: Do
    restore: Do


def _merge(connection: Connection, where: str, number: int, data: Data) -> None:
    into = _speaker(connection, where, data["into"])
    for id in data["speakers"]:
        other = _speaker(connection, where, id)
        if other == into:
            raise LedgerError(where, f"{id} and {data['into']} are one speaker already")
        values = {"speaker_id": other, "into_id": into, "reason": "decided", "decision_id": number, "live": True}
        connection.execute(insert(schema.merges).values(**values, merged_at=now()))


def _part(connection: Connection, where: str, number: int, data: Data) -> None:
    table = schema.merges
    connection.execute(update(table).where(table.c.decision_id == number).values(live=False))


def _join_again(connection: Connection, where: str, number: int, data: Data) -> None:
    table = schema.merges
    into = speakers.merged(connection)
    for row in connection.execute(select(table).where(table.c.decision_id == number)).all():
        if speakers.root(row.into_id, into) == row.speaker_id or row.speaker_id in into:
            raise LedgerError(where, "these speakers have been merged in another way meanwhile")
        connection.execute(update(table).where(table.c.id == row.id).values(live=True))


def _split(connection: Connection, where: str, number: int, data: Data) -> None:
    root = _speaker(connection, where, data["speaker"])
    numbers = speakers.members(root, speakers.merged(connection))
    linked = _linked(connection, numbers)
    articles = {article_number(connection, place) for place in data["articles"]}
    leaving = [row for row in linked if row.article_id in articles]
    if not leaving:
        raise NotInLedger(where, f"{data['speaker']} does not appear in {', '.join(data['articles'])}")
    if len(leaving) == len(linked):
        raise LedgerError(where, f"that is all of {data['speaker']}: nothing would be left of it")
    new = people.new_speaker(connection, speaker_of(leaving[0], leaving[0].text))
    for row in leaving:
        _relink(connection, row.id, new, number)
    _count_again(connection, {new, *(row.speaker_id for row in leaving)})


def _follow(connection: Connection, where: str, number: int, data: Data) -> None:
    """Let the latest link of each appearance that still stands count."""
    links, decisions = schema.links, schema.decisions
    touched = select(links.c.appearance_id).where(links.c.decision_id == number)
    wanted = (
        select(links.c.id, links.c.appearance_id, links.c.speaker_id, decisions.c.undone_by)
        .outerjoin(decisions, decisions.c.id == links.c.decision_id)
        .where(links.c.appearance_id.in_(touched))
        .order_by(links.c.id)
    )
    rows = connection.execute(wanted).all()
    standing = {row.appearance_id: row.id for row in rows if row.undone_by is None}
    connection.execute(update(links).where(links.c.id.in_([row.id for row in rows])).values(live=False))
    connection.execute(update(links).where(links.c.id.in_(list(standing.values()))).values(live=True))
    _count_again(connection, {row.speaker_id for row in rows})


def _rename(connection: Connection, where: str, number: int, data: Data) -> None:
    _speaker(connection, where, data["speaker"])


def _nothing(connection: Connection, where: str, number: int, data: Data) -> None:
    """A name counts as long as the decision stands: nothing else is to be done."""


def _disturbing(do: Do) -> Do:
    """Let the claims be found anew that hold statements of the speakers who are decided on, before or after."""

    def done(connection: Connection, where: str, number: int, data: Data) -> None:
        _disturb(connection, data)
        do(connection, where, number, data)
        _disturb(connection, data)

    return done


def _disturb(connection: Connection, data: Data) -> None:
    ids = (data.get("into"), data.get("speaker"), *data.get("speakers", ()))
    found = (speakers.by_id(connection, id) for id in ids if id)
    into = speakers.merged(connection)
    for number in found:
        if number is not None:
            matters.disturb_speakers(connection, speakers.members(speakers.root(number, into), into))


def _effect(*ways: Do) -> Effect:
    return Effect(*map(_disturbing, ways))


EFFECTS = {
    "merge": _effect(_merge, _part, _join_again),
    "split": _effect(_split, _follow, _follow),
    "rename": Effect(_rename, _nothing, _nothing),
}


def _speaker(connection: Connection, where: str, id: str) -> int:
    found = speakers.by_id(connection, id)
    if found is None:
        raise NotInLedger(where, f"there is no speaker {id!r}")
    return speakers.root(found, speakers.merged(connection))


def _linked(connection: Connection, numbers: Iterable[int]) -> list[Any]:
    """The appearances of speakers, of readings past and present, with the article each is in."""
    links, appearances, readings, versions = schema.links, schema.appearances, schema.readings, schema.versions
    wanted = (
        select(appearances, links.c.speaker_id, versions.c.article_id, versions.c.text)
        .join(links, (links.c.appearance_id == appearances.c.id) & links.c.live)
        .join(readings, readings.c.id == appearances.c.reading_id)
        .join(versions, versions.c.id == readings.c.version_id)
        .where(links.c.speaker_id.in_(numbers))
        .order_by(appearances.c.id)
    )
    return list(connection.execute(wanted).all())


def _relink(connection: Connection, appearance_id: int, speaker_id: int, decision_id: int) -> None:
    links = schema.links
    connection.execute(update(links).where((links.c.appearance_id == appearance_id) & links.c.live).values(live=False))
    values = {"appearance_id": appearance_id, "speaker_id": speaker_id, "reason": "decided", "decision_id": decision_id}
    connection.execute(insert(links).values(**values, linked_at=now(), live=True))


def _count_again(connection: Connection, numbers: set[int]) -> None:
    """Make the index of names anew for speakers whose links have changed."""
    dialect.forget_names(connection, numbers)
    connection.execute(delete(schema.names).where(schema.names.c.speaker_id.in_(numbers)))
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in _linked(connection, numbers):
        groups[row.speaker_id].append(row)
    for number, rows in groups.items():
        for row in rows:
            people.count_names(connection, number, speaker_of(row, row.text))
