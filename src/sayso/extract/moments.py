"""Dates as pages write them."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sayso.extract.build import is_date

_SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_WORDY = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%A, %B %d, %Y", "%A %d %B %Y")
_ZONE = re.compile(r"\s+(?:UTC|GMT|Z)$", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\d)\s+(?=[+-]\d{2}:?\d{2}$)")
_LONGEST = 60


def first_date(candidates: Iterable[Any]) -> str | None:
    """Take the first of `candidates` that is a date, in ISO 8601 with as much as it says."""
    return next(filter(None, map(_iso, candidates)), None)


def _iso(value: Any) -> str | None:
    if not isinstance(value, str) or not 0 < len(text := " ".join(value.split())) <= _LONGEST:
        return None
    plain = _SPACED.sub("", _ZONE.sub("+00:00", text))
    if is_date(plain):
        return plain
    return _from_slashes(text) or _from_mail(text) or _from_words(text)


def _from_slashes(text: str) -> str | None:
    match = _SLASHES.match(text)
    date = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
    return date if is_date(date) else None


def _from_mail(text: str) -> str | None:
    # Brings half of the network with it, which plain text has no need of.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None


def _from_words(text: str) -> str | None:
    for form in _WORDY:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return None
