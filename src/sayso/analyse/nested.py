"""Statements that stand in another's words: the other carries them."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft

_ALL = 0.75
"""The share of the outer content that the inner statement takes up where it is all that is said."""


def nested(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that stands in another's content with that other's source as its outermost carrier.

    Where they are all that the other says, the other is only a link in the chain, no statement of its own.
    """
    out: list[Draft] = []
    spent: set[int] = set()
    pieces = [(piece, i) for i, draft in enumerate(drafts) for piece in draft.content]
    for number, draft in enumerate(drafts):
        start, end = _hull(draft)
        holders = (i for piece, i in pieces if piece[0] <= start and end <= piece[1] and i != number)
        outer = next(holders, None) if draft.source else None
        if outer is None:
            out.append(draft)
            continue
        holder = drafts[outer]
        if _is_all_of(holder, draft):
            spent.add(outer)
        carriers = (*((holder.source,) if holder.source else ()), *draft.carriers)
        out.append(replace(draft, carriers=carriers, supposed=False))
    return [draft for i, draft in enumerate(out) if i not in spent]


def _is_all_of(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement is all of the outer's content but joining words."""
    start, end = _hull(inner)
    return len(outer.content) == 1 and end - start > _ALL * outer.content[0].length


def _hull(draft: Draft) -> tuple[int, int]:
    parts = [part for part in (draft.source, draft.cue, *draft.content) if part]
    return min(part.start for part in parts), max(part.end for part in parts)
