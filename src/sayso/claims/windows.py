"""Articles as word pieces in which statements have their places, the same in training and in use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.claims.context import Sentences
from sayso.claims.pieces import CLS, SEP
from sayso.records import Article, Span, Statement

PIECES, TITLE = 500, 40
"""Word pieces that a window may have, and how many of them its headline."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article that is seen at once, with its headline before it.

    It has N word pieces `ids`, and for each, in `inside`, 1 where it belongs to the content of a statement and else 0.
    Of each statement whose place is here, which go by `numbers`, it has the pieces of the content and of the sentence.
    """

    ids: list[int]
    inside: list[int]
    numbers: list[int]
    contents: list[list[int]]
    sentences: list[list[int]]


def windows(article: Article, statements: Sequence[Statement], tokenizer: Any) -> list[Window]:
    """The windows of `article`; its statements go by their places in `statements`, and each is in one window.

    Where an article is too long for one, windows start half a window apart, and a statement is in the one where a
    quarter or more stands before it.
    """
    read = tokenizer.encode(article.text, add_special_tokens=False)
    head = [CLS, *tokenizer.encode(article.title or "", add_special_tokens=False).ids[:TITLE], SEP]
    found = list(_placed(article, statements, np.array(read.offsets).reshape(-1, 2)))
    inside = np.zeros(len(read.ids), dtype=np.int64)
    for content, _ in found:
        inside[content] = 1
    room = PIECES - len(head) - 1
    half = room // 2
    of = [max(0, (int(content[0]) - half // 2) // half) if len(inside) > room else 0 for content, _ in found]
    return [
        _window(head, read.ids[start : start + room], inside[start : start + room], start, own)
        for start, own in ((n * half, [(i, *found[i]) for i, k in enumerate(of) if k == n]) for n in sorted(set(of)))
    ]


def _window(
    head: list[int], ids: list[int], inside: Places, start: int, own: Sequence[tuple[int, Places, Places]]
) -> Window:
    """The window of the pieces `ids` from `start` on, with statements by number, content and sentence."""

    def within(places: Places) -> list[int]:
        return [int(i) - start + len(head) for i in places if start <= i < start + len(ids)]

    contents = [within(content) for _, content, _ in own]
    return Window(
        ids=[*head, *ids, SEP],
        inside=[*(0 for _ in head), *map(int, inside), 0],
        numbers=[number for number, *_ in own],
        contents=contents,
        # A cue may stand far from what was said.
        sentences=[within(sentence) or content for (*_, sentence), content in zip(own, contents, strict=True)],
    )


def _placed(article: Article, statements: Sequence[Statement], offsets: Places) -> Iterator[tuple[Places, Places]]:
    """The pieces of each statement's content and sentence: at least one, since a span may have none of its own."""
    read = Sentences(article)
    for statement in statements:
        start, end = read.around(statement)
        sentence = _pieces(offsets, [Span("", start, end)])
        content = _pieces(offsets, statement.content)
        some = next((one for one in (content, sentence) if len(one)), np.zeros(1, dtype=np.int64))
        yield content if len(content) else some, sentence if len(sentence) else some


def _pieces(offsets: Places, spans: Sequence[Span]) -> Places:
    touched = np.zeros(len(offsets), dtype=bool)
    for span in spans:
        touched |= (offsets[:, 0] < span.end) & (offsets[:, 1] > span.start)
    return np.flatnonzero(touched)
