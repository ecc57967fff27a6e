"""What quotation marks tell about content: where it ends, whose it is, and what the tagger left out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern
from sayso.text.quotes import Quotation

# Shorter ones are as often a scare quote, a title or a nickname as speech.
_SPEECH_WORDS = 5
_COVERED = 0.5
_SENTENCE_END = pattern(r"[.!?…][”\"’')\]]*\s")
_DASH_NAME = pattern(r"\s*(?P<cue>[—–―]|--?)[ \u00a0]*(?P<source>[A-Z][^\s,;:]*(?:[ \u00a0][A-Z][^\s,;:]*){0,5})")


def align(piece: Range, quotations: Sequence[Quotation]) -> Range:
    """The piece grown to the marks of every quotation that it mostly covers."""
    start, end = piece
    for quotation in quotations:
        marks = Range(quotation.start, quotation.end)
        if piece.overlap(marks) > _COVERED * marks.length:
            start, end = min(start, marks.start), max(end, marks.end)
    return Range(start, end)


def share_out(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Each stretch of text left to one statement: of two that claim it as a piece, the one whose cue stands closer.

    A cue in the same sentence is closer than any beyond a sentence's end. A statement never loses its only piece, and
    one inside another (its cue stands in the other's content) shares its words with it.
    """
    out = list(drafts)
    for i, draft in enumerate(drafts):
        near = [other for other in out if other.cue != draft.cue and _meet(other, draft)]
        kept = tuple(piece for piece in draft.content if not _better_placed(text, piece, draft, near))
        if kept and kept != draft.content:
            out[i] = draft.with_content(kept)
    return out


def _better_placed(text: str, piece: Range, draft: Draft, others: Sequence[Draft]) -> bool:
    return any(
        sum(piece.overlap(theirs) for theirs in other.content) > _COVERED * piece.length
        and not (other.cue and other.cue.within(piece))
        and _remoteness(text, other, piece) < _remoteness(text, draft, piece)
        for other in others
    )


def _meet(one: Draft, other: Draft) -> bool:
    """Whether the contents can share text: their first and last pieces leave no gap between the two."""
    return one.content[0][0] < other.content[-1][1] and other.content[0][0] < one.content[-1][1]


def _remoteness(text: str, draft: Draft, piece: Range) -> tuple[bool, int]:
    cue = draft.cue or piece
    between = text[min(piece.end, cue.end) : max(piece.start, cue.start)]
    return bool(_SENTENCE_END.search(between)), cue.gap(piece)


def signed(
    text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Quotations with a name behind a dash ("..." - A. Reader), each a statement of its own, whatever was tagged."""
    found = [draft for quotation in quotations if (draft := _signed(text, quotation, paragraphs))]
    if not found:
        return list(drafts)
    taken = [part for draft in found for part in (draft.cue, *draft.content) if part]
    rest = [draft.with_content(tuple(p for p in draft.content if not _taken(p, taken))) for draft in drafts]
    return [*(d for d in rest if d.content and not (d.cue and _taken(d.cue, taken))), *found]


def _taken(part: Range, taken: Sequence[Range]) -> bool:
    return any(part.overlap(other) > _COVERED * part.length and not part.length < other.length / 2 for other in taken)


def adopt(
    text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Statements for the speech between marks that no draft holds.

    A paragraph that is one quotation belongs to the paragraph before: to its statement when the marks run on, else to
    its speaker. Other speech without a cue is left alone.
    """
    out = list(drafts)
    for quotation in quotations:
        marks = Range(quotation.start, quotation.end)
        if len(text[marks.start : marks.end].split()) < _SPEECH_WORDS or _held(marks, out):
            continue
        paragraph = next(i for i, (start, end) in enumerate(paragraphs) if start <= marks.start < end)
        if _fills(text, marks, paragraphs[paragraph]) and paragraph:
            out = _continued(text, out, marks, quotations, paragraphs[paragraph - 1])
    return sorted(out, key=lambda draft: draft.start)


def _held(marks: Range, drafts: Sequence[Draft]) -> bool:
    return any(piece.overlap(marks) > _COVERED * marks.length for draft in drafts for piece in draft.content)


def _signed(text: str, quotation: Quotation, paragraphs: Sequence[tuple[int, int]]) -> Draft | None:
    end = next(end for start, end in paragraphs if start <= quotation.start < end)
    match = _DASH_NAME.match(text, quotation.end, end)
    if not match or len(text[quotation.start : quotation.end].split()) < _SPEECH_WORDS:
        return None
    marks = Range(quotation.start, quotation.end)
    return Draft(Range(*match.span("source")), Range(*match.span("cue")), (marks,), 1.0, 1.0)


def _fills(text: str, marks: Range, paragraph: tuple[int, int]) -> bool:
    return marks.start == paragraph[0] and not re.search(r"\w", text[marks.end : paragraph[1]])


def _continued(
    text: str, drafts: list[Draft], marks: Range, quotations: Sequence[Quotation], before: tuple[int, int]
) -> list[Draft]:
    last = max(
        (i for i, draft in enumerate(drafts) if any(before[0] <= piece.start < before[1] for piece in draft.content)),
        key=lambda i: max(piece.end for piece in drafts[i].content if piece.start < before[1]),
        default=None,
    )
    if last is None:
        return drafts
    runs_on = any(not q.closed and q.end == before[1] for q in quotations)
    if runs_on:
        return [d.with_content((*d.content, marks)) if i == last else d for i, d in enumerate(drafts)]
    speaker = drafts[last]
    return [*drafts, replace(speaker, source=None, cue=None, content=(marks,), follows=True)]
