"""Hearsay: what somebody unstated tells of another."""

import re

from sayso.analyse.draft import Range

_HEARSAY = re.compile(r"\b(?:is|are|was|were) (?:said|understood|believed|reported|thought|rumou?red)\b", re.IGNORECASE)
_OF_WORDS = re.compile(
    r"\bto (?:have )?(?:\w+ly )?(?:admit|agree|answer|ask|believ|blam|call|claim|complain|conced|consider|den[iy]"
    r"|describ|doubt|expect|express|fear|hop|insist|jok|promis|regard|repl|respond|sa[iy]|shout|suspect|tell|think|thought|told"
    r"|threaten|vow|want|warn|wish|writ)",
    re.IGNORECASE,
)
_VERB_REACH = 28


def is_hearsay(cue: str) -> bool:
    """Whether somebody unstated tells what the source said, thinks or did: *is said to have replied*."""
    return bool(_HEARSAY.search(cue))


def is_rumour(text: str, cue: Range) -> bool:
    """Whether hearsay is of what its subject did, not of what he said or thinks: *is said to have left*."""
    if not is_hearsay(text[cue.start : cue.end]):
        return False
    return not _OF_WORDS.search(text, cue.start, cue.end + _VERB_REACH)
