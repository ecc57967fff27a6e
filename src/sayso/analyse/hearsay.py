"""Hearsay: what somebody unstated tells of another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_IS_SAID = r"\b(?:is|are|was|were) (?:said|understood|believed|reported|thought|rumou?red)"
_HEARSAY = pattern(rf"{_IS_SAID}\b", re.IGNORECASE)
_BEFORE = pattern(rf"{_IS_SAID} to (?:have )?$", re.IGNORECASE)
_BEFORE_REACH = 30
_OF_WORDS = pattern(
    r"\bto (?:have )?(?:\w+ly )?(?:admit|agree|answer|ask|believ|blam|call|claim|complain|conced|consider|den[iy]"
    r"|describ|doubt|expect|express|fear|hop|insist|jok|promis|regard|repl|respond|sa[iy]|shout|suspect|tell|think|thought|told"
    r"|threaten|vow|want|warn|wish|writ)",
    re.IGNORECASE,
)
_VERB_REACH = 28
# Who is accused is no source; who accuses has an object: "accused her of".
_ACCUSED = pattern(r"\baccused of ", re.IGNORECASE)


def is_hearsay(cue: str) -> bool:
    """Whether somebody unstated tells what the source said, thinks or did: *is said to have replied*."""
    return bool(_HEARSAY.search(cue))


def is_rumour(text: str, cue: Range) -> bool:
    """Whether hearsay is of what its subject did, not of what he said or thinks: *is said to have left*.

    So it is of whom nobody stated accuses: *was accused of theft*.
    """
    if _ACCUSED.search(text, cue.start, cue.end + 4):
        return True
    if not is_hearsay(text[cue.start : cue.end]):
        return False
    return not _OF_WORDS.search(text, cue.start, cue.end + _VERB_REACH)


def is_rumoured(text: str, draft: Draft) -> bool:
    """Whether what stands as a draft's source is only whom the rumour is about: *the minister is said to have left*."""
    return bool(draft.cue) and not draft.cited and is_rumour(text, draft.cue or draft.content[0])


def with_hearsay(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the cue of each with the hearsay right before it: *replied* in *is said to have replied*."""
    wide = [replace(draft, cue=_widened(text, draft.cue)) if draft.cue and draft.source else draft for draft in drafts]
    return [draft for draft in wide if draft.source or not any(_is_part_of(draft, other) for other in wide)]


def _is_part_of(draft: Draft, other: Draft) -> bool:
    return draft is not other and bool(draft.cue and other.cue and other.source and draft.cue.within(other.cue))


def _widened(text: str, cue: Range) -> Range:
    match = _BEFORE.search(text, max(0, cue.start - _BEFORE_REACH), cue.start)
    return Range(match.start(), cue.end) if match else cue
