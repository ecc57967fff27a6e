"""Whether a speaker of an article is one that the ledger knows. In doubt, they are two."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger.names import fit, is_proper, key, sound
from sayso.ledger.portrait import Portrait
from sayso.records import Kind
from sayso.text.gender import Gender

_ENOUGH = 2
"""Names that two articles must share to be about one circle of people."""
_MUCH = 5
"""Names of an article from which it would be odd that it shares none with another on the same person."""
_CIRCLE = 3
"""Names that two articles must share for a surname alone to be that of the one who bears it there."""
_SHARE = 0.2
"""Share of the names of two articles that must be common for "the union" to be one union."""
_BODIES = frozenset({Kind.ORGANIZATION, Kind.OUTLET, Kind.STATE, Kind.GROUP})

Reason = tuple[int, int, str]
"""How strong a reason is, by what makes it and how much of that there is; and the reason in words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known speaker who may be meant, under all of its names. Those of one `group` have been merged.

    `same_article`: it appears in another version of the article. `quoted`: an article has it say the same words.
    """

    number: int
    portrait: Portrait
    group: int
    same_article: bool = False
    quoted: bool = False


def choose(new: Portrait, candidates: Sequence[Candidate], others: Sequence[Portrait] = ()) -> tuple[int, str] | None:
    """Which of `candidates` the speaker is, and why; None when it is none of them, or could be several.

    `others` are the other speakers of the article: who could be one of them, too, is left alone.
    """
    found = [
        (reason, candidate.number, candidate.group)
        for candidate in candidates
        if (reason := why_same(new, candidate)) and not _meant_elsewhere(new, candidate.portrait, others)
    ]
    found.sort(reverse=True)
    if not found or any(reason[:2] == found[0][0][:2] and group != found[0][2] for reason, _, group in found):
        return None
    reason, number, _ = found[0]
    return number, reason[2]


def why_same(new: Portrait, candidate: Candidate) -> Reason | None:
    """Why the speaker is the candidate, when there is a reason."""
    known = candidate.portrait
    if candidate.same_article and _kinds_fit(new, known) and _one_key(new, known):
        return 5, 0, "the same name in another version of the article"
    if Kind.UNNAMED in {new.kind, known.kind} or Kind.UNKNOWN in {new.kind, known.kind}:
        return None
    if new.kind is Kind.PERSON and known.kind is Kind.PERSON:
        return _same_person(new, candidate)
    return _same_body(new, known) if _kinds_fit(new, known) else None


def _same_person(new: Portrait, candidate: Candidate) -> Reason | None:
    known = candidate.portrait
    fits = _fit(new, known)
    described = not is_proper(new.name) or not any(map(is_proper, (known.name, *known.names)))
    if candidate.quoted and (fits or described):
        return 4, 0, "the same words are quoted from both"
    if not fits or described or _told_apart(new, known) or {new.gender, known.gender} == set(Gender):
        return None
    shared = new.roles & known.roles
    near = (new.near | new.proper) & (known.near | known.proper)
    if shared:
        return 3, len(near), f"{_NAMES[fits]}, the same role ({', '.join(sorted(shared)[:3])})"
    if len(near) >= _ENOUGH and fits != "short":
        return 2, len(near), f"{_NAMES[fits]}, and both articles name {', '.join(sorted(near)[:3])}"
    if fits == "short" and len(near) >= _CIRCLE and _is_peer(new.name) == _is_peer(known.name):
        return 1, 0, f"{_NAMES[fits]}, and both articles name {', '.join(sorted(near)[:3])}"
    if fits == "same" and (near or min(len(new.near), len(known.near)) < _MUCH):
        return 1, len(near), "the same full name, and nothing tells them apart"
    return None


_NAMES = {"same": "the same full name", "alike": "a name spelled alike", "short": "the same surname"}


def _fit(new: Portrait, known: Portrait) -> str | None:
    """How well the names fit that they go by, the best of them; no other name may speak against it."""
    if any(fit(new.name, name) is None for name in known.aliases if is_proper(name)):
        return None
    ways = [fit(new.name, name) for name in (known.name, *known.names)]
    return None if None in ways else next((way for way in ("same", "alike", "short") if way in ways), None)


def _meant_elsewhere(new: Portrait, known: Portrait, others: Sequence[Portrait]) -> bool:
    """Tell whether all that fits is a bare surname, which others in the article bear, too."""
    if new.kind is not Kind.PERSON or _fit(new, known) != "short":
        return False
    people = (other for other in others if other.kind is Kind.PERSON)
    return any(_fit(other, known) or fit(other.name, new.name) for other in people)


def _told_apart(new: Portrait, known: Portrait) -> bool:
    """Tell whether both have roles which differ, in circles that do not touch."""
    if not new.roles or not known.roles or len(new.near & known.near) >= _ENOUGH:
        return False
    touching = (new.roles & known.near) | (known.roles & new.near)
    if new.proper and known.proper and not new.proper & known.proper:
        # Two mayors are two, of two towns.
        return not touching
    return not new.roles & known.roles and not touching


def _is_peer(name: str) -> bool:
    """Tell whether the name has a title that tells its bearer from others of the surname: Lord Pell."""
    return name.casefold().startswith(("lord ", "lady "))


def _same_body(new: Portrait, known: Portrait) -> Reason | None:
    near = new.near & known.near
    if _one_key(new, known):
        if is_proper(new.name):
            return 3, len(near), "the same name"
        share = len(near) / max(1, min(len(new.near), len(known.near)))
        if len(near) > _ENOUGH and share >= _SHARE:
            return 2, len(near), f"the same description, and both articles name {', '.join(sorted(near)[:3])}"
        return None
    if len(near) >= _ENOUGH and _initials(new, known):
        return 1, len(near), f"the initials of the name, and both articles name {', '.join(sorted(near)[:3])}"
    return None


def _initials(new: Portrait, known: Portrait) -> bool:
    names = known.all_names
    sounds = {sound(name, known.kind) for name in names if is_proper(name)} - {None}
    short = is_proper(new.name) and (new.name.isupper() or any(name.isupper() for name in names))
    return short and sound(new.name, new.kind) in sounds


def _one_key(new: Portrait, known: Portrait) -> bool:
    return key(new.name) in {key(name) for name in known.all_names} and new.heard_by == known.heard_by


def _kinds_fit(new: Portrait, known: Portrait) -> bool:
    return new.kind is known.kind or {new.kind, known.kind} <= _BODIES
