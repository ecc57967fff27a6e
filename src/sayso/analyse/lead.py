"""The words before a cue that belong to what it says: the negation of "did not | respond", "neither side | spoke"."""

import re
from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.text.patterns import pattern

_SENTENCE_WIDTH = 160
_HELPERS_WIDTH = 48
_SENTENCE_END = pattern(r"[.!?…][\"”’')\]]*\s+|[\r\n]")
_HELPERS = pattern(
    r"(?:\b(?:do|does|did|has|have|had|will|would|could|can|may|might|is|are|was|were|be|been|it|to|yet|not|never|cannot|"
    r"refused|declined|failed|\w{1,9}n['’]t|\w{1,20}ly)\s+)+$",
    re.IGNORECASE,
)
_NOBODY = pattern(r"(?:\b(?:neither|nor|nobody|no one|none)\b|^\W*no\b)[^,;:]*$", re.IGNORECASE)


def with_lead(text: str, cue: Range | None, content: Sequence[Range]) -> str:
    """Put the helping verbs and the negation that stand before a cue in its sentence in front of its words, if any."""
    if cue is None:
        return ""
    start = max([0, cue.start - _SENTENCE_WIDTH, *(piece.end for piece in content if piece.end <= cue.start)])
    before = _SENTENCE_END.split(text[start : cue.start])[-1]
    helpers = _HELPERS.search(before[-_HELPERS_WIDTH:])
    words = (helpers.group() if helpers else "") + text[cue.start : cue.end]
    return f"nobody {words}" if _NOBODY.search(before) else words
