"""Who has a claim from whom, and how many independent origins are left.

Positions go back to a first-hand source each. Sources are joined where the text shows that they are one, and where it
does not show that they are two: the unnamed sources of one outlet, what an article credits, near-copies, circles.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.claims.names import NAMELESS, folded
from sayso.claims.related import Join, heard_by, related, source_of, told
from sayso.claims.same import same, spellings
from sayso.records import Entry, Kind, Origin

_VAGUE = re.compile(r"^(media|press|news)? ?(reports?|rumou?rs|media|speculation|claims|allegations)\b|\bmedia$")


def joins(entries: Sequence[Entry], copies: Mapping[str, str], loose: Collection[str] = ()) -> list[Join]:
    """All reasons to take sources of `entries` (in order of time) as one.

    `copies` maps a statement's id to the id of the earlier one that its words were taken from; `loose` are ids of
    statements that affirm too loosely to be an origin of their own.
    """
    found = [*_carriers(entries), *_credits(entries), *_copied(entries, copies), *_hearsay(entries), *related(entries)]
    found += same(entries)
    found += _loose(entries, loose)
    return [*found, *_outlets(entries, found)]


def _carriers(entries: Iterable[Entry]) -> Iterable[Join]:
    """A person, body or paper that passes something on stands behind it as no second origin."""
    for entry in entries:
        for carrier in entry.via:
            if carrier.kind not in (Kind.OUTLET, *NAMELESS):
                yield Join(f"speaker {carrier.id}", source_of(entry), f"{carrier.name} passes it on")


def _credits(entries: Iterable[Entry]) -> Iterable[Join]:
    for entry in entries:
        own = folded(entry.article.outlet or entry.article.url)
        for credit in entry.article.credits:
            if folded(credit.name) != own and not entry.via:
                reason = f"{entry.article.outlet or entry.article.url} credits {credit.name}"
                yield Join(f"heard by {own}", f"heard by {folded(credit.name)}", reason)


def _copied(entries: Sequence[Entry], copies: Mapping[str, str]) -> Iterable[Join]:
    by_id = {entry.statement.id: entry for entry in entries}
    for entry in entries:
        earlier = by_id.get(copies.get(entry.statement.id, ""))
        if earlier and entry.speaker.kind in (*NAMELESS, Kind.OUTLET):
            reason = (
                f"{entry.article.outlet or 'a later article'} has the words of {earlier.article.outlet or 'another'}"
            )
            yield Join(source_of(entry), source_of(earlier), reason)


def _hearsay(entries: Sequence[Entry]) -> Iterable[Join]:
    """Hearsay that says no more than "reportedly" or "reports" is no origin besides what was reported before."""
    for entry in entries[1:]:
        name = folded(entry.speaker.name)
        vague = entry.speaker.name.startswith(("(", "unstated")) or _VAGUE.search(name)
        if vague and entry.speaker.kind in (*NAMELESS, Kind.GROUP):
            yield Join(source_of(entry), source_of(entries[0]), f"“{entry.speaker.name}” names nobody new")


def _loose(entries: Sequence[Entry], loose: Collection[str]) -> Iterable[Join]:
    """What affirms only loosely is not shown to be independent, and goes with what is put forward first."""
    firm = {source_of(entry) for entry in entries if entry.statement.id not in loose}
    lead = next((entry for entry in entries if source_of(entry) in firm), entries[0] if entries else None)
    for entry in entries:
        if lead and source_of(entry) not in {*firm, source_of(lead)}:
            yield Join(source_of(entry), source_of(lead), "not all who affirm it are shown to know of it independently")


def _outlets(entries: Sequence[Entry], found: Sequence[Join]) -> Iterable[Join]:
    """What an outlet "reported" is what its own source told it: the unnamed one if there is any, else its first."""
    names = {source_of(entry): entry.speaker.name for entry in reversed(entries)}
    for key in dict.fromkeys(source_of(entry) for entry in entries):
        if not key.startswith("outlet "):
            continue
        outlet = key.removeprefix("outlet ")
        own = [source_of(e) for e in entries if _hears(e, outlet) and source_of(e) != key]
        unnamed = f"heard by {outlet}"
        if unnamed in own or any(unnamed in (join.one, join.other) for join in found):
            yield Join(key, unnamed, f"{names[key]} is credited with what its source said")
        elif own:
            yield Join(key, own[0], f"{names[key]} is credited with what it was told")


def _hears(entry: Entry, outlet: str) -> bool:
    if any(carrier.kind is Kind.OUTLET for carrier in entry.via):
        return any(folded(carrier.name) == outlet for carrier in entry.via)
    return folded(entry.article.outlet or "") == outlet


def components(keys: Iterable[str], found: Iterable[Join]) -> dict[str, str]:
    """The connected parts: each key with the key, first in order, that stands for its part."""
    parent: dict[str, str] = {key: key for key in keys}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for join in found:
        one, other = sorted((root(join.one), root(join.other)))
        parent[other] = one
    return {key: root(key) for key in parent}


def origin_of_part(
    number: int,
    entries: Sequence[Entry],
    found: Sequence[Join],
    denied: Mapping[str, Collection[str]],
    *,
    withdrawn: bool,
) -> Origin:
    """The origin that `entries`, all affirming statements of one connected part in order of time, go back to.

    `denied` has the ids of the articles in which a source denies, by its key.
    """
    first = _leading(entries, denied)
    unnamed = first.speaker.kind in NAMELESS
    sources = {source_of(entry) for entry in entries}
    reasons = dict.fromkeys(j.reason for j in found if j.one in sources or j.other in sources)
    return Origin(
        id=f"o{number}",
        name=first.speaker.name,
        kind=first.speaker.kind,
        heard_by=heard_by(first) if unnamed else None,
        articles=tuple(dict.fromkeys(entry.article.id for entry in entries)),
        withdrawn=withdrawn,
        undetermined=first.speaker.kind is Kind.UNKNOWN,
        reasons=tuple(reasons),
    )


def _leading(entries: Sequence[Entry], denied: Mapping[str, Collection[str]]) -> Entry:
    """The first statement of the source that most articles go back to; of an outlet and its sources, the sources.

    An article in which a source denies speaks against its being the origin as much as one in which it affirms for it;
    of two sources with as many, the one that denies less leads.
    """
    spelled = [Join(told(join.one), told(join.other), join.reason) for join in spellings(entries)]
    whose = components(map(_heard, entries), spelled)
    carried, against = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for entry in entries:
        carried[whose[_heard(entry)]].add(entry.article.id)
        against[whose[_heard(entry)]].update(denied.get(source_of(entry), ()))
    most = max(carried, key=lambda key: (len(carried[key]) - len(against[key]), -len(against[key])))
    mine = [entry for entry in entries if whose[_heard(entry)] == most]
    return next((entry for entry in mine if entry.speaker.kind is not Kind.OUTLET), mine[0])


def _heard(entry: Entry) -> str:
    return told(source_of(entry))
