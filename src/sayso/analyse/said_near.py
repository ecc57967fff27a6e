"""The date of a statement that its own sentence tells, though not by a time beside its cue."""

import datetime as dt
import re
from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.scene import Place, Scene, said
from sayso.records import Said
from sayso.text.dates import TimeExpression
from sayso.text.days import COUNT, MONTH, WEEKDAY, count
from sayso.text.patterns import pattern

# Right before the one who spoke: "four days before | the mill said", "two weeks after | she told the house".
_APART = pattern(rf"\b(?P<count>{COUNT}) (?P<unit>day|week)s? (?P<way>before|after) \Z")
_PARTICIPLE = pattern(r"\w+ing\b")
_NAMED_DAY = pattern(rf"{WEEKDAY}|{MONTH}")
_JUST = pattern(r"\b(?:has|have) just \w+", re.IGNORECASE)


def near_date(text: str, stage: Scene, draft: Draft, place: Place, own: TimeExpression | None) -> Said | None:
    """First that fits: counted from another date, `own`, that of what it goes along with, the moment, today's event."""
    sentence = stage.sentences[place.sentence]
    times = stage.times(place.sentence)
    return (
        _apart(text, stage.today, draft, sentence, times)
        or (said(text, own) if own else None)
        or _alongside(text, draft, place, times)
        or _just_now(text, stage.today, draft, place)
        or _of_today(text, stage.today, draft, times)
    )


def _apart(
    text: str, today: dt.date | None, draft: Draft, sentence: Range, times: Sequence[TimeExpression]
) -> Said | None:
    """*Talks began on Friday, two days before the mill said …*: counted from the Friday, else from today."""
    start = min(part.start for part in (draft.source, draft.cue) if part) if draft.cue else sentence.start
    match = _APART.search(text, sentence.start, start)
    if not match:
        return None
    before = [e.date for e in times if e.end <= match.start() and e.date]
    anchor = before[-1] if before else today
    if not anchor:
        return None
    days = count(match["count"]) * (7 if match["unit"] == "week" else 1)
    try:
        day = anchor + dt.timedelta(days if match["way"] == "before" else -days)
    except OverflowError:
        return None
    words = text[match.start() : match.end()].rstrip()
    return Said(day.isoformat(), words, match.start(), match.start() + len(words))


def _alongside(text: str, draft: Draft, place: Place, times: Sequence[TimeExpression]) -> Said | None:
    """*The port withdrew it on Monday, blaming a clerk*: what is said by the way is said then."""
    if not _PARTICIPLE.match(text, *place.cue) or (draft.source and draft.source.start >= place.cue.start):
        return None
    told = [*draft.content]
    before = [
        e for e in times if e.end <= place.cue.start and not any(piece.start <= e.start < piece.end for piece in told)
    ]
    return said(text, before[-1]) if before and text[: place.cue.start].rstrip().endswith((",", "and")) else None


def _just_now(text: str, today: dt.date | None, draft: Draft, place: Place) -> Said | None:
    """*The mayor has just told us* on the article's day."""
    start = draft.source.end if draft.source and draft.source.end <= place.cue.start else place.cue.start
    match = _JUST.search(text, start, place.cue.end)
    return Said(today.isoformat(), match.group(), *match.span()) if today and match else None


def _of_today(text: str, today: dt.date | None, draft: Draft, times: Sequence[TimeExpression]) -> Said | None:
    """What is told of an event of the article's own day can have been said on that day alone."""
    if not today:
        return None
    told = [e for e in times if e.date == today and any(p.start <= e.start < p.end for p in draft.content)]
    named = (e for e in told if _NAMED_DAY.search(text, e.start, e.end))
    return next((said(text, e) for e in named), None)
