"""Where a claim stands, derived from its positions alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.names import NAMELESS, ON_RECORD, folded, mentioned
from sayso.claims.origins import components, joins, origin_of_part
from sayso.claims.related import Join, heard_by, related, source_of
from sayso.records import Act, Entry, Kind, Origin, Stance, Standing, Status


@dataclass(frozen=True, slots=True)
class View:
    """What is on record at one time: origins of the affirming side, and who holds which side at present."""

    origins: tuple[Origin, ...]
    origin_of: Mapping[str, str]
    affirming: tuple[Entry, ...]
    denying: tuple[Entry, ...]


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
    stands = [
        not any(_superseded(entry, side, later, other, house) for later, other in _after(entry, i, held))
        for i, (entry, side) in enumerate(held)
    ]
    live = [e for e, side, yes in zip(entries, stance, stands, strict=True) if yes and side is Stance.AFFIRMS]
    denying = [
        entry
        for entry, side, yes in zip(entries, stance, stands, strict=True)
        if yes and side is Stance.DENIES and not _only_retracts(entry)
    ]
    denied: dict[str, set[str]] = {}
    for entry, side in held:
        if side is Stance.DENIES:
            denied.setdefault(source_of(entry), set()).add(entry.article.id)
    origins, origin_of = _origins(affirming, live, part, found, denied)
    return View(tuple(origins), origin_of, tuple(live), tuple(denying))


def _origins(
    affirming: Sequence[Entry],
    live: Sequence[Entry],
    part: Mapping[str, str],
    found: Sequence[Join],
    denied: Mapping[str, Collection[str]],
) -> tuple[list[Origin], dict[str, str]]:
    parts: dict[str, list[Entry]] = {}
    for entry in affirming:
        parts.setdefault(part[source_of(entry)], []).append(entry)
    origins: list[Origin] = []
    origin_of: dict[str, str] = {}
    for number, members in enumerate(parts.values(), 1):
        first_hand = [e for e in members if e.speaker.kind is not Kind.OUTLET] or members
        withdrawn = not any(entry in live for entry in _vouching(first_hand))
        origins.append(origin_of_part(number, members, found, denied, withdrawn=withdrawn))
        origin_of |= {entry.statement.id: f"o{number}" for entry in members}
    return origins, origin_of


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


def standing(seen: View, article: str, at: str | None, about: str) -> Standing:
    """Where a claim that is `about` something in words stands: the first status that fits, and why."""
    live = [origin for origin in seen.origins if not origin.withdrawn]
    status, by, reason = _decided(seen, live, about)
    ids = tuple(dict.fromkeys(entry.speaker.id for entry in by))
    return Standing(article, at, status, 0 if status in (Status.DENIED, Status.RETRACTED) else len(live), ids, reason)


def _decided(seen: View, live: Sequence[Origin], about: str) -> tuple[Status, Sequence[Entry], str]:
    parties = [e for e in seen.affirming if _party(e, about)]
    named = [e for e in seen.denying if e.speaker.kind not in NAMELESS]
    affirm = _names(origin.name for origin in live)
    if seen.origins and not live:
        return Status.RETRACTED, (), f"taken back: {_names(origin.name for origin in seen.origins)}"
    if live and named:
        return Status.DISPUTED, named, f"{affirm} for it, {_people(named)} against it"
    if seen.denying and not live:
        against = named or seen.denying
        return Status.DENIED, against, f"only denials are on record: {_people(against)}"
    undisputed = f"only {_people(seen.denying)} against it, nobody by name" if seen.denying else "nobody denies it"
    if parties:
        return Status.CONFIRMED, parties, f"{undisputed}, and it is confirmed by {_people(parties)}"
    if len(live) > 1:
        return Status.CORROBORATED, (), f"{undisputed}, and {len(live)} origins affirm it: {affirm}"
    if not live:
        return Status.SINGLE_SOURCE, (), "nobody affirms it any more"
    return Status.SINGLE_SOURCE, (), f"its one origin is {affirm}" + (f", and {undisputed}" if seen.denying else "")


def _party(entry: Entry, about: str) -> bool:
    """A named speaker who is part of what it is about, or who confirms it."""
    if entry.speaker.kind not in ON_RECORD:
        return False
    return entry.statement.act is Act.CONFIRMS or mentioned(entry.speaker, about)


def _people(entries: Sequence[Entry]) -> str:
    return _names(entry.speaker.name for entry in entries)


def _names(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    if len(every) > 3:
        return f"{every[0]}, {every[1]} and {len(every) - 2} more"
    return ", ".join(every[:-1]) + " and " + every[-1] if len(every) > 1 else "".join(every)
