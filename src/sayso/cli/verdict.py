"""`sayso verdict`: what another body concludes on a claim, kept under its name."""

import getpass
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.errors import NotInLedger, SourceError

if TYPE_CHECKING:
    from sayso.records import Verdict

_LARGEST = 20_000_000
_EXAMPLES = """\b
Examples:
  sayso verdict c3f2a911 review.html
  sayso verdict c3f2a911 reviews.json --number 3
"""


@click.command("verdict", short_help="Keep what another body concludes on a claim.", epilog=_EXAMPLES)
@click.argument("id", metavar="CLAIM")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--number", type=click.IntRange(1), metavar="N", help="Which verdict, where FILE holds several.")
@click.option("--why", metavar="TEXT", default="", help="The reason, which is kept with it.")
@ledgers.option
def command(id: str, source: Path, number: int | None, why: str, where: str) -> None:
    """Keep what another body concludes on CLAIM: the ClaimReview in FILE, a page or JSON.

    It is shown with its author and moves no status. `sayso undo` takes it back.
    """
    from sayso.ledger.claim_decisions import VERDICT
    from sayso.records import Decision

    verdict = _chosen(_found(source), number)
    with ledgers.opened(where) as ledger:
        with ledger.view() as view:
            claim = view.claim(id)
        if claim is None:
            raise NotInLedger(where, f"it holds no claim {id}, or several whose ids begin so")
        statements = [position.statement for position in claim.positions]
        data = {"statements": statements, "verdict": asdict(verdict)}
        decided = ledger.decide(Decision(VERDICT, getpass.getuser(), why, data))
    click.echo(f"decision {decided}: {verdict.author} on {claim.id}")


def _found(source: Path) -> "list[Verdict]":
    from sayso.extract.claimreview import verdicts
    from sayso.records import Raw

    try:
        with source.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise SourceError(str(source), f"it cannot be read: {(error.strerror or str(error)).lower()}") from error
    if len(data) > _LARGEST:
        raise SourceError(str(source), f"it is larger than {_LARGEST // 1_000_000} MB")
    return verdicts(Raw(source.resolve().as_uri(), str(source), data))


def _chosen(found: "list[Verdict]", number: int | None) -> "Verdict":
    from sayso.text.visible import visible

    if number is not None and number <= len(found):
        return found[number - 1]
    if number is None and len(found) == 1:
        return found[0]
    lines = [f"{place}  {one.author}: “{one.rating}”, on “{one.claim}”" for place, one in enumerate(found, 1)]
    raise click.UsageError("Name one of these with --number:\n" + "\n".join(map(visible, lines[:50])))
