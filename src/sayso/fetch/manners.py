"""How a guest behaves: what robots.txt allows, how long to wait, when to come back."""

import math
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

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
    """What a host lets robots do, until `stale`. `rules` is None where it forbids everything."""

    rules: Protego | None
    stale: float

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


def robots(status: int, body: bytes, now: float) -> Robots:
    """Read the answer to a request for robots.txt as RFC 9309 says: 4xx allows everything, what else failed nothing."""
    if status == 200:
        return Robots(Protego.parse(body.decode("utf-8-sig", "replace")), now + ROBOTS_KEPT)
    if 400 <= status < 500 and status not in _BUSY:
        return Robots(Protego.parse(""), now + ROBOTS_KEPT)
    return Robots(None, now + ROBOTS_RETRIED)


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
