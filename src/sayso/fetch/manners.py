"""How a guest behaves: what robots.txt allows, how long to wait, when to come back."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from functools import lru_cache

from protego import Protego

PRODUCT = "sayso"
INTERVAL = 1.0
"""Seconds between two requests to one host, where it does not ask for more."""
LARGEST_ROBOTS = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""
ROBOTS_KEPT = 86_400.0
"""Seconds that a robots.txt is good for, by RFC 9309."""
ROBOTS_RETRIED = 600.0
"""Seconds until one that could not be had is asked for again."""

_LONGEST_INTERVAL = 60.0
_LONGEST_WAIT = 30 * 86_400.0
_BUSY = {429, 503}
_BUSY_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host lets robots do, until `stale`. `body` is its robots.txt, None where it forbids everything."""

    body: str | None
    stale: float
    etag: str | None = None
    modified: str | None = None

    @property
    def rules(self) -> Protego | None:
        """The rules, read once."""
        return None if self.body is None else _rules(self.body)

    def allow(self, url: str) -> bool:
        """Tell whether `url` may be fetched."""
        return bool(self.rules and self.rules.can_fetch(url, PRODUCT))

    @property
    def interval(self) -> float:
        """Seconds that the host wants between two requests, at most a minute."""
        asked = self.rules.crawl_delay(PRODUCT) if self.rules else None
        return min(max(INTERVAL, float(asked)), _LONGEST_INTERVAL) if asked and math.isfinite(asked) else INTERVAL

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that the host names."""
        return list(self.rules.sitemaps) if self.rules else []


def robots(status: int, body: bytes, headers: Mapping[str, str], now: float, known: Robots | None = None) -> Robots:
    """Read the answer to a request for robots.txt as RFC 9309 says: 4xx allows everything, what else failed nothing.

    `known` is what was known before, which an answer of 304 prolongs.
    """
    if status == 200:
        text = body.decode("utf-8-sig", "replace").replace("\0", "")
        return Robots(text, now + ROBOTS_KEPT, headers.get("etag"), headers.get("last-modified"))
    if status == 304 and known:
        return replace(known, stale=now + ROBOTS_KEPT)
    if 400 <= status < 500 and status not in _BUSY:
        return Robots("", now + ROBOTS_KEPT)
    return Robots(None, now + ROBOTS_RETRIED)


@lru_cache(maxsize=1_000)
def _rules(body: str) -> Protego:
    return Protego.parse(body)


def wait(status: int, retry_after: str | None, now: float) -> float:
    """Count the seconds for which a host that answered with `status` wants to be left alone: 0 where it does not say.

    `retry_after` is its Retry-After header, seconds or a date; a month is the longest that is believed.
    """
    if retry_after is None:
        return _BUSY_WAIT if status in _BUSY else 0.0
    text = retry_after.strip()
    if re.fullmatch(r"[0-9]{1,10}", text):
        return min(float(text), _LONGEST_WAIT)
    try:
        asked = parsedate_to_datetime(text).timestamp() - now
    except (ValueError, OverflowError):
        return _BUSY_WAIT if status in _BUSY else 0.0
    return min(max(0.0, asked), _LONGEST_WAIT)
