"""Sentences: good enough to tell what stands in one and what in the next."""

from collections.abc import Iterable, Iterator

from sayso.text.patterns import pattern

_END = pattern(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]*[A-Z0-9$£€])")
_SHORT = pattern(
    r"\b(?:[A-Z]|Mrs?|Ms|Dr|Prof|Gen|Sen|Reps?|Gov|Lt|Col|Maj|Sgt|Capt|Rev|Hon|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LONGEST_SHORT = 6


def sentences(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, in order; none runs over the end of a paragraph."""
    for start, end in paragraphs:
        for match in _END.finditer(text, start, end):
            stop = match.start() + 1
            if not _SHORT.search(text, max(start, stop - _LONGEST_SHORT), stop):
                yield start, match.end()
                start = match.end()
        yield start, end
