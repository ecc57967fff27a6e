"""What stands by reported words and is none of them: datelines, whom they are credited to, where and when it was."""

from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_CITING = pattern(r", (?:citing|quoting) (?P<who>[^,.;:“”\"]+)\Z")
_OCCASION = pattern(r",? in (?:comments|remarks|an? (?:interview|statement|speech)) (?:[^,.;:“”\"]*)\Z")
_POINTS = pattern(
    r"(?:that|this|it)(?P<when> (?:(?:late|early|again|back) )?(?:on [A-Z][a-z]+day|yesterday|today|last \w+))\Z"
)
_QUOTED = pattern(r"[“\"]")
_DATELINE = pattern(r"[A-Z]{2}[A-Z .'’-]*(?:, [\w ,.]{3,30})? ?[-–—]")


def trimmed(text: str, draft: Draft) -> Draft:
    """The draft without such words, whom it cites as `cited`."""
    spoken = tuple(left for piece in draft.content if (left := _before_dateline(text, piece)).length)
    draft = draft.with_content(spoken) if spoken else draft
    if not draft.content or not draft.cue or draft.content[-1].start < draft.cue.end:
        return draft
    last = draft.content[-1]
    words = text[slice(*last)]
    if _QUOTED.search(words):
        return draft
    points = _POINTS.match(words)
    if points:
        return _cut(draft, points.start("when"))
    citing = _CITING.search(words)
    if citing and draft.source:
        who = Range(last.start + citing.start("who"), last.start + citing.end("who"))
        return replace(_cut(draft, citing.start()), cited=who)
    occasion = _OCCASION.search(words)
    return _cut(draft, occasion.start()) if occasion and occasion.start() else draft


def _before_dateline(text: str, piece: Range) -> Range:
    """The piece without the place and the day before a dash that its last paragraph opens with; it may be empty."""
    opens = max(text.rfind("\n", 0, piece.end) + 1, piece.start)
    line = _DATELINE.match(text, opens) if text[:opens][-1:] in ("", "\n") else None
    if line is None or line.end() < piece.end:
        return piece
    return Range(piece.start, piece.start + len(text[piece.start : opens].rstrip()))


def _cut(draft: Draft, length: int) -> Draft:
    last = draft.content[-1]
    return draft.with_content((*draft.content[:-1], Range(last.start, last.start + length)))
