"""Things said in one breath, each by itself: *She said that the gate was shut and that nobody had a key*."""

from collections.abc import Iterator, Sequence

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_AND = pattern(r"[,;]?\s+(?:and|but)\s+")
_THAT = pattern(r"that\b")


def parted(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, one for each clause where the tagger saw several with *and that* between them."""
    return [draft.with_content(clause) for draft in drafts for clause in _clauses(text, draft.content)]


def _clauses(text: str, content: tuple[Range, ...]) -> Iterator[tuple[Range, ...]]:
    first = 0
    for at in range(1, len(content)):
        if _AND.fullmatch(text, content[at - 1].end, content[at].start) and _THAT.match(text, content[at].start):
            yield content[first:at]
            first = at
    yield content[first:]
