"""Time expressions: where a text says when, and which day that is, seen from the day the text was written.

Rules, not a library: a general parser reads "may", "sat" and "70 days" as dates when it looks through running text,
takes "on Monday" in a Monday's paper for the week before, and knows nothing of "a day earlier". On the fixtures of
the tests, dateparser 1.5.0 reads 36 of 52 days right where it is told which words to read, and its search finds a date
in 12 of 16 sentences that have none.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.text.date_table import BOUND, TABLE
from sayso.text.days import MONTHS, View
from sayso.text.patterns import pattern


class TimeExpression(NamedTuple):
    """Words at `text[start:end]` that say when. `date` is `None` where they name no single day ("in July").

    `at` is False where they cannot date what was done: they lie ahead ("next Monday") or only bound it ("since May").
    """

    start: int
    end: int
    date: dt.date | None
    at: bool = True


_EXPRESSION = pattern("|".join(rf"(?P<r{i}>\b(?:{pattern})(?!\w))" for i, (pattern, _) in enumerate(TABLE)))
_READINGS = {f"r{i}": reading for i, (_, reading) in enumerate(TABLE)}
# Every expression holds one of these words, and little else does: what stands around them is all that is looked at. One
# flat list of plain beginnings: only such a pattern is searched at full speed.
_HEAD = pattern(
    "|".join([*MONTHS, *(rf"{digit}[ap]m\b" for digit in range(10))])
    + r"|day\b|DAY\b|days\b|night\b|morning\b|noon\b|lunchtime\b|evening\b|tomorrow\b|midnight\b|dawn\b|a\.m\.|p\.m\."
    r"|hours?\b|minutes?\b|weekend\b|weeks?\b|months?\b|years?\b(?!-)|decades?\b|century\b|publication\b|published\b"
    r"|spring\b|summer\b|autumn\b|fall\b|winter\b|19\d\d\b|20\d\d\b"
)
_REACH = 28
_LOOKS_AHEAD = pattern(
    r"(?:\b(?:will|shall|would(?! not| only)|due|(?:expect|plann|schedul)ed|plans|going to|set to|(?:is|are) to)"
    r"|[’']ll)\b(?:(?!\bsaid\b|\btold\b|\bsays\b)[^,.;:“”\"—])*$"
)
_LOOK_BACK = 90
_BOUND = pattern(rf"(?!.*publi){BOUND}")
_COMING = pattern(r"(?:by|until|till) ", re.IGNORECASE)


def time_expressions(text: str, base: dt.date | None) -> list[TimeExpression]:
    """The time expressions of `text`, in its order. `base` is the day that its writer calls today."""
    found: list[TimeExpression] = []
    last: dt.date | None = None
    for match in _matches(text):
        words, start = match.group(), match.start()
        ahead = bool(_COMING.match(words) or _LOOKS_AHEAD.search(text, max(0, start - _LOOK_BACK), start))
        date = _READINGS[match.lastgroup or ""](words, View(base, last, ahead))
        at = not ahead and not _BOUND.match(words) and not (date and base and date > base)
        found.append(TimeExpression(start, match.end(), date, at))
        last = (date if at else None) or last
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for head in _HEAD.finditer(text):
        if head.start() >= end:
            match = _EXPRESSION.search(text, max(end, head.start() - _REACH), head.end() + _REACH)
            if match and match.start() <= head.start():
                yield match
                end = match.end()
