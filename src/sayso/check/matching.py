"""Which claims of a ledger a draft takes up, where, and on which side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.check.draft import Draft
from sayso.check.records import Match, Recorded
from sayso.check.words import stems
from sayso.claims.context import Context
from sayso.records import Act, Span, Stance, Statement

Label = Callable[[Sequence[tuple[str, Context]]], NDArray[np.float64]]
"""Given N claims in words, each with a stretch of text: probabilities (N, 4) of affirms, denies, undecided, other."""

_LIKE = 0.6
_LEAST = 4
_OWN = 0.4
_PER_UNIT = 2
_OTHER = 0.5
_MOST = 40
_STANCES = (Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED)
_BY_ACT = {Act.DENIES: Stance.DENIES, Act.DECLINES: Stance.UNDECIDED, Act.CONFIRMS: Stance.AFFIRMS}


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a draft that may put something forward: a statement, a sentence of its own, its headline."""

    span: Span
    context: Context
    statement: Statement | None = None
    headline: bool = False


def units(draft: Draft) -> list[Unit]:
    """The statements of a draft, its other sentences, and its headline."""
    return [*_headline(draft), *_statements(draft), *_sentences(draft)]


def _headline(draft: Draft) -> Iterator[Unit]:
    title = draft.article.title
    if title:
        span = draft.headline or Span("", 0, 0)
        yield Unit(span, Context(title, "", title, "", title), headline=True)


def _statements(draft: Draft) -> Iterator[Unit]:
    for statement in draft.reading.statements:
        span = draft.span(statement.content[0].start, statement.content[-1].end)
        who = f"{draft.reading.speaker(statement).name} {statement.act.value}"
        text = " ".join(piece.text for piece in statement.content)
        yield Unit(span, _context(draft, span, text, who), statement)


def _sentences(draft: Draft) -> Iterator[Unit]:
    taken = [draft.headline] if draft.headline else []
    for sentence in draft.sentences:
        if not any(True for _ in draft.within(sentence)) and sentence not in taken and not _is_note(draft, sentence):
            yield Unit(sentence, _context(draft, sentence, sentence.text, ""))


def _is_note(draft: Draft, sentence: Span) -> bool:
    return any(note.start <= sentence.start < note.end for note in draft.article.notes)


def _context(draft: Draft, span: Span, text: str, who: str) -> Context:
    before = draft.preceding(span.start)
    here = draft.sentence(span.start).text
    return Context(_flat(text), who, _flat(here), _flat(before.text) if before else "", draft.article.title or "")


def _flat(text: str) -> str:
    return " ".join(text.split())


def matches(draft: Draft, recorded: Sequence[Recorded], label: Label) -> list[Match]:
    """Where the draft takes a side on claims of the ledger: what shares most words, and `label` is sure of."""
    near = sorted(_near(units(draft), recorded), key=lambda pair: -pair[0])[:_MOST]
    if not near:
        return []
    likely = label([(one.claim.gloss, unit.context) for _, unit, one in near])
    found = []
    for (score, unit, one), row in zip(near, likely, strict=True):
        stance, other = _stance(unit, row), float(row[3])
        if other < _OTHER:
            found.append(
                Match(unit.span.start, unit.span.end, one, stance, unit.statement, unit.headline, min(score, 1 - other))
            )
    return sorted(found, key=lambda match: (match.start, -match.score))


def _near(every: Iterable[Unit], recorded: Sequence[Recorded]) -> Iterator[tuple[float, Unit, Recorded]]:
    for unit in every:
        scored = ((likeness(unit, one), i) for i, one in enumerate(recorded))
        best = sorted((pair for pair in scored if pair[0] >= _LIKE), reverse=True)[:_PER_UNIT]
        yield from ((score, unit, recorded[i]) for score, i in best)


def likeness(unit: Unit, one: Recorded) -> float:
    """How much of a wording of the claim the unit has, 0 to 1; 0 where that is little, or little of the unit."""
    ours = stems(unit.context.content)
    best = 0.0
    for text in one.wordings:
        theirs = stems(text)
        both = len(ours & theirs)
        if both >= _LEAST and both >= _OWN * len(ours):
            best = max(best, both / len(theirs))
    return best


def _stance(unit: Unit, row: NDArray[np.float64]) -> Stance:
    if unit.statement and unit.statement.act in _BY_ACT:
        return _BY_ACT[unit.statement.act]
    return _STANCES[int(np.argmax(row[:3]))]
