"""Near-copies of a claim's statements, with the words that were copied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.copies import copies, grams
from sayso.desk import words
from sayso.records import Entry

_WORD = re.compile(r"\w+")
_RUN = 3

Run = tuple[str, bool]
"""Words, and whether they were copied."""


@dataclass(frozen=True, slots=True)
class Later:
    """A statement that has words of an earlier one of another outlet, and whether it has them all and no others."""

    entry: Entry
    runs: tuple[Run, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Copied:
    """A statement with what others have copied of it: `runs` are its own, as the first of them has them."""

    first: Entry
    runs: tuple[Run, ...]
    later: tuple[Later, ...]


def copied(entries: Sequence[Entry]) -> list[Copied]:
    """The near-copies among `entries`, which are in order of time, by what they are copies of."""
    by_id = {entry.statement.id: entry for entry in entries}
    groups: dict[str, list[Entry]] = {}
    for later, first in copies(entries).items():
        groups.setdefault(first, []).append(by_id[later])
    return [_copied(by_id[first], later) for first, later in groups.items()]


def _copied(first: Entry, later: Sequence[Entry]) -> Copied:
    words_of = words.content(first.statement)
    return Copied(
        first,
        tuple(runs(words_of, words.content(later[0].statement))),
        tuple(_later(entry, words_of) for entry in later),
    )


def _later(entry: Entry, first: str) -> Later:
    own = words.content(entry.statement)
    return Later(entry, tuple(runs(own, first)), own.casefold() == first.casefold())


def runs(text: str, other: str) -> Iterator[Run]:
    """Cut `text` into what stands in `other`, three words or more on end, and what does not."""
    known, found = grams(other), list(_WORD.finditer(text))
    folded = [match[0].casefold() for match in found]
    shared = set[int]()
    for start in range(len(folded) - _RUN + 1):
        if tuple(folded[start : start + _RUN]) in known:
            shared.update(range(start, start + _RUN))
    at = 0
    for start, end in _stretches(sorted(shared)):
        if found[start].start() > at:
            yield text[at : found[start].start()], False
        at = found[end].end()
        yield text[found[start].start() : at], True
    if at < len(text):
        yield text[at:], False


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of each row of numbers that follow one on the other."""
    rows: list[tuple[int, int]] = []
    for number in numbers:
        if rows and rows[-1][1] == number - 1:
            rows[-1] = (rows[-1][0], number)
        else:
            rows.append((number, number))
    return rows
