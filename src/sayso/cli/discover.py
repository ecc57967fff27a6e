"""`sayso discover`: find the feeds of a site."""

import click

from sayso.cli import options
from sayso.cli.complain import complain
from sayso.errors import MissingSource, SourceError

_EXAMPLES = """\b
Examples:
  sayso discover https://clarion.example
  sayso watch $(sayso discover --quiet https://clarion.example)
"""


@click.command("discover", short_help="Find the feeds of a site.", epilog=_EXAMPLES)
@click.argument("address", metavar="URL")
@click.option("--quiet", is_flag=True, help="Print the addresses alone.")
@options.allow_private
@click.pass_context
def command(ctx: click.Context, address: str, quiet: bool, allow_private: tuple[str, ...]) -> None:
    """Find the feeds of the site at URL, and print the address, kind, length and title of each.

    Exit status: 0 there are some, 1 there are none.
    """
    from sayso.core import Sayso
    from sayso.text.visible import visible
    from sayso.watch.discover import discover

    sayso = ctx.find_object(Sayso) or Sayso()
    sayso.web.allow_private(*allow_private)
    count = 0
    try:
        for url, feed in discover(address, sayso.web):
            length = f"{len(feed.entries or feed.feeds):,} {'feeds' if feed.feeds else 'entries'}"
            click.echo(visible(url if quiet else f"{url}  {feed.kind}, {length}  {feed.title or ''}".rstrip()))
            count += 1
        if not count:
            complain(MissingSource(address, "no feed was found"))
    except SourceError as error:
        complain(error)
    ctx.exit(0 if count else 1)
