"""Where the statements of an article stand among its sentences, and which of them a time expression dates by itself."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.records import Said
from sayso.text.dates import TimeExpression, time_expressions
from sayso.text.days import MONTH
from sayso.text.patterns import pattern

_DATELINE = pattern(
    rf"[A-Z]{{2}}[^“”\"\n]{{0,60}}?, {MONTH} \d{{1,2}}\b(?:, \d{{4}})?\.? ?(?:\([^)\n]{{2,40}}\)|/[^/\n]{{2,30}}/\.?)?"
)
_HEAD_PARAGRAPHS = 3
# A side clause: what it dates is not the saying, unless the cue stands in it too or it tells how the words came out.
_ASIDE = pattern(
    r"(?:^|[,(–—-] ?)(?:who|which|whose|whom|where|when|after|before|as|since|while|[a-z]+ed)\b[^,;:–—“”\"]*$",
    re.IGNORECASE,
)
_OF_SPEECH = pattern(
    r"\b(?:asked|reached|contacted|pressed|questioned|interviewed|quoted|dated|filed|published|released|posted|issued|broadcast"
    r"|sent|signed|said|told|wrote|reported|denied|called)\b",
    re.IGNORECASE,
)
_CLAUSE_END = pattern(r"[,;–—]")
# What is said by the way leaves a time before it to the main clause: "spoke on Monday, adding".
_PARTICIPLE = pattern(r", \w+ing\b")
_OTHER_CLAUSE = pattern(r";|\bwho\b")
# Cues that act on someone: "accused the bank on Monday of": the day stands in the content and is that of the deed.
_DEED = pattern(r"accus|attack|blast|condemn|confront|critici[sz]|grill|identif|\bput|slam")
_OBJECT = pattern(r"[^“”\",;:]{,60} ")
# In characters, content left out. On the training stories any reach from 60 to 200 does as well.
_PENALTY, _REACH = 40, 150


class Place(NamedTuple):
    """Where a statement stands: its cue, or what comes nearest to it, and the numbers of its sentence and paragraph."""

    cue: Range
    sentence: int
    paragraph: int


class Scene(NamedTuple):
    """An article as the dating of its statements sees it; `places` and `own` are parallel to its drafts.

    `wire` is whether it opens with a dateline, `first_length` the length of its first paragraph in characters. `own` is
    the expression that dates a draft by itself; `idle` are those that date none, with the number of their sentence.
    """

    today: dt.date | None
    wire: bool
    first_length: int
    sentences: tuple[Range, ...]
    places: tuple[Place, ...]
    own: tuple[TimeExpression | None, ...]
    idle: tuple[tuple[int, TimeExpression], ...]
    paragraphs: tuple[tuple[int, int], ...]

    def paragraph(self, sentence: int) -> int:
        """The number of the paragraph that a sentence stands in."""
        return _number(self.paragraphs, self.sentences[sentence].start)

    def times(self, sentence: int) -> list[TimeExpression]:
        """The time expressions of a sentence, by its number, in order."""
        own = {e for e, place in zip(self.own, self.places, strict=True) if e and place.sentence == sentence}
        return sorted({*own, *(e for number, e in self.idle if number == sentence)}, key=lambda e: e.start)


def scene(
    text: str,
    drafts: Sequence[Draft],
    day: dt.date | None,
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sentences,
) -> Scene:
    """Lay out an article of `day`. Expressions in its dateline and those that name no single past day are left out."""
    capital = ((start, end) for start, end in paragraphs[:_HEAD_PARAGRAPHS] if text[start : start + 2].isupper())
    heads = [head for start, end in capital if (head := _DATELINE.match(text, start, end))]
    today = _today(heads, day)
    lines = sentences.spans
    cues = [draft.cue or draft.source or draft.content[0] for draft in drafts]
    places = tuple(Place(cue, sentences.number(cue.start), _number(paragraphs, cue.start)) for cue in cues)
    own: dict[Range, tuple[int, TimeExpression]] = {}
    idle: list[tuple[int, TimeExpression]] = []
    for expression in time_expressions(text, today):
        at = expression.start
        if not expression.date or not expression.at or any(head.start() <= at < head.end() for head in heads):
            continue
        number = sentences.number(at)
        near = [draft for draft, place in zip(drafts, places, strict=True) if place.sentence == number]
        cost, cue = _nearest(text, Range(at, expression.end), near, drafts, lines[number])
        if not cue:
            idle.append((number, expression))
        elif cue not in own or cost < own[cue][0]:
            own[cue] = (cost, expression)
    first = paragraphs[0][1] - paragraphs[0][0] if paragraphs else 0
    dated = tuple(own[cue][1] if cue in own else None for cue in cues)
    return Scene(today, bool(heads), first, lines, places, dated, tuple(idle), tuple(paragraphs))


def said(text: str, expression: TimeExpression) -> Said | None:
    """The day of an expression, as a record."""
    if not expression.date:
        return None
    return Said(expression.date.isoformat(), text[expression.start : expression.end], expression.start, expression.end)


def _today(heads: Sequence[re.Match[str]], day: dt.date | None) -> dt.date | None:
    """The dateline's day, where it is at most one off: the clock of a publication may run in another time zone."""
    if not day:
        return None
    found = (e.date for head in heads for e in time_expressions(head.group(), day + dt.timedelta(1)))
    return next((date for date in found if date and abs((date - day).days) <= 1), day)


def _number(spans: Sequence[tuple[int, int]], offset: int) -> int:
    return max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)


def _nearest(
    text: str, when: Range, near: Sequence[Draft], drafts: Sequence[Draft], line: Range
) -> tuple[int, Range | None]:
    """The cue that `when` belongs to, and at what cost. What stands in content can only belong to a cue inside it."""
    around = [piece for d in drafts for piece in d.content if when.within(piece) and not _of_deed(text, when, d)]
    heard = {cue: draft for draft in near if (cue := draft.cue or draft.source)}
    cues = {cue: draft for cue, draft in heard.items() if all(cue.within(piece) for piece in around)}
    aside = _ASIDE.search(text, line.start, when.start)
    costs = [(_cost(text, when, cue, draft), cue) for cue, draft in cues.items() if not _beside(text, when, cue, aside)]
    cost, cue = min(costs, default=(_REACH, None))
    return (cost, cue) if cost < _REACH else (_REACH, None)


def _of_deed(text: str, when: Range, draft: Draft) -> bool:
    return bool(draft.cue and _DEED.search(text, *draft.cue) and _OBJECT.fullmatch(text, draft.cue.end, when.start))


def _beside(text: str, when: Range, cue: Range, aside: re.Match[str] | None) -> bool:
    """Whether `when` stands in a side clause that is neither the cue's nor about speech."""
    if not aside or _OF_SPEECH.search(aside.group()):
        return False
    return cue.start < aside.start() or bool(_CLAUSE_END.search(text, when.end, cue.start))


def _cost(text: str, when: Range, cue: Range, draft: Draft) -> int:
    """Characters between expression and cue outside the draft's content, more where another clause lies between."""
    start, end = min(cue.end, when.end), max(cue.start, when.start)
    inside = [piece for piece in draft.content if start <= piece.start and piece.end <= end]
    by_the_way = _PENALTY if when.end <= cue.start and _PARTICIPLE.search(text, when.end, cue.end) else 0
    clear = max((piece.end for piece in inside), default=start)
    return (
        by_the_way
        + max(0, end - start)
        - sum(p.length for p in inside)
        + _PENALTY * len(_OTHER_CLAUSE.findall(text, clear, end))
    )
