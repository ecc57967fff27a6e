"""What the words for a document tell."""

import re

from sayso.analyse.speakers.words import head

_DETAIL = re.compile(
    r",? (?:seen|reviewed|read|shown|shared|leaked|published|released|led|written|signed|issued|posted"
    r"|sent|handed|followed|recovered|recorded|provided|cited|quoted)"
    r" (?:by|in|on|to|from|at|with|through|online)\b.*$|,? dated\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ANY_DOCUMENT = re.compile(r"^(?:the|this|that) (?:[\w-]+ ){0,2}(?:document|text|file|paper)$", re.IGNORECASE)


def without_detail(description: str) -> str:
    """A description of a document without how it came to light: *a memo seen by the paper* is *a memo*."""
    return _DETAIL.sub("", description) or description


def is_any_document(words: str) -> bool:
    """Whether a description fits whatever document was spoken of: *the four-page document*."""
    return bool(_ANY_DOCUMENT.match(head(words)))
