"""Two texts side by side, paragraph by paragraph, with the words that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from sayso.text.paragraphs import paragraphs

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.4
"""Likeness from which one paragraph is another reworded, not one gone and one new."""

Run = tuple[str, bool]
"""Words, and whether the other text lacks them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph before and after: nothing where there is none."""

    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def same(self) -> bool:
        """Whether nothing has changed."""
        return self.before == self.after


def compared(before: str, after: str) -> list[Row]:
    """The paragraphs of two texts, beside each other."""
    one, other = ([text[start:end] for start, end in paragraphs(text)] for text in (before, after))
    rows: list[Row] = []
    for kind, i, k, m, n in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [Row(((text, False),), ((text, False),)) for text in one[i:k]]
        else:
            rows += _changed(one[i:k], other[m:n])
    return rows


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    """Pair paragraphs that are reworded, in order; what is left between two pairs stands side by side, as it comes."""
    left = done = 0
    for at, old in enumerate(before):
        near = next((place for place in range(left, len(after)) if _alike(old, after[place])), None)
        if near is not None:
            yield from _apart(before[done:at], after[left:near])
            yield Row(*_runs(old, after[near]))
            done, left = at + 1, near + 1
    yield from _apart(before[done:], after[left:])


def _apart(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    for old, new in zip_longest(before, after):
        yield Row(((old, True),) if old is not None else (), ((new, True),) if new is not None else ())


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE


def _runs(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    one, other = _WORD.findall(before), _WORD.findall(after)
    left, right = list[Run](), list[Run]()
    for kind, i, k, m, n in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        for runs, words in ((left, one[i:k]), (right, other[m:n])):
            if words:
                runs.append(("".join(words), kind != "equal"))
    return tuple(left), tuple(right)
