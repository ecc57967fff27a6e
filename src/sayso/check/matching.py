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

See = Callable[[Sequence[Context]], NDArray[np.float64]]
"""Given N stretches of text: what the embedder sees in each (N, 384), as unit vectors."""

_LIKE = 0.6
_LEAST = 4
_OWN = 0.4
_NEAR = 0.7
_FEW = 3
_SHARED = 2
_PER_UNIT = 2
_OTHER = 0.5
_OTHER_NEAR = 0.2
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


@dataclass(frozen=True, slots=True)
class _Pair:
    """A unit beside a claim: how alike they are in words, or how near the embedder sees them, and which of the two."""

    score: float
    unit: Unit
    recorded: Recorded
    in_words: bool


def matches(draft: Draft, recorded: Sequence[Recorded], label: Label, see: See) -> list[Match]:
    """Where the draft takes a side on claims of the ledger: what is most like them, and `label` is sure of."""
    every = units(draft)
    near = sorted([*_alike(every, recorded), *_near(every, recorded, see)], key=lambda pair: -pair.score)
    best = list({(id(pair.unit), pair.recorded.claim.id): pair for pair in reversed(near)}.values())[::-1][:_MOST]
    if not best:
        return []
    likely = label([(pair.recorded.claim.gloss, pair.unit.context) for pair in best])
    found = (_match(pair, row) for pair, row in zip(best, likely, strict=True))
    return sorted((match for match in found if match), key=lambda match: (match.start, -match.score))


def _match(pair: _Pair, row: NDArray[np.float64]) -> Match | None:
    unit, other = pair.unit, float(row[3])
    if other >= (_OTHER if pair.in_words else _OTHER_NEAR):
        return None
    stance, score = _stance(unit, row), min(pair.score, 1 - other)
    return Match(unit.span.start, unit.span.end, pair.recorded, stance, unit.statement, unit.headline, score)


def _alike(every: Iterable[Unit], recorded: Sequence[Recorded]) -> Iterator[_Pair]:
    for unit in every:
        scored = ((likeness(unit, one), i) for i, one in enumerate(recorded))
        best = sorted((pair for pair in scored if pair[0] >= _LIKE), reverse=True)[:_PER_UNIT]
        yield from (_Pair(score, unit, recorded[i], True) for score, i in best)


def _near(every: Sequence[Unit], recorded: Sequence[Recorded], see: See) -> Iterator[_Pair]:
    """Each unit with the claim whose nearest statements it is nearest to, where that is near enough."""
    seen = [(one, one.points) for one in recorded if one.points is not None and len(one.points)]
    about = frozenset(word for one, _ in seen for text in one.wordings for word in stems(text))
    likely = [unit for unit in every if len(about & stems(unit.context.content)) >= _SHARED]
    if not likely:
        return
    for unit, point in zip(likely, see([unit.context for unit in likely]), strict=True):
        nearest = [float(np.sort(points @ point)[-_FEW:].mean()) for _, points in seen]
        best = int(np.argmax(nearest))
        if nearest[best] >= _NEAR:
            yield _Pair(nearest[best], unit, seen[best][0], False)


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
