"""What the ledger knows of a draft."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.check.draft import Draft
from sayso.check.matching import Label, Unit, matches, units
from sayso.check.quoting import quotes
from sayso.check.records import Known, Recorded
from sayso.check.words import SMALL
from sayso.claims.context import Context
from sayso.claims.models import Models
from sayso.ledger.view import View
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


def lookup(view: View, label: Label | None = None) -> Lookup:
    """A lookup in the ledger that `view` shows."""

    def look(draft: Draft, with_claims: bool) -> Known:
        entries = view.sharing(probes(draft), _PER_PROBE)
        if not with_claims:
            return Known(tuple(entries))
        claims = view.claims_sharing(_about(draft), _PER_PROBE, _CLAIMS)
        held = view.positions(claims, _PER_SIDE)
        recorded = [Recorded(claim, tuple(held.get(claim.id, ()))) for claim in claims]
        return Known(tuple(entries), tuple(matches(draft, recorded, label or _label)))

    return look


@cache
def _models() -> Models:
    return Models()


def _label(pairs: Sequence[tuple[str, Context]]) -> NDArray[np.float64]:
    return _models().label_each(pairs)


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
