"""`sayso merge-claims` and `sayso split-claim`: what a person decides about claims."""

import getpass

import click

from sayso.cli import ledger as ledgers
from sayso.errors import NotInLedger

_MERGE = """\b
Example:
  sayso merge-claims c3f2a911 c91b0d77 --why "both are about the call"
"""
_SPLIT = """\b
Example:
  sayso split-claim c3f2a911 times-0309:120-188 times-0309:402-455
"""
_why = click.option("--why", metavar="TEXT", default="", help="The reason, which is kept with the decision.")


@click.command("merge-claims", short_help="Make two or more claims one.", epilog=_MERGE)
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@ledgers.option
@_why
@click.pass_context
def merge(ctx: click.Context, ids: tuple[str, ...], where: str, why: str) -> None:
    """Make claims one, now and in every later grouping."""
    if len(ids) < 2:
        raise click.UsageError("Name two claims or more.")
    with ledgers.view(where) as view:
        claims = [(id, view.claim(id)) for id in ids]
    for id, claim in claims:
        if claim is None:
            raise NotInLedger(where, f"it holds no claim {id}, or several whose ids begin so")
    statements = [position.statement for _, claim in claims if claim for position in claim.positions]
    _decide(ctx, where, "merge-claims", statements, why)


@click.command("split-claim", short_help="Take statements out of a claim.", epilog=_SPLIT)
@click.argument("id", metavar="ID")
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@ledgers.option
@_why
@click.pass_context
def split(ctx: click.Context, id: str, statements: tuple[str, ...], where: str, why: str) -> None:
    """Take statements out of a claim and make them one of their own, now and in every later grouping."""
    with ledgers.view(where) as view:
        claim = view.claim(id)
    if claim is None:
        raise NotInLedger(where, f"it holds no claim {id}, or several whose ids begin so")
    strange = [key for key in statements if key not in {position.statement for position in claim.positions}]
    if strange:
        raise click.UsageError(f"{strange[0]} is no statement of this claim.")
    _decide(ctx, where, "split-claim", list(statements), why)


def _decide(ctx: click.Context, where: str, kind: str, statements: list[str], why: str) -> None:
    from sayso.cli.progress import grouped
    from sayso.core import Sayso
    from sayso.records import Decision

    sayso = ctx.find_object(Sayso) or Sayso()
    with ledgers.opened(where) as ledger:
        number = ledger.decide(Decision(kind, getpass.getuser(), why, {"statements": statements}))
        grouped(sayso.group(ledger))
    click.echo(f"decision {number}")
