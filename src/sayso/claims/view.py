"""What is on record of a claim at one time: who still holds which side, and which origins are left."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.names import NAMELESS, ON_RECORD, folded
from sayso.claims.origins import components, joins, origin_of_part
from sayso.claims.related import Join, heard_by, related, source_of
from sayso.records import Act, Entry, Kind, Origin, Stance


@dataclass(frozen=True, slots=True)
class View:
    """What is on record at one time: origins of the affirming side, and who holds which side at present."""

    origins: tuple[Origin, ...]
    origin_of: Mapping[str, str]
    affirming: tuple[Entry, ...]
    denying: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """The affirming side, in order of time: those who still affirm, and what an outlet has taken back (by id).

    `loose` are ids of statements that affirm too loosely to be an origin of their own; `denied` has the ids of the
    articles in which a source denies, by its key.
    """

    affirming: Sequence[Entry]
    live: Sequence[Entry]
    disowned: Collection[str]
    loose: Collection[str]
    denied: Mapping[str, Collection[str]]


def view(
    entries: Sequence[Entry], stances: Mapping[str, Stance], copies: Mapping[str, str], loose: Collection[str] = ()
) -> View:
    """What `entries` (in order of time) put on record. Later statements of a speaker supersede the earlier ones.

    `loose` are ids of statements that affirm too loosely to be an origin of their own.
    """
    stance = [stances[entry.statement.id] for entry in entries]
    affirming = [entry for entry, side in zip(entries, stance, strict=True) if side is Stance.AFFIRMS]
    found = joins(affirming, copies, loose)
    part = components(map(source_of, affirming), found)
    house = components(map(source_of, entries), related(entries))
    held = list(zip(entries, stance, strict=True))
    superseding = [
        [later for later, other in _after(entry, i, held) if _superseded(entry, side, later, other, house)]
        for i, (entry, side) in enumerate(held)
    ]
    standing = [(entry, side) for (entry, side), by in zip(held, superseding, strict=True) if not by]
    live = [entry for entry, side in standing if side is Stance.AFFIRMS]
    denying = [entry for entry, side in standing if side is Stance.DENIES and not _only_retracts(entry)]
    disowned = {e.statement.id for e, by in zip(entries, superseding, strict=True) if any(map(_only_retracts, by))}
    denied: dict[str, set[str]] = {}
    for entry, side in held:
        if side is Stance.DENIES:
            denied.setdefault(source_of(entry), set()).add(entry.article.id)
    origins, origin_of = _origins(_Said(affirming, live, disowned, loose, denied), part, found)
    return View(tuple(origins), origin_of, tuple(live), tuple(denying))


def _origins(said: _Said, part: Mapping[str, str], found: Sequence[Join]) -> tuple[list[Origin], dict[str, str]]:
    parts: dict[str, list[Entry]] = {}
    for entry in said.affirming:
        parts.setdefault(part[source_of(entry)], []).append(entry)
    origins: list[Origin] = []
    origin_of: dict[str, str] = {}
    for number, members in enumerate(parts.values(), 1):
        origins.append(origin_of_part(number, members, found, said.denied, withdrawn=_withdrawn(members, said)))
        origin_of |= {entry.statement.id: f"o{number}" for entry in members}
    return origins, origin_of


def _withdrawn(members: Sequence[Entry], said: _Said) -> bool:
    """Whether nothing is left that an origin rests on. What affirms only loosely falls with a report taken back."""
    rests = _vouching([e for e in members if e.speaker.kind is not Kind.OUTLET] or members)
    firm = [entry for entry in rests if entry.statement.id not in said.loose]
    if any(entry.statement.id in said.disowned for entry in firm):
        rests = firm
    return not any(entry in said.live for entry in rests)


def _vouching(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that an origin rests on: who spoke on the record, and what its first outlet heard or saw.

    What others have from that outlet falls with it.
    """
    outlet = _outlet(entries[0])
    return [
        entry
        for entry in entries
        if _outlet(entry) == outlet or (entry.speaker.kind in ON_RECORD and entry.speaker.kind is not Kind.DOCUMENT)
    ]


def _after(entry: Entry, place: int, held: Sequence[tuple[Entry, Stance]]) -> Iterator[tuple[Entry, Stance]]:
    """What can take back the entry at `place`: all behind it, and a retraction wherever it stands in its article."""
    yield from held[place:]
    yield from (
        (one, side)
        for one, side in held[:place]
        if one.article.id == entry.article.id and one.statement.act is Act.RETRACTS
    )


def _superseded(one: Entry, side: Stance, later: Entry, other: Stance, house: Mapping[str, str]) -> bool:
    """Tell whether `later` takes `one` back: its speaker by changing sides, its house or outlet by saying so."""
    retracts = later.statement.act is Act.RETRACTS
    if later is one or (
        other is side and not (retracts and side is Stance.AFFIRMS and later.speaker.kind is Kind.OUTLET)
    ):
        return False
    if later.speaker.kind is Kind.OUTLET and retracts:
        return side is Stance.AFFIRMS and folded(later.speaker.name) == _outlet(one)
    if other is Stance.UNDECIDED and not retracts:
        return False
    if _holder(later) == _holder(one):
        return True
    owns_up = retracts or later.statement.act is Act.CONFIRMS
    return owns_up and house[source_of(one)] == house[source_of(later)] and later.speaker.kind in ON_RECORD


def _outlet(entry: Entry) -> str:
    return folded(entry.speaker.name if entry.speaker.kind is Kind.OUTLET else heard_by(entry))


def _holder(entry: Entry) -> str:
    """Who can take a statement back by a later one. Unnamed speakers of one outlet may differ, so by their words."""
    if entry.speaker.kind in NAMELESS:
        return f"{folded(entry.speaker.name)} {source_of(entry)}"
    return source_of(entry)


def _only_retracts(entry: Entry) -> bool:
    """An outlet that takes its own report back is no party that denies it."""
    return entry.speaker.kind is Kind.OUTLET and entry.statement.act is Act.RETRACTS
