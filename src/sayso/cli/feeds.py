"""The feeds that a ledger watches: taking them up, dropping and listing them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.complain import complain
from sayso.cli.times import local
from sayso.errors import MissingSource, SourceError

if TYPE_CHECKING:
    from sayso.core import Sayso
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.watching import Feed


def take_up(sayso: "Sayso", ledger: "Ledger", feeds: tuple[str, ...]) -> int:
    """Watch `feeds`, too, and count what cannot be."""
    from sayso.fetch.urls import is_url, parse
    from sayso.ledger import watching

    failures = 0
    for feed in feeds:
        try:
            urls = [str(parse(feed))] if is_url(feed) else _listed(feed)
        except ValueError as error:
            complain(SourceError(feed, str(error)))
            failures += 1
        except SourceError as error:
            complain(error)
            failures += 1
        else:
            with ledger.writing() as connection:
                watching.add_feeds(connection, urls, int(sayso.web.clock.now()))
    return failures


def _listed(place: str) -> tuple[str, ...]:
    """Read the addresses of the feeds in an OPML file."""
    from sayso.fetch.places import unreadable
    from sayso.watch.feed import parse

    try:
        data = Path(place).read_bytes()
    except OSError as error:
        raise unreadable(place, error) from error
    listed = parse(data, place).feeds
    if not listed:
        raise MissingSource(place, "it lists no feeds")
    return listed


def drop(ledger: "Ledger", feed: str) -> int:
    """Watch `feed` no more, and count it when it was not watched."""
    from sayso.ledger import watching

    with ledger.writing() as connection:
        if watching.drop_feed(connection, feed):
            return 0
    complain(MissingSource(feed, "it is not watched"))
    return 1


def show(ledger: "Ledger") -> None:
    """Print the feeds that are watched, and what is known of each."""
    from sayso.ledger import watching
    from sayso.text.visible import visible

    with ledger.writing() as connection:
        for feed in watching.feeds(connection):
            click.echo(f"{visible(feed.url)}  {visible(_state(feed))}")


def _state(feed: "Feed") -> str:
    after = "never asked again" if feed.next_at is None else f"next {local(feed.next_at)}"
    return f"{feed.title or '(not read yet)'}; {after}" + (f"; {feed.problem}" if feed.problem else "")
