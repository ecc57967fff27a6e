"""The sentences of an article, and which of them a span stands in."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.analyse.draft import Range
from sayso.text.sentences import sentences


def opening(text: str, sentence: Range, words: re.Pattern[str]) -> re.Match[str] | None:
    """Where a sentence opens with `words`; blanks before it do not count."""
    return words.match(text, sentence.end - len(text[slice(*sentence)].lstrip()), sentence.end)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Half-open spans of all sentences, in order; at least one."""

    spans: tuple[Range, ...]

    @classmethod
    def of(cls, text: str, paragraphs: Sequence[tuple[int, int]]) -> "Sentences":
        """The sentences of `text`; none runs over the end of a paragraph."""
        return cls(tuple(Range(*span) for span in sentences(text, paragraphs)) or (Range(0, len(text)),))

    def number(self, offset: int) -> int:
        """The number of the sentence that holds `offset`."""
        return max(0, bisect_right(self.spans, offset, key=lambda span: span.start) - 1)

    def around(self, span: Range) -> Range:
        """From the start of the sentence that `span` begins in to the end of the one that it ends in."""
        first = self.spans[self.number(span.start)]
        last = self.spans[self.number(max(span.start, span.end - 1))]
        return Range(first.start, last.end)
