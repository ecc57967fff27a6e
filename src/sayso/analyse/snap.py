"""Snapping spans to whole words, without what hangs on at their ends."""

import re

from sayso.analyse.draft import Range

_LOOSE = " \t\r\n\u00a0\u200b,"


def snap(text: str, start: int, end: int) -> Range | None:
    """The span grown to whole words, then trimmed of white space and closing commas; `None` when nothing is left."""
    while 0 < start < len(text) and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return Range(start, end) if start < end else None


def _joined(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()


def merge(text: str, pieces: list[Range]) -> list[Range]:
    """Pieces in order, those joined that overlap or have nothing but white space between them."""
    merged: list[Range] = []
    for piece in sorted(pieces):
        if merged and (piece.start <= merged[-1].end or not text[merged[-1].end : piece.start].strip()):
            merged[-1] = Range(merged[-1].start, max(piece.end, merged[-1].end))
        else:
            merged.append(piece)
    return merged


def has_words(text: str, span: Range) -> bool:
    """Whether the span holds a letter or a digit."""
    return bool(re.search(r"\w", text[span.start : span.end]))
