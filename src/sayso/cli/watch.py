"""`sayso watch`: keep reading feeds into the ledger."""

from typing import TYPE_CHECKING

import click

from sayso.cli import feeds as feeds_of
from sayso.cli import ledger as ledgers
from sayso.cli import options
from sayso.cli.complain import complain
from sayso.cli.times import local
from sayso.errors import MissingSource

if TYPE_CHECKING:
    from sayso.core import Sayso
    from sayso.ledger.ledger import Ledger
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
        failures = feeds_of.take_up(sayso, ledger, feeds)
        failures += sum(feeds_of.drop(ledger, feed) for feed in drop)
        if as_list:
            feeds_of.show(ledger)
        elif not drop:
            failures += _watch(sayso, ledger, once)
    ctx.exit(1 if failures else 0)


def _watch(sayso: "Sayso", ledger: "Ledger", once: bool) -> int:
    from sayso.watch.watcher import Watcher

    watcher = Watcher(sayso, ledger, complain)
    while True:
        done = watcher.round()
        now = int(sayso.web.clock.now())
        if once or done.feeds or done.fetched or done.problems:
            click.echo(f"{local(now)}  {_summary(done)}")
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
