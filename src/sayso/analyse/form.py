"""How a statement's content stands in the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.analyse.draft import Range
from sayso.records import Form
from sayso.text.quotes import Quotation

# What may stand outside the marks without making a direct quotation a mixed one: closing punctuation.
_SLACK = 2


def form(content: Sequence[Range], quotations: Sequence[Quotation]) -> Form:
    """Direct when every piece stands between quotation marks, indirect when no mark is in it, mixed otherwise.

    `quotations` are those of the text, in its order.
    """
    marks = [list(_within_reach(piece, quotations)) for piece in content]
    if all(any(_fills(piece, mark) for mark in near) for piece, near in zip(content, marks, strict=True)):
        return Form.DIRECT
    return Form.MIXED if any(marks) else Form.INDIRECT


def _within_reach(piece: Range, quotations: Sequence[Quotation]) -> Iterator[Range]:
    """The quotations that share text with the piece."""
    first = bisect_right(quotations, piece.start, key=lambda quotation: quotation.end)
    for quotation in islice(quotations, first, None):
        if quotation.start >= piece.end:
            return
        yield Range(quotation.start, quotation.end)


def _fills(piece: Range, mark: Range) -> bool:
    return piece.length - piece.overlap(mark) <= _SLACK
