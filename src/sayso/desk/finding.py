"""What fits some words: claims, speakers, statements and articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger.records import Head
from sayso.ledger.view import View
from sayso.records import Claim, Entry, Speaker

_LOOKED_AT = 30
"""Statements whose claims are looked at: the best."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits, the best first."""

    claims: tuple[Claim, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Entry, ...] = ()
    articles: tuple[Head, ...] = ()


def find(view: View, query: str, limit: int = 12) -> Fitting:
    """All that fits `query`, whose last word may be unfinished; at most `limit` of each kind."""
    query = query[:400]
    if not query.strip():
        return Fitting()
    statements = view.search(query, max(limit, _LOOKED_AT), unfinished=True)
    return Fitting(
        tuple(_claims(view, query, statements)[:limit]),
        tuple(view.speakers_like(query, limit)),
        tuple(statements[:limit]),
        tuple(view.titled(query, limit)),
    )


def whom(view: View, asked: str | None) -> Speaker | None:
    """Who is asked for by an id, or by a name that only one has; None where there is nobody, or there are several."""
    found = list(view.speakers_by_ids([asked]).values()) or view.find(asked) if asked else []
    return found[0] if len(found) == 1 else None


def _claims(view: View, query: str, statements: Sequence[Entry]) -> list[Claim]:
    """The claims in which statements that fit have a place; those whose gloss fits as well go first."""
    held = view.holding([entry.statement.id for entry in statements])
    ranked = list(dict.fromkeys(id for entry in statements for id in held.get(entry.statement.id, ())))
    known = view.claims_by_ids(ranked)
    words = query.casefold().split()
    found = [known[id] for id in ranked if id in known]
    return sorted(found, key=lambda claim: not all(word in claim.gloss.casefold() for word in words))
