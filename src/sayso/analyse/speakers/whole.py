"""Names as they stand in the text: whole words, with a first name that was left out, without what follows a dash."""

from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.analyse.snap import snap
from sayso.analyse.speakers.names import TITLE
from sayso.analyse.speakers.relatives import relatives
from sayso.analyse.tagger import Name
from sayso.text.folded import fold
from sayso.text.gender import of_first_name
from sayso.text.patterns import pattern

_DASH = pattern(r" +[-–—] ")
_WORD_BEFORE = pattern(r"\b([A-Z][\w’'-]+) \Z")
_WIDTH = 24


def whole_names(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a text in full, in order; of two that then share words the longer."""
    kept: list[Name] = []
    missed = [Name(span, "person") for span in relatives(text) if not any(span.overlap(name.span) for name in names)]
    for name in sorted([*names, *missed], key=lambda name: name.span):
        span = snap(text, *name.span)
        if not span:
            continue
        span = _with_first_name(text, _before_dash(text, span), name.kind)
        if not kept or not span.overlap(kept[-1].span):
            kept.append(Name(span, name.kind))
        elif span.length > kept[-1].span.length:
            kept[-1] = Name(span, name.kind)
    return tuple(kept)


def _before_dash(text: str, span: Range) -> Range:
    dash = _DASH.search(text, *span)
    return Range(span.start, dash.start()) if dash else span


def _with_first_name(text: str, span: Range, kind: str) -> Range:
    """A bare surname with the first name right before it."""
    if kind != "person" or " " in text[span.start : span.end]:
        return span
    before = _WORD_BEFORE.search(text[max(0, span.start - _WIDTH) : span.start])
    if not before or TITLE.fullmatch(before[1]) or of_first_name(fold(before[1])) is None:
        return span
    return Range(span.start - len(before[0]), span.end)
