"""Statements that stand in another's words: the other carries them."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range

_ALL = 0.75
"""The share of the outer content that the inner statement takes up where it is all that is said."""


def nested(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that stands in another's content with that other's source as its outermost carrier.

    Where they are all that the other says, the other is only a link in the chain, no statement of its own.
    """
    out: list[Draft] = []
    spent: set[int] = set()
    for number, draft in enumerate(drafts):
        near = (i for i, holder in enumerate(drafts) if i != number and _reaches(holder, draft))
        outer = next((i for i in near if _holds(drafts[i], draft)), None) if draft.source else None
        if outer is None:
            out.append(draft)
            continue
        holder = drafts[outer]
        if _is_all_of(holder, draft):
            spent.add(outer)
        known = holder.source is None or holder.source in draft.carriers
        carriers = draft.carriers if known or not holder.source else (holder.source, *draft.carriers)
        out.append(replace(draft, carriers=carriers))
    return [draft for i, draft in enumerate(out) if i not in spent]


def _reaches(outer: Draft, inner: Draft) -> bool:
    """Whether the inner content begins where the outer content is: what `_holds` needs, and soon told."""
    return outer.content[0][0] <= inner.content[0][0] < outer.content[-1][1]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement stands in the outer's content, or is what the outer is only credited with behind."""
    if all(any(part.within(piece) for piece in outer.content) for part in _parts(inner)):
        return True
    if not outer.source or not outer.cue or outer.content != inner.content or inner.start >= inner.content[0].start:
        return False
    return min(outer.source.start, outer.cue.start) >= inner.content[-1].end


def _is_all_of(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement is all of the outer's content but joining words."""
    start = inner.start
    end = max(part.end for part in _parts(inner))
    return end - start > _ALL * sum(piece.length for piece in outer.content)


def _parts(draft: Draft) -> list[Range]:
    return [part for part in (draft.source, draft.cue, *draft.content) if part]
