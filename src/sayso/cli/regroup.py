"""`sayso regroup`: group the whole ledger anew."""

import click

from sayso.cli import ledger as ledgers

_EXAMPLES = """\b
Example:
  sayso regroup --ledger strike.db
"""


@click.command("regroup", short_help="Find the claims of the whole ledger anew.", epilog=_EXAMPLES)
@ledgers.option
@click.pass_context
def command(ctx: click.Context, where: str) -> None:
    """Find the claims of the whole ledger anew, as after an update of sayso. What people decided stays."""
    from sayso.cli.progress import grouped
    from sayso.core import Sayso

    sayso = ctx.find_object(Sayso) or Sayso()
    with ledgers.opened(where) as ledger:
        articles = grouped(sayso.regroup(ledger))
        with ledger.view() as view:
            claims = sum(1 for _ in view.claims())
    click.echo(f"{articles:,} articles, {claims:,} claims")
