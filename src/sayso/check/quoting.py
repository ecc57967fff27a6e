"""Quotations of a draft beside those of the ledger."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sayso.check.draft import Draft
from sayso.check.words import contains, words
from sayso.records import Entry, Speaker, Statement
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations

LEAST = 4
"""Words that a quotation must have to be looked up."""
_GAP = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\s?\.\s?\.)\s*")
_INSERT = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of the draft: its words at [start, end) without the marks, its statement and who holds it."""

    start: int
    end: int
    text: str
    statement: Statement
    speaker: Speaker

    @property
    def parts(self) -> list[list[str]]:
        """Its words as they are compared, cut where the writer left something out or put something in."""
        pieces = (piece for cut in _GAP.split(self.text) for piece in _INSERT.split(cut))
        return [found for piece in pieces if (found := words(piece))]


def quotes(draft: Draft) -> Iterator[Quote]:
    """The quotations of at least `LEAST` words that somebody is said to have said."""
    for quotation in draft.quotations:
        start, end = quotation.start + 1, quotation.end - (1 if quotation.closed else 0)
        text = draft.text[start:end]
        holder = next((s for s in draft.reading.statements if _holds(s, start, end)), None)
        if holder and len(words(text)) >= LEAST:
            yield Quote(start, end, text, holder, draft.reading.speaker(holder))


def _holds(statement: Statement, start: int, end: int) -> bool:
    inside = sum(max(0, min(end, piece.end) - max(start, piece.start)) for piece in statement.content)
    return inside > 0.7 * (end - start)


@dataclass(frozen=True, slots=True)
class Original:
    """What a statement of the ledger has between quotation marks: its words, all pieces and the words beside them."""

    entry: Entry
    pieces: tuple[list[str], ...]

    @property
    def joined(self) -> list[str]:
        """All its words in one row."""
        return [word for piece in self.pieces for word in piece]

    def has(self, quote: Quote) -> bool:
        """Whether the words of `quote` stand in it, unaltered."""
        return all(contains(self.joined, part) for part in quote.parts)


def originals(entries: Iterable[Entry]) -> list[Original]:
    """The statements that have something between quotation marks."""
    made = (Original(entry, tuple(_pieces(entry))) for entry in entries)
    return [original for original in made if original.pieces]


def _pieces(entry: Entry) -> Iterator[list[str]]:
    text, content = entry.article.text, entry.statement.content
    first, last = content[0].start, content[-1].end
    around = [(a, b) for a, b in paragraphs(text) if a < last and first < b]
    for quotation in quotations(text, around):
        if any(piece.start < quotation.end and quotation.start < piece.end for piece in content):
            found = words(text[quotation.start : quotation.end])
            if found:
                yield found


def likeness(quote: Quote, original: Original) -> tuple[float, list[str]]:
    """How alike the quotation is to the stretch of the original that is most like it, word by word, and that stretch.

    1 for equal, by the share of words that need neither be put in nor left out (Indel distance).
    """
    ours, theirs = [word for part in quote.parts for word in part], original.joined
    if len(theirs) <= len(ours):
        return Indel.normalized_similarity(ours, theirs), theirs
    best = fuzz.partial_ratio_alignment(ours, theirs)
    start = min(best.dest_start, len(theirs) - len(ours)) if best else 0
    stretch = theirs[start : start + len(ours)]
    return Indel.normalized_similarity(ours, stretch), stretch


def difference(quote: Quote, original: Original) -> list[tuple[str, str]]:
    """Which words of the quotation stand for which of the original; either may be none."""
    ours, theirs = [word for part in quote.parts for word in part], likeness(quote, original)[1]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [(" ".join(ours[a:b]), " ".join(theirs[c:d])) for step, a, b, c, d in steps if step != "equal"]


def by_name(entry: Entry, speaker: Speaker) -> bool:
    """Whether the article gives the statement to the speaker by a name, and not by “he” or “the minister”."""
    source = entry.statement.source
    return bool(source and set(words(source.text)) & {words(name)[-1] for name in (speaker.name,) if words(name)})
