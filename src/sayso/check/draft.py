"""A draft as the rules see it: what was read in it, cut into sentences, with its quotations."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.records import Article, Kind, Reading, Span, Speaker, Statement
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import Quotation, quotations
from sayso.text.sentences import sentences


@dataclass(frozen=True)
class Draft:
    """A reading of a draft. `headline` is where its title stands in the text, where it stands there."""

    reading: Reading
    headline: Span | None = None

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.reading.article.text

    @property
    def article(self) -> Article:
        """The draft as an article."""
        return self.reading.article

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The paragraphs, in order."""
        return paragraphs(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, in order, without the white space around them."""
        spans = ((a, b) for a, b in sentences(self.text, self.paragraphs) if self.text[a:b].strip())
        return [self.span(a, a + len(self.text[a:b].rstrip())) for a, b in spans]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations, in order."""
        return quotations(self.text, self.paragraphs)

    @cached_property
    def day(self) -> dt.date | None:
        """The day of the draft, where it is known."""
        published = self.article.updated or self.article.published
        return dt.date.fromisoformat(published[:10]) if published else None

    def span(self, start: int, end: int) -> Span:
        """The words at [start, end)."""
        return Span(self.text[start:end], start, end)

    def index(self, at: int) -> int:
        """Which sentence the offset lies in, counted from 0."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence(self, at: int) -> Span:
        """The sentence that the offset lies in."""
        return self.sentences[self.index(at)] if self.sentences else self.span(0, len(self.text))

    def following(self, at: int) -> Span | None:
        """The sentence after the one at `at`."""
        place = self.index(at) + 1
        return self.sentences[place] if place < len(self.sentences) else None

    def preceding(self, at: int) -> Span | None:
        """The sentence before the one at `at`, in the same paragraph."""
        place = self.index(at) - 1
        if place < 0 or any(self.sentences[place].end <= start <= at for start, _ in self.paragraphs):
            return None
        return self.sentences[place]

    def quoted(self, at: int) -> bool:
        """Whether the offset lies in a quotation."""
        return any(quotation.start <= at < quotation.end for quotation in self.quotations)

    def within(self, span: Span) -> Iterator[Statement]:
        """The statements of which a part stands in `span`."""
        for statement in self.reading.statements:
            parts = (statement.source, statement.cue, *statement.content)
            if any(part and part.start < span.end and span.start < part.end for part in parts):
                yield statement

    def named(self, span: Span) -> Iterator[tuple[Statement, Speaker]]:
        """The statements in `span` whose speaker is somebody: named, or described."""
        for statement in self.within(span):
            speaker = self.reading.speaker(statement)
            if speaker.kind not in (Kind.UNNAMED, Kind.UNKNOWN) and statement.source:
                yield statement, speaker
