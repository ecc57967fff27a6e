"""What the ledger knows of a draft."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.check.draft import Draft
from sayso.check.matching import Unit, matches, units
from sayso.check.quoting import quotes
from sayso.check.records import Known, Recorded
from sayso.check.words import SMALL
from sayso.claims.context import Context
from sayso.claims.look import SIZE
from sayso.claims.models import SEERS, Models
from sayso.ledger.view import View
from sayso.records import Claim, Entry
from sayso.text.folded import fold

Lookup = Callable[[Draft, bool], Known]
"""What a ledger knows of a draft, with or without the claims it takes up. Raises `LedgerError` and `ModelError`."""

_WORD = re.compile(r"\w+")
_PER_PROBE = 5
_PER_QUOTE = 6
_FEW = 4
_CLAIMS = 24
_PAIRS = ((0, 1), (0, 2), (1, 2))
_PER_SIDE = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """Groups of words that lead to statements, and those that lead to claims; none, where claims are not wanted."""

    statements: tuple[tuple[str, ...], ...]
    claims: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger has on that."""

    entries: tuple[Entry, ...] = ()
    recorded: tuple[Recorded, ...] = ()


def held(view: View, asked: Asked) -> Held:
    """What the ledger that `view` shows has on what is asked. Raises `LedgerError`."""
    claims = view.claims_sharing(asked.claims, _PER_PROBE, _CLAIMS) if asked.claims else []
    behind = view.positions(claims, _PER_SIDE)
    points = view.points(SEERS, [entry.statement.id for own in behind.values() for entry in own])
    recorded = (_recorded(claim, behind.get(claim.id, ()), points) for claim in claims)
    return Held(tuple(view.sharing(asked.statements, _PER_PROBE)), tuple(recorded))


def _recorded(claim: Claim, entries: Sequence[Entry], points: Mapping[str, bytes]) -> Recorded:
    packed = [points[entry.statement.id] for entry in entries if entry.statement.id in points]
    seen = np.stack([np.frombuffer(one, np.float16)[:SIZE] for one in packed]).astype(np.float64) if packed else None
    return Recorded(claim, tuple(entries), seen)


def lookup(view: View, held: Callable[[View, Asked], Held] = held) -> Lookup:
    """A lookup in the ledger that `view` shows; `held` stands in for asking it."""

    def look(draft: Draft, with_claims: bool) -> Known:
        asked = Asked(tuple(probes(draft)), tuple(_about(draft)) if with_claims else ())
        found = held(view, asked)
        return Known(found.entries, tuple(matches(draft, found.recorded, _label, _see)))

    return look


@cache
def _models() -> Models:
    return Models()


def _label(pairs: Sequence[tuple[str, Context]]) -> NDArray[np.float64]:
    # Each alone: in a batch, what the model makes of one depends on the others, and it could not be kept.
    return np.stack([_label_of(claim, context) for claim, context in pairs])


def _see(said: Sequence[Context]) -> NDArray[np.float64]:
    return np.stack([_seen(context) for context in said])


@lru_cache(1000)
def _seen(context: Context) -> NDArray[np.float64]:
    point: NDArray[np.float64] = _models().points([context])[0]
    return point


@lru_cache(1000)
def _label_of(claim: str, context: Context) -> NDArray[np.float64]:
    row: NDArray[np.float64] = _models().label(claim, [context])[0]
    return row


def probes(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Groups of words that lead to the originals of a draft's quotations.

    The longest words of a quotation, in pairs: where some were altered, those pairs still hit that they are not in. Of
    one with few words, three that follow each other are a group, too.
    """
    for quote in quotes(draft):
        every = _WORD.findall(fold(quote.text))
        found = list(dict.fromkeys(word for word in every if len(word) > 2 and word not in SMALL))
        longest = sorted(found, key=lambda word: -len(word))[:_PER_QUOTE]
        yield from (tuple(longest[i : i + 2]) for i in range(0, len(longest), 2))
        if len(found) < _FEW:
            yield from ((" ".join(every[i : i + 3]),) for i in range(0, len(every) - 2, 3))


def _about(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Groups of words that lead to the claims that a draft takes up: pairs of each unit's most telling ones."""
    for unit in units(draft):
        found = _ranked(unit)
        yield from ((found[i], found[j]) for i, j in _PAIRS if j < len(found))


def _ranked(unit: Unit) -> list[str]:
    """The telling words of a unit: names and numbers first, then the longest."""
    text = unit.context.content
    names = {fold(word) for word in re.findall(r"(?<!^)(?<![.!?“\"] )\b[A-Z]\w+|\d[\d,.]*", text)}
    plain = [word for word in dict.fromkeys(_WORD.findall(fold(text))) if word not in SMALL and len(word) > 2]
    return sorted(plain, key=lambda word: (word not in names, -len(word)))
