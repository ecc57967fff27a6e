"""What is watched, and when to ask again. Everything here runs in a transaction of its caller.

Times are in seconds since 1970. A `next_at` of None means never again.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from sayso.ledger import schema
from sayso.text import addresses


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched. `etag` and `modified` are as its host gave them; `failures` came one after the other."""

    url: str
    next_at: int | None
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a feed has named. `visits` are those that found something, `failures` the others in a row."""

    url: str
    found_at: int
    next_at: int | None
    etag: str | None = None
    modified: str | None = None
    visits: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Robots:
    """The robots.txt of a host, good until `stale`; `body` is None where it may not be asked for anything."""

    origin: str
    body: str | None
    stale: int
    etag: str | None = None
    modified: str | None = None


def feeds(connection: Connection) -> list[Feed]:
    """All feeds, in the order in which they were added."""
    return [_feed(row) for row in connection.execute(select(schema.feeds).order_by(schema.feeds.c.id))]


def due_feeds(connection: Connection, now: int) -> list[Feed]:
    """The feeds that are to be asked now, the longest overdue first."""
    return [_feed(row) for row in connection.execute(_due(schema.feeds, now))]


def due_pages(connection: Connection, now: int, most: int) -> list[Page]:
    """The pages that are to be fetched now, the longest overdue first, `most` at most."""
    return [_page(row) for row in connection.execute(_due(schema.pages, now).limit(most))]


def next_at(connection: Connection) -> int | None:
    """When the next feed or page is due; None where none ever is."""
    times = [connection.execute(select(func.min(table.c.next_at))).scalar() for table in (schema.feeds, schema.pages)]
    return min((int(time) for time in times if time is not None), default=None)


def add_feeds(connection: Connection, urls: Iterable[str], now: int) -> None:
    """Watch the feeds at `urls`, from now on; one that is watched stays as it is."""
    for url in urls:
        known = select(schema.feeds.c.next_at).where(schema.feeds.c.url == url)
        row = connection.execute(known).first()
        if row is None:
            connection.execute(insert(schema.feeds).values(**asdict(Feed(url, now))))
        elif row.next_at is None:
            save_feed(connection, Feed(url, now))


def drop_feed(connection: Connection, url: str) -> bool:
    """Watch the feed at `url` no more; tells whether it was watched."""
    return connection.execute(delete(schema.feeds).where(schema.feeds.c.url == url)).rowcount > 0


def save_feed(connection: Connection, feed: Feed) -> None:
    """Keep what has become of `feed`."""
    connection.execute(update(schema.feeds).where(schema.feeds.c.url == feed.url).values(**asdict(feed)))


def add_pages(connection: Connection, urls: Iterable[str], now: int) -> int:
    """Have the pages at `urls` fetched; tells how many are new. Equal addresses are one page."""
    wanted: dict[str, str] = {}
    for url in urls:
        wanted.setdefault(addresses.key(url), url)
    table = schema.pages
    known = set(connection.execute(select(table.c.key).where(table.c.key.in_(list(wanted)))).scalars())
    new = [{"key": key, **asdict(Page(url, now, now))} for key, url in wanted.items() if key not in known]
    if new:
        connection.execute(insert(table), new)
    return len(new)


def save_page(connection: Connection, page: Page) -> None:
    """Keep what has become of `page`."""
    connection.execute(update(schema.pages).where(schema.pages.c.key == addresses.key(page.url)).values(**asdict(page)))


def hosts(connection: Connection) -> dict[str, int]:
    """Which hosts asked to be left alone, and until when."""
    return {row.name: row.free_at for row in connection.execute(select(schema.hosts))}


def save_hosts(connection: Connection, left_alone: dict[str, int]) -> None:
    """Keep which hosts asked to be left alone."""
    connection.execute(delete(schema.hosts))
    if left_alone:
        rows = [{"name": name, "free_at": free_at} for name, free_at in left_alone.items()]
        connection.execute(insert(schema.hosts), rows)


def robots(connection: Connection) -> list[Robots]:
    """The robots.txt of every host that was asked for one."""
    rows = connection.execute(select(schema.robots)).all()
    return [Robots(row.origin, row.body, row.stale, row.etag, row.modified) for row in rows]


def save_robots(connection: Connection, known: Iterable[Robots]) -> None:
    """Keep what is known of each robots.txt."""
    table = schema.robots
    kept = {(row.origin, row.stale) for row in connection.execute(select(table.c.origin, table.c.stale))}
    new = [asdict(robots) for robots in known if (robots.origin, robots.stale) not in kept]
    if new:
        connection.execute(delete(table).where(table.c.origin.in_([row["origin"] for row in new])))
        connection.execute(insert(table), new)


def _due(table: Table, now: int) -> Any:
    return select(table).where(table.c.next_at <= now).order_by(table.c.next_at, table.c.id)


def _feed(row: Any) -> Feed:
    return Feed(row.url, row.next_at, row.title, row.etag, row.modified, row.failures, row.problem)


def _page(row: Any) -> Page:
    return Page(row.url, row.found_at, row.next_at, row.etag, row.modified, row.visits, row.failures)
