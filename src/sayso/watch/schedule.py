"""When to ask again. Takes what is known and what came of asking, and gives what is known then; asks nobody itself."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sayso.errors import AskedToWait, NotFetched, Refused
from sayso.fetch.fetched import Fetched
from sayso.ledger.watching import Feed, Page
from sayso.watch import feed as feeds

HOUR = 3_600
FEED_EVERY = HOUR
"""Seconds from one look at a feed to the next, where its host does not ask for more."""
REVISITED_FOR = 7 * 24 * HOUR
"""Seconds for which a page is looked at again after it was found."""

_LONGEST = 24 * HOUR
_TRIES = 6
_GONE = {404, 410, 451}
_MAX_AGE = re.compile(r"max-age=(\d{1,9})")


def worth_fetching(said: feeds.Feed, now: int) -> list[str]:
    """Choose the entries whose pages are to be fetched: all of a feed; of a sitemap, which has everything, the new."""
    if said.kind != "sitemap":
        return [entry.url for entry in said.entries]
    return [entry.url for entry in said.entries if entry.published and now - _seconds(entry.published) < REVISITED_FOR]


def feed_read(feed: Feed, fetched: Fetched, title: str | None, now: int) -> Feed:
    """What is known of a feed once it was asked: in an hour again, or when its answer expires, within a day."""
    return replace(
        feed,
        title=title or feed.title,
        etag=fetched.validators.etag,
        modified=fetched.validators.modified,
        next_at=now + min(max(FEED_EVERY, _max_age(fetched.headers)), _LONGEST),
        failures=0,
        problem=None,
    )


def feed_failed(feed: Feed, error: Exception, now: int) -> Feed:
    """What is known of a feed that could not be had: each failure doubles the wait; what was taken away is let be."""
    failures = feed.failures + 1
    wait = min(FEED_EVERY * 2 ** min(failures - 1, 10), _LONGEST)
    gone = isinstance(error, NotFetched) and error.status == 410
    next_at = None if gone else max(now + wait, _until(error))
    return replace(feed, next_at=next_at, failures=failures, problem=str(error).replace("\0", ""))


def page_read(page: Page, fetched: Fetched, now: int) -> Page:
    """What is known of a page once it was fetched: again in 1, 2, 4, ... hours, for a week from when it was found."""
    visits = page.visits + 1
    again = now + HOUR * 2 ** (visits - 1)
    return replace(
        page,
        etag=fetched.validators.etag,
        modified=fetched.validators.modified,
        visits=visits,
        failures=0,
        next_at=again if again - page.found_at <= REVISITED_FOR else None,
    )


def page_failed(page: Page, error: Exception, now: int) -> Page:
    """What is known of a page that could not be had: tried again some times, ever later, unless that is of no use."""
    if isinstance(error, AskedToWait):
        return replace(page, next_at=max(_until(error), now + 60))
    failures = page.failures + 1
    useless = isinstance(error, Refused) or (isinstance(error, NotFetched) and error.status in _GONE)
    given_up = useless or not isinstance(error, NotFetched) or failures >= _TRIES
    return replace(page, failures=failures, next_at=None if given_up else now + HOUR * 2 ** (failures - 1))


def _seconds(moment: str) -> float:
    time = datetime.fromisoformat(moment)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()


def _until(error: Exception) -> int:
    return math.ceil(error.until) if isinstance(error, AskedToWait) else 0


def _max_age(headers: Mapping[str, str]) -> int:
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    return int(found[1]) if found else 0
