"""`sayso watch`: keep reading feeds into the ledger."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.cli import options
from sayso.cli.complain import complain
from sayso.errors import MissingSource, SourceError

if TYPE_CHECKING:
    from sayso.core import Sayso
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.watching import Feed
    from sayso.watch.watcher import Round

_LONGEST_PAUSE = 300
_EXAMPLES = """\b
Examples:
  sayso watch https://clarion.example/feed.xml
  sayso watch subscriptions.opml
  sayso watch --once          # for cron: what is due now, of all feeds that the ledger knows
  sayso watch --list
"""


@click.command("watch", short_help="Keep reading feeds into the ledger.", epilog=_EXAMPLES)
@click.argument("feeds", metavar="[FEED...]", nargs=-1)
@ledgers.option
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@click.option("--list", "as_list", is_flag=True, help="Print the feeds that are watched, and ask nobody.")
@click.option("--drop", metavar="FEED", multiple=True, help="Watch FEED no more, and ask nobody.")
@options.allow_private
@click.pass_context
def command(
    ctx: click.Context,
    feeds: tuple[str, ...],
    where: str,
    once: bool,
    as_list: bool,
    drop: tuple[str, ...],
    allow_private: tuple[str, ...],
) -> None:
    """Keep reading feeds into the ledger, until interrupted.

    FEED is the address of a feed (RSS, Atom, JSON Feed, a news sitemap) or an OPML file. The ledger remembers what it
    watches: without FEED, all of that goes on. Every feed is asked once an hour, or less often where it asks for that;
    every article is looked at again in the week after it was found, in ever longer intervals.
    """
    from sayso.core import Sayso

    sayso = ctx.find_object(Sayso) or Sayso()
    sayso.web.allow_private(*allow_private)
    with ledgers.opened(where, create=bool(feeds)) as ledger:
        failures = _take_up(sayso, ledger, feeds)
        failures += sum(_drop(ledger, feed) for feed in drop)
        if as_list:
            _list(ledger)
        elif not drop:
            failures += _watch(sayso, ledger, once)
    ctx.exit(1 if failures else 0)


def _take_up(sayso: "Sayso", ledger: "Ledger", feeds: tuple[str, ...]) -> int:
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


def _drop(ledger: "Ledger", feed: str) -> int:
    from sayso.ledger import watching

    with ledger.writing() as connection:
        if watching.drop_feed(connection, feed):
            return 0
    complain(MissingSource(feed, "it is not watched"))
    return 1


def _list(ledger: "Ledger") -> None:
    from sayso.ledger import watching
    from sayso.text.visible import visible

    with ledger.writing() as connection:
        for feed in watching.feeds(connection):
            click.echo(f"{visible(feed.url)}  {visible(_state(feed))}")


def _state(feed: "Feed") -> str:
    after = "never asked again" if feed.next_at is None else f"next {_time(feed.next_at)}"
    return f"{feed.title or '(not read yet)'}; {after}" + (f"; {feed.problem}" if feed.problem else "")


def _watch(sayso: "Sayso", ledger: "Ledger", once: bool) -> int:
    from sayso.watch.watcher import Watcher

    watcher = Watcher(sayso, ledger, complain)
    while True:
        done = watcher.round()
        now = int(sayso.web.clock.now())
        if once or done.feeds or done.fetched or done.problems:
            click.echo(f"{_time(now)}  {_summary(done)}")
        again = watcher.next_at()
        if once:
            return 1 if done.problems else 0
        if again is None:
            complain(MissingSource("watch", "there is nothing to watch"))
            return 1
        sayso.web.clock.sleep(min(max(1, again - now), _LONGEST_PAUSE))


def _summary(done: "Round") -> str:
    asked = f"{_number(done.feeds, 'feed')} asked, {_number(done.found, 'new address')}"
    new = f"{_number(done.articles, 'new article')}, {_number(done.versions, 'new version')}"
    fetched = f"{_number(done.fetched, 'page')} fetched: {new}, {_number(done.statements, 'statement')}"
    problems = [_number(done.problems, "problem")] if done.problems else []
    return "; ".join([asked, fetched, *problems])


def _number(count: int, noun: str) -> str:
    plural = "" if count == 1 else "es" if noun.endswith("s") else "s"
    return f"{count:,} {noun}{plural}"


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
