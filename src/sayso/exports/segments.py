"""Segments: a text cut at every edge of a span, so that spans may overlap and nest and still be shown in one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.records import Span, Statement

Role = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The stretch of a text that is a part of one statement; `statement` is its place in the reading."""

    statement: int
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text that no span begins or ends in, with the marks that cover it, innermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(statements: Iterable[Statement]) -> Iterator[Mark]:
    """Mark every part of `statements`."""
    for place, statement in enumerate(statements):
        for role, span in _parts(statement):
            yield Mark(place, role, span.start, span.end)


def segments(edges: Iterable[int], marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cut the stretch from the first to the last of `edges` at each of them and where a mark begins or ends.

    The segments follow on without a gap.
    """
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    covering: list[Mark] = []
    for start, end in pairwise(_cuts(edges, waiting)):
        while waiting and waiting[-1].start <= start:
            covering.append(waiting.pop())
        covering = [mark for mark in covering if start < mark.end]
        yield Segment(start, end, tuple(sorted(covering, key=_outwards)))


def _cuts(edges: Iterable[int], marks: Iterable[Mark]) -> list[int]:
    known = set(edges)
    if not known:
        return []
    first, last = min(known), max(known)
    of_marks = {edge for mark in marks for edge in (mark.start, mark.end)}
    return sorted(known | {edge for edge in of_marks if first < edge < last})


def _outwards(mark: Mark) -> tuple[bool, int, int]:
    # The source and cue of a statement tell more of it than the content of another that runs around them.
    return mark.role == "content", mark.end - mark.start, mark.statement


def _parts(statement: Statement) -> Iterator[tuple[Role, Span]]:
    if statement.source:
        yield "source", statement.source
    if statement.cue:
        yield "cue", statement.cue
    for span in statement.content:
        yield "content", span
