"""`sayso serve`: the ledger in a browser, and as a REST API."""

import click

from sayso.cli import ledger as ledgers
from sayso.cli import options
from sayso.errors import SaysoError

_EXAMPLES = """\b
Examples:
  sayso serve
  sayso serve --ledger strike.db --port 9000
  SAYSO_TOKEN=$(sayso token) sayso serve --host 0.0.0.0 --allow-host newsdesk.example
"""


@click.command("serve", short_help="Show the ledger in a browser.", epilog=_EXAMPLES)
@ledgers.option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8470, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--allow-host", metavar="NAME", multiple=True, help="A name by which browsers may ask for the desk.")
@options.allow_private
@click.pass_context
def command(
    ctx: click.Context, where: str, host: str, port: int, allow_host: tuple[str, ...], allow_private: tuple[str, ...]
) -> None:
    """Show the ledger in a browser, and serve it to programs as a REST API under /api/v1.

    Only this machine reaches it, unless --host says otherwise; then everybody must show a token, which SAYSO_TOKEN or
    `sayso token` gives. Stop it with Ctrl+C.
    """
    try:
        from sayso.desk.serve import serve, settings
    except ImportError as error:
        raise SaysoError(f"the desk needs {error.name}: pip install 'sayso[desk]'") from error
    from sayso.cli.token import given
    from sayso.core import Sayso

    who = settings(host, allow_host, given())
    sayso = ctx.find_object(Sayso) or Sayso()
    sayso.web.allow_private(*allow_private)
    with ledgers.opened(where, create=True) as ledger:
        serve(ledger, sayso, host, port, who, click.echo)


@click.command("token", short_help="Make the token that a desk on a network asks for.")
def token() -> None:
    """Print the token of this user's desks, which is made the first time.

    Example: SAYSO_TOKEN=$(sayso token) sayso serve --host 0.0.0.0
    """
    from sayso.cli.token import kept

    click.echo(kept(make=True))
