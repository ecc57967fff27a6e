"""Sources that speak for one another: a body and its people, a state and its ministries, a paper and its author."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.claims.names import NAMELESS, folded, mentioned, telling
from sayso.records import Entry, Kind, Speaker
from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences

_BODIES = (Kind.ORGANIZATION, Kind.STATE, Kind.GROUP)
_KIN = re.compile(r"\b(family|relatives|parents|children|widow)\b")
_STEM = 5
_BESIDE = 90
_TELLS = re.compile(
    r"\b(?:said|says|told|tells|has|have|had|is|are|was|were|will|would|denied|denies|wrote|added|confirmed|called|claims?"
    r"|claimed|accused|after|when|but|against|whose|which)\b|[;:“”\"]"
)
"""Where what is told of a person begins or ends, so that a body named beyond is not one that he is introduced by."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two sources taken as one, and why: a part of a sentence."""

    one: str
    other: str
    reason: str


def source_of(entry: Entry) -> str:
    """The key of the first-hand source of a statement: a named speaker, or whoever heard an unnamed one."""
    if entry.speaker.kind is Kind.OUTLET:
        return f"outlet {folded(entry.speaker.name)}"
    if entry.speaker.kind in NAMELESS:
        return f"heard by {folded(heard_by(entry))}"
    return f"speaker {entry.speaker.id}"


def told(source: str) -> str:
    """The key of a source, or, where that is an outlet, of what the outlet was told."""
    return f"heard by {source.removeprefix('outlet ')}" if source.startswith("outlet ") else source


def heard_by(entry: Entry) -> str:
    """Who heard the speaker: the innermost carrier, or whom the text names, or the article's outlet, or its address."""
    if entry.via:
        return entry.via[-1].name
    if entry.speaker.heard_by:
        return entry.speaker.heard_by
    return entry.article.outlet or entry.article.url


def related(entries: Sequence[Entry]) -> Iterable[Join]:
    """Sources among `entries` of which one speaks for the other, as far as the articles show."""
    first = list({source_of(entry): entry for entry in reversed(entries)}.values())[::-1]
    for i, entry in enumerate(first):
        for other in first[i + 1 :]:
            reason = _speaks_for(entry, other, entries) or _speaks_for(other, entry, entries)
            if reason:
                yield Join(source_of(entry), source_of(other), reason)


def _speaks_for(one: Entry, body: Entry, entries: Sequence[Entry]) -> str | None:
    a, b = one.speaker, body.speaker
    if a.kind is Kind.DOCUMENT and b.kind in (Kind.PERSON, *_BODIES) and mentioned(b, a.name):
        return f"{a.name} is a paper of {b.name}"
    if a.kind in _BODIES and b.kind is Kind.STATE and _of_state(a, b):
        return f"{a.name} is of {b.name}"
    if a.kind is Kind.PERSON and b.kind is Kind.GROUP and _KIN.search(folded(b.name)) and mentioned(a, b.name):
        return f"{a.name} is of {b.name}"
    if a.kind is Kind.PERSON and b.kind is Kind.OUTLET and _writes_for(a, b, entries):
        return f"{a.name} writes for {b.name}"
    if a.kind is Kind.PERSON and b.kind in _BODIES and _introduced(a, b, entries):
        return f"{a.name} speaks for {b.name}"
    return None


def _of_state(body: Speaker, state: Speaker) -> bool:
    stems = {word[:_STEM] for word in telling(state.name) if len(word) >= _STEM}
    return any(word[:_STEM] in stems for word in telling(body.name))


def _writes_for(person: Speaker, outlet: Speaker, entries: Sequence[Entry]) -> bool:
    bylines = (e.article.byline for e in entries if folded(e.article.outlet or "") == folded(outlet.name))
    return any(byline and mentioned(person, byline) for byline in bylines)


def _introduced(person: Speaker, body: Speaker, entries: Sequence[Entry]) -> bool:
    """Tell whether an article first names the person beside the body, or right behind the body's own statement."""
    for article in {entry.article.id: entry.article for entry in entries}.values():
        text, name = article.text, _full(person, article.text)
        if name is None:
            continue
        at = text.find(name)
        start, end = next((a, b) for a, b in sentences(text, paragraphs(text)) if at < b)
        before, behind = text[max(start, at - _BESIDE) : at], text[at + len(name) : min(end, at + len(name) + _BESIDE)]
        beside = (_TELLS.split(before)[-1], _TELLS.split(behind)[0])
        if any(mentioned(body, part) for part in beside) or _follows(
            person, body, at, [e for e in entries if e.article.id == article.id]
        ):
            return True
    return False


def _full(person: Speaker, text: str) -> str | None:
    names = sorted((person.name, *person.aliases), key=len, reverse=True)
    return next((name for name in names if name[:1].isupper() and name in text), None)


def _follows(person: Speaker, body: Speaker, at: int, entries: Sequence[Entry]) -> bool:
    ordered = sorted(entries, key=lambda e: e.statement.content[0].start)
    for one, two in itertools.pairwise(ordered):
        if one.speaker.id == body.id and two.speaker.id == person.id:
            source = two.statement.source
            return bool(source and source.start <= at <= source.end)
    return False
