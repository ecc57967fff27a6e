"""Windows: whole paragraphs, as many as the encoder takes at once, with what the tokenizer alone would lose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import Quotation, quotations

Ints = NDArray[np.int64]

# The tokenizer lowers case and drops line ends and the pairing of marks: these three features give them back.
SHAPES = ("lower", "capital", "upper", "digit")
PLACES = ("outside", "opening", "inside", "closing")
BREAKS = ("within", "paragraph")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of a whole text: `T` of them.

    `ids`, `shapes`, `places`, `breaks` are of shape (T,), `offsets` of shape (T, 2): half-open character spans.
    `words` numbers the word each piece belongs to.
    """

    ids: Ints
    offsets: Ints
    words: Ints
    shapes: Ints
    places: Ints
    breaks: Ints
    quotations: tuple[Quotation, ...]
    paragraphs: tuple[tuple[int, int], ...]


def tokenize(text: str, tokenizer: Any) -> Tokens:
    """Cut `text` into word pieces with `tokenizer` (a `tokenizers.Tokenizer`) and read each piece's features."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    spans = tuple(paragraphs(text))
    quoted = tuple(quotations(text, spans))
    return Tokens(
        ids=np.array(encoding.ids, dtype=np.int64),
        offsets=offsets,
        words=np.array(encoding.word_ids, dtype=np.int64),
        shapes=_shapes(text, offsets),
        places=_places(text, offsets, quoted),
        breaks=_breaks(offsets, spans),
        quotations=quoted,
        paragraphs=spans,
    )


def windows(tokens: Tokens, size: int) -> Iterator[tuple[int, int]]:
    """Half-open token ranges that cover the text in order, each of whole paragraphs and of at most `size` pieces.

    A paragraph longer than `size` is cut where it must be, between words.
    """
    starts = np.flatnonzero(tokens.breaks)
    ends = np.append(starts[1:], len(tokens.ids))
    begin = end = 0
    for stop in ends.tolist():
        if stop - begin > size and end > begin:
            yield begin, end
            begin = end
        while stop - begin > size:
            cut = _word_start(tokens.words, begin, begin + size)
            yield begin, cut
            begin = cut
        end = stop
    if end > begin:
        yield begin, end


def _word_start(words: Ints, begin: int, cut: int) -> int:
    start = cut
    while start > begin and words[start] == words[start - 1]:
        start -= 1
    return start if start > begin else cut


def _shapes(text: str, offsets: Ints) -> Ints:
    upper, lower, digit = (np.concatenate(([0], np.cumsum(c))) for c in _classes(text))
    start, end = offsets[:, 0], offsets[:, 1]
    uppers, lowers = upper[end] - upper[start], lower[end] - lower[start]
    shapes = np.zeros(len(offsets), dtype=np.int64)
    shapes[uppers > 0] = 1
    shapes[(uppers > 1) & (lowers == 0)] = 2
    shapes[digit[end] - digit[start] > 0] = 3
    return shapes


def _classes(text: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each character is upper case, lower case, a digit. Beyond the basic plane none is any of them."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    chars = [char for char in set(text) if char < "\U00010000"]
    tables = np.zeros((3, max(map(ord, text), default=0) + 1), dtype=np.bool_)
    tables[:, list(map(ord, chars))] = [list(map(is_, chars)) for is_ in (str.isupper, str.islower, str.isdigit)]
    upper, lower, digit = tables[:, points]
    return upper, lower, digit


def _places(text: str, offsets: Ints, quoted: Sequence[Quotation]) -> Ints:
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    for quotation in quoted:
        inside[quotation.start : quotation.end] = 2
        inside[quotation.start] = 1
        if quotation.closed:
            inside[quotation.end - 1] = 3
    return inside[offsets[:, 0]]


def _breaks(offsets: Ints, spans: Sequence[tuple[int, int]]) -> Ints:
    breaks = np.zeros(len(offsets), dtype=np.int64)
    if len(offsets):
        firsts = np.searchsorted(offsets[:, 0], [start for start, _ in spans])
        breaks[firsts[firsts < len(offsets)]] = 1
        breaks[0] = 1
    return breaks
