"""`sayso claims`: the board of all claims."""

from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.records import Status

if TYPE_CHECKING:
    from sayso.records import Claim

_EXAMPLES = """\b
Examples:
  sayso claims
  sayso claims --status disputed --since 2026-03-01
  sayso claims --about bridge --json
"""


@click.command("claims", short_help="Show which claims stand where.", epilog=_EXAMPLES)
@ledgers.option
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only claims that stand so.")
@click.option("--since", metavar="DATE", help="Only claims that moved on DATE (2026-03-09) or later.")
@click.option("--about", metavar="WORDS", default="", help="Only claims whose wording holds all these words.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array of claims.")
def command(where: str, status: str | None, since: str | None, about: str, as_json: bool) -> None:
    """Show the claims in the ledger, the one that moved last first: where each stands, and why."""
    with ledgers.view(where) as view:
        found = [claim for claim in view.claims(status=status, since=since) if _is_about(claim, about)]
    if as_json:
        from sayso.exports import claim_json
        from sayso.exports.format1 import line

        click.echo("[" + ",\n ".join(line(claim_json.to_json(claim)) for claim in found) + "]")
        return
    from sayso.exports.dossier import board
    from sayso.text.terminal import Console

    count = board(found, Console.standard())
    click.echo("no claims" if not count else "1 claim" if count == 1 else f"{count:,} claims")


def _is_about(claim: "Claim", words: str) -> bool:
    gloss = claim.gloss.casefold()
    return all(word in gloss for word in words.casefold().split())
