"""Quotation marks: which stretches of a text stand between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.text.patterns import pattern

_MARK = pattern("[\"“”„«»‘’']")
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'’"}
_OPENS_AFTER = pattern(r"[\s(\[{—–\-:/\"“„«‘']")
_WORD = pattern(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation within one paragraph; `start` and `end` include its marks.

    `closed` is False when the paragraph ends before a closing mark: a quotation that runs on, or an odd mark.
    """

    start: int
    end: int
    closed: bool


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of each paragraph, in order.

    Marks are paired by kind within a paragraph, so that an odd one spoils no more than its own paragraph. A single
    mark that never closes is an apostrophe.
    """
    return [quotation for start, end in paragraphs for quotation in _in_paragraph(text, start, end)]


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if opened is None:
            if _opens(text, at, mark, start, end):
                opened = at
        elif mark in _PAIRS[text[opened]] and _closes(text, at, mark, start, end):
            found.append(Quotation(opened, at + 1, closed=True))
            opened = None
        elif text[opened] in "‘'" and mark in '"“' and _opens(text, at, mark, start, end):
            # A double mark cannot open inside what turns out to be an apostrophe.
            opened = at if not _closing_ahead(text, opened, at, end) else opened
    if opened is not None and text[opened] not in "‘'":
        found.append(Quotation(opened, end, closed=False))
    return found


def _closing_ahead(text: str, opened: int, at: int, end: int) -> bool:
    marks = _PAIRS[text[opened]]
    return any(text[i] in marks and _closes(text, i, text[i], opened, end) for i in range(at + 1, end))


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    if mark in "“„«":
        return True
    if mark in "”»’" or at + 1 >= end or text[at + 1].isspace():
        return False
    free_before = at == start or bool(_OPENS_AFTER.match(text[at - 1]))
    if mark in "‘'":
        return free_before and bool(_WORD.match(text[at + 1]))
    return free_before


def _closes(text: str, at: int, mark: str, start: int, end: int) -> bool:
    if mark in "’'":
        return not text[at - 1].isspace() and (at + 1 >= end or not _WORD.match(text[at + 1]))
    return True
