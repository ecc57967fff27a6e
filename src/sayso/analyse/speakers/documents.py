"""What the words for a document tell."""

import datetime as dt
import re

from sayso.analyse.speakers.words import head, is_indefinite
from sayso.text.dates import time_expressions
from sayso.text.days import MONTH
from sayso.text.patterns import pattern

_DETAIL = pattern(
    r",? (?:seen|reviewed|read|shown|shared|leaked|published|released|led|written|signed|issued|posted"
    r"|sent|handed|followed|recovered|recorded|provided|cited|quoted)"
    r" (?:by|in|on|to|from|at|with|through|online)\b.*$|,? dated\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_DATED = pattern(rf"\bdated (?P<day>(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b(?:,? \d{{4}})?)")
_ANY_DOCUMENT = pattern(r"^(?:the|this|that) (?:[\w-]+ ){0,2}(?:document|text|file|paper)$", re.IGNORECASE)


def without_detail(description: str) -> str:
    """A description of a document without how it came to light: *a memo seen by the paper* is *a memo*."""
    return _DETAIL.sub("", description) or description


def is_any_document(words: str) -> bool:
    """Whether a description fits whatever document was spoken of: *the four-page document*."""
    return bool(_ANY_DOCUMENT.match(head(words)))


def document_name(words: str, today: dt.date | None) -> str:
    """What a document goes by. One brought in with the day that it bears goes by that, too.

    *A memo seen by the paper, dated 3 March* is *a memo of 3 March 2025*; *the memo, dated 3 March* goes by *the memo*.
    """
    name = without_detail(head(words)) or words
    dated = _DATED.search(words) if is_indefinite(words) else None
    day = next((e.date for e in time_expressions(dated["day"], today) if e.date), None) if dated else None
    return f"{name} of {day.day} {day:%B %Y}" if day else name
