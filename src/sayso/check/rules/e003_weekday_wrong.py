"""A weekday that does not fit its date: *Monday, 5 November 2019*, which was a Tuesday.

Without a year the date is that of the draft's own year, or of a year beside it where it lies nearer; a draft that is
not dated, or a sentence that speaks of another year, is checked only where the year is written. Passed over: what
stands in quotation marks; ranges and nights that run over (*Monday to 5 November*, *Monday night into*); years before
1800.
"""

import datetime as dt
import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.text.days import MONTH, WEEKDAYS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAIR = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:,? the |, | \(| )?(?:on )?"
    rf"(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month1>{MONTH})"
    rf"|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?!\d|[.:]\d|\s?(?:am|pm)\b|\s?[-–]\s?\d|\s(?:to|and)\s\d)(?:,? (?P<year>\d{4})\b)?"
)
_YEAR = re.compile(r"\byears?\b|\b(?:1[89]|20)\d\d\b", re.IGNORECASE)
_EARLIEST = 1800


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in _PAIR.finditer(draft.text):
        another = not match["year"] and _YEAR.search(draft.sentence(match.start()).text)
        if another or draft.quoted(match.start()):
            continue
        right = _weekdays(match, draft.day)
        if right and match["weekday"] not in right:
            message = f"{match.group()} is not a {match['weekday']}: it is a {' or a '.join(right)}."
            yield Hit(match.start(), match.end(), message, "Look up which of the two is wrong.")


def _weekdays(match: re.Match[str], day: dt.date | None) -> list[str]:
    """The weekdays that the date of `match` may be, the likeliest first; none where it cannot be told."""
    month = _MONTHS.index((match["month1"] or match["month2"])[:3].lower()) + 1
    number = int(match["day1"] or match["day2"])
    if match["year"]:
        years = [int(match["year"])] if int(match["year"]) >= _EARLIEST else []
    else:
        years = _years(day, month, number) if day else []
    return [WEEKDAYS[date.weekday()] for year in years if (date := _date(year, month, number))]


def _years(day: dt.date, month: int, number: int) -> list[int]:
    """The draft's own year and, where the date lies about as near in it, the one before or after."""
    own = _date(day.year, month, number)
    if own is None:
        return []
    far = (own - day).days
    beside = [day.year - 1] if far > 60 else [day.year + 1] if far < -60 else []
    return [day.year, *beside]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


RULE = Rule(
    "E003",
    "weekday-wrong",
    Severity.ERROR,
    "Reuters Handbook (a wrong weekday is corrected)",
    _find,
    __doc__,
)
