"""Selectors of the W3C Web Annotation Data Model: where words stand, told so that they are found again after edits."""

from typing import Any

from sayso.records import Span

_LEAST, _MOST = 32, 256
"""Characters of context on each side: so many at least where there are, and more only to tell equal words apart."""


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector of `span` in `text`; positions are in code points, as it says."""
    prefix, suffix = _context(text, span)
    return [
        {"type": "TextQuoteSelector", "exact": span.text, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _context(text: str, span: Span) -> tuple[str, str]:
    size = _LEAST
    while True:
        prefix, suffix = text[max(span.start - size, 0) : span.start], text[span.end : span.end + size]
        whole = f"{prefix}{span.text}{suffix}"
        first = text.find(whole)
        if size >= _MOST or text.find(whole, first + 1) < 0:
            return prefix, suffix
        size *= 2
