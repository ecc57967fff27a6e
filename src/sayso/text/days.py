"""From the words of a time expression to the day they mean."""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from sayso.text.patterns import pattern

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
_MONTHS += ["November", "December"]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def _upper_too(words: list[str]) -> list[str]:
    return [*words, *map(str.upper, words)]


MONTHS = [rf"{month}\b" for month in _upper_too([*_MONTHS, *_SHORT])]
MONTH = rf"(?:(?:{'|'.join(_upper_too(_MONTHS))})\b|(?:{'|'.join(_upper_too(_SHORT))})\b\.?)"
WEEKDAY = rf"(?:(?:{'|'.join(_upper_too(WEEKDAYS))})\b)"
COUNT = rf"(?:\d{{1,3}}|[Aa]n?|{'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _NUMBERS[1:])})"

_MONTH = pattern(MONTH)
_WEEKDAY = pattern(WEEKDAY)
_COUNTED = pattern(rf"({COUNT}) day")


class View(NamedTuple):
    """What an expression is seen from: the text's own day, the day last spoken of, whether its clause looks ahead."""

    own: dt.date | None
    last: dt.date | None
    ahead: bool


Reading = Callable[[str, View], dt.date | None]


def vague(words: str, view: View) -> None:
    """No single day."""


def own(days: int) -> Reading:
    """So many days from the text's own."""
    return lambda words, view: _shift(view.own, days)


def then(days: int) -> Reading:
    """So many days from the day last spoken of; for days before it, that may be the text's own."""
    return lambda words, view: _shift(view.last or (view.own if days < 0 else None), days)


def counted(sign: int, reading: Callable[[int], Reading]) -> Reading:
    """As `reading`, for the number of days that the words count."""
    return lambda words, view: reading(sign * _count(words))(words, view)


def written(words: str, view: View) -> dt.date | None:
    """A day of a month. Without a year it is the nearest that is past, or to come where the clause looks ahead."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    name = _MONTH.search(words)
    if not name:
        return _date(*numbers)
    month = next(i for i, full in enumerate(_MONTHS, 1) if full[:3] == name.group()[:3].capitalize())
    if len(numbers) > 1:
        return _date(numbers[1], month, numbers[0])
    if not view.own:
        return None
    step = 1 if view.ahead else -1
    # Eight years hold a 29 February, save around 1900 and 2100.
    days = (_date(year, month, numbers[0]) for year in range(view.own.year, view.own.year + 9 * step, step))
    return next((day for day in days if day and (day - view.own).days * step >= 0), None)


def weekday(words: str, view: View) -> dt.date | None:
    """The last such day up to the text's own; the next one where the words or the clause look ahead."""
    name = _WEEKDAY.search(words)
    if not name or not view.own:
        return None
    number, words = WEEKDAYS.index(name.group().capitalize()), words.lower()
    back = (view.own.weekday() - number) % 7
    if "last week" in words:
        return _shift(view.own, number - view.own.weekday() - 7)
    if "next " in words or "coming " in words:
        return _shift(view.own, 7 - back)
    if view.ahead:
        return _shift(view.own, -back % 7)
    return _shift(view.own, -(back or 7 * ("last " in words or "past " in words)))


def count(number: str) -> int:
    """The number that a word or figures name: *two*, *14*, *a*."""
    number = number.lower()
    return int(number) if number.isdigit() else _NUMBERS.index(number) if number in _NUMBERS else 1


def _count(words: str) -> int:
    found = _COUNTED.search(words)
    return count(found.group(1)) if found else 1


def _shift(day: dt.date | None, days: int) -> dt.date | None:
    try:
        return day and day + dt.timedelta(days)
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
