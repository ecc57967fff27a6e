"""How a statement's content stands in the text."""

from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.records import Form
from sayso.text.quotes import Quotation

# What may stand outside the marks without making a direct quotation a mixed one: closing punctuation.
_SLACK = 2


def form(content: Sequence[Range], quotations: Sequence[Quotation]) -> Form:
    """Direct when every piece stands between quotation marks, indirect when no mark is in it, mixed otherwise."""
    marks = [Range(quotation.start, quotation.end) for quotation in quotations]
    if all(any(_fills(piece, mark) for mark in marks) for piece in content):
        return Form.DIRECT
    if any(piece.overlap(mark) for piece in content for mark in marks):
        return Form.MIXED
    return Form.INDIRECT


def _fills(piece: Range, mark: Range) -> bool:
    return piece.length - piece.overlap(mark) <= _SLACK
