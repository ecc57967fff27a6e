"""One round after the other: asks the feeds that are due, then fetches the pages that are, into the ledger."""

import math
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from sayso.core import Sayso
from sayso.errors import AskedToWait, SourceError
from sayso.fetch import pages
from sayso.fetch.fetched import Fetched, Validators
from sayso.fetch.manners import Robots
from sayso.ledger import watching
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import Added, New
from sayso.ledger.watching import Feed, Page
from sayso.text.addresses import site
from sayso.watch import feed as feeds
from sayso.watch import schedule
from sayso.watch.batches import batches

Job = TypeVar("Job", Feed, Page)

AT_ONCE = 8
"""Hosts that are asked at the same time."""
_PAGES = 400
_LISTED = 10


@dataclass
class Round:
    """What a round did. `fetched` counts pages that answered, `unchanged` those of them that were as before."""

    feeds: int = 0
    found: int = 0
    fetched: int = 0
    unchanged: int = 0
    articles: int = 0
    versions: int = 0
    statements: int = 0
    problems: int = 0


class Watcher:
    """Watches the feeds that `ledger` knows. What cannot be had goes to `complain`, and is tried again later."""

    def __init__(
        self, sayso: Sayso, ledger: Ledger, complain: Callable[[SourceError], None], *, at_once: int = AT_ONCE
    ) -> None:
        self._sayso = sayso
        self._ledger = ledger
        self._complain = complain
        self._at_once = at_once

    def round(self) -> Round:
        """Ask all that is due, then let the claims follow. All is on disk at once, so it can be broken off anywhere."""
        done = Round()
        self._recall_hosts()
        for feed, found in self._fetched(self._due_feeds()):
            self._feed(feed, found, done)
        while due := self._due_pages():
            for page, found in self._fetched(due):
                self._page(page, found, done)
        self._keep_hosts()
        for _ in self._sayso.group(self._ledger):
            pass
        return done

    def next_at(self) -> int | None:
        """When something is due again, in seconds since 1970."""
        with self._ledger.writing() as connection:
            return watching.next_at(connection)

    def _recall_hosts(self) -> None:
        hosts = self._sayso.web.hosts
        with self._ledger.writing() as connection:
            for host, until in watching.hosts(connection).items():
                hosts.leave_alone(host, until)
            for known in watching.robots(connection):
                hosts.recall(known.origin, Robots(known.body, known.stale, known.etag, known.modified))

    def _keep_hosts(self) -> None:
        hosts = self._sayso.web.hosts
        left_alone = {host: math.ceil(until) for host, until in hosts.left_alone().items()}
        known = [
            watching.Robots(origin, robots.body, int(robots.stale), robots.etag, robots.modified)
            for origin, robots in hosts.robots().items()
        ]
        with self._ledger.writing() as connection:
            watching.save_hosts(connection, left_alone)
            watching.save_robots(connection, known)

    def _now(self) -> int:
        return int(self._sayso.web.clock.now())

    def _due_feeds(self) -> list[Feed]:
        with self._ledger.writing() as connection:
            return watching.due_feeds(connection, self._now())

    def _due_pages(self) -> list[Page]:
        with self._ledger.writing() as connection:
            return watching.due_pages(connection, self._now(), _PAGES)

    def _fetched(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Fetched | SourceError]]:
        with ThreadPoolExecutor(self._at_once) as pool:
            for batch in batches(jobs, lambda job: site(job.url), self._at_once):
                yield from zip(batch, pool.map(self._get, batch), strict=True)

    def _get(self, job: Feed | Page) -> Fetched | SourceError:
        try:
            return self._sayso.web.get(job.url, Validators(job.etag, job.modified))
        except SourceError as error:
            return error

    def _feed(self, feed: Feed, found: Fetched | SourceError, done: Round) -> None:
        done.feeds += 1
        try:
            if isinstance(found, SourceError):
                raise found
            said = feeds.parse(found.body, found.url) if found.body is not None else None
        except SourceError as error:
            self._save_feed(schedule.feed_failed(feed, error, self._now()))
            self._tell(error, done)
            return
        now = self._now()
        with self._ledger.writing() as connection:
            if said:
                watching.add_feeds(connection, said.feeds[:_LISTED], now)
                done.found += watching.add_pages(connection, schedule.worth_fetching(said, now), now)
            watching.save_feed(connection, schedule.feed_read(feed, found, said.title if said else None, now))

    def _save_feed(self, feed: Feed) -> None:
        with self._ledger.writing() as connection:
            watching.save_feed(connection, feed)

    def _page(self, page: Page, found: Fetched | SourceError, done: Round) -> None:
        if isinstance(found, SourceError):
            self._tell(found, done)
            after = schedule.page_failed(page, found, self._now())
        else:
            done.fetched += 1
            self._article(page, found, done)
            after = schedule.page_read(page, found, self._now())
        with self._ledger.writing() as connection:
            watching.save_page(connection, after)

    def _article(self, page: Page, found: Fetched, done: Round) -> None:
        if found.body is None:
            done.unchanged += 1
            return
        try:
            for one in self._sayso.add_raw(self._ledger, pages.page(page.url, found)):
                if isinstance(one, SourceError):
                    raise one
                _count(one, done)
        except SourceError as error:
            # Said once is enough for a page that is looked at again and again.
            if not page.visits:
                self._tell(error, done)

    def _tell(self, error: SourceError, done: Round) -> None:
        if isinstance(error, AskedToWait):
            # To wait is no problem, but must not be forgotten, whatever ends this round.
            self._keep_hosts()
            return
        done.problems += 1
        self._complain(error)


def _count(added: Added, done: Round) -> None:
    done.articles += added.new is New.ARTICLE
    done.versions += added.new is New.VERSION
    done.unchanged += added.new is New.NOTHING
    done.statements += added.statements
