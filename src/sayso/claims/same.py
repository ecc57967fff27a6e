"""Sources under two names, or described before they are named: not shown to be two, so taken as one."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from sayso.claims.names import press
from sayso.claims.related import Join, heard_by, source_of
from sayso.records import Entry, Kind

_UNNAMED = (Kind.UNNAMED, Kind.UNKNOWN)
_ALIKE = 90
_SHORTEST = 5
_MORE = 2
_DESCRIBED = re.compile(r"^(?:an?|one)\b(?! of)", re.IGNORECASE)
_HIDDEN = re.compile(r"\b(?:anonym\w+|unnamed|unidentified|not authori[sz]ed|sources?|insider|mole)\b")


def same(entries: Sequence[Entry]) -> Iterable[Join]:
    """Joins of sources of `entries` (in order of time) that are not shown to be two."""
    yield from spellings(entries)
    yield from _introduced_later(entries)


def spellings(entries: Sequence[Entry]) -> Iterator[Join]:
    """One name spelled or shortened in two ways, and an outlet by the name of its paper, its site or its report."""
    named = {_name(entry): source_of(entry) for entry in reversed(entries)}
    pairs = itertools.combinations([(name, key) for name, key in named.items() if name], 2)
    for (one, key), (other, theirs) in pairs:
        if key != theirs and _one_name(one, other):
            yield Join(key, theirs, f"“{one}” and “{other}” are not shown to be two")


def _name(entry: Entry) -> str:
    """What the source of an entry is called; nothing where it is only described."""
    if entry.speaker.kind in _UNNAMED:
        return heard_by(entry)
    return "" if _DESCRIBED.match(entry.speaker.name) else entry.speaker.name


def _one_name(one: str, other: str) -> bool:
    a, b = sorted((press(one), press(other)), key=len)
    if a == b:
        return bool(a)
    if len(a) < _SHORTEST:
        return False
    if fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")) >= _ALIKE:
        return True
    return len(b.split()) - len(a.split()) <= _MORE and (b.endswith(f" {a}") or b.startswith(f"{a} "))


def _introduced_later(entries: Sequence[Entry]) -> Iterator[Join]:
    """Whom an article describes first and names below: *A deputy says ... Oona Tresk said*."""
    articles: dict[str, list[Entry]] = {}
    for entry in entries:
        articles.setdefault(entry.article.id, []).append(entry)
    for first, *rest in articles.values():
        named = next((later for later in rest if _is_named(later)), None)
        if named and _is_described(first):
            reason = f"“{first.speaker.name}” is not shown to be another than {named.speaker.name}"
            yield Join(source_of(first), source_of(named), reason)


def _is_described(entry: Entry) -> bool:
    name = entry.speaker.name
    return bool(_DESCRIBED.match(name)) and not _HIDDEN.search(name.casefold()) and not entry.via


def _is_named(entry: Entry) -> bool:
    name = entry.speaker.name
    return entry.speaker.kind in (Kind.PERSON, Kind.ORGANIZATION) and name[:1].isupper() and not _DESCRIBED.match(name)
