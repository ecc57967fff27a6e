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
class Copy:
    """A statement whose words stand in an earlier one of another outlet."""

    first: Entry
    later: Entry
    first_runs: tuple[Run, ...]
    later_runs: tuple[Run, ...]


def copied(entries: Sequence[Entry]) -> list[Copy]:
    """The near-copies among `entries`, which are in order of time."""
    by_id = {entry.statement.id: entry for entry in entries}
    return [_copy(by_id[first], by_id[later]) for later, first in copies(entries).items()]


def _copy(first: Entry, later: Entry) -> Copy:
    one, other = words.content(first.statement), words.content(later.statement)
    return Copy(first, later, tuple(runs(one, other)), tuple(runs(other, one)))


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
