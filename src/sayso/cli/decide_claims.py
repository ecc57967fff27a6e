"""`sayso merge-claims`, `split-claim` and `not-a-statement`: what a person decides about claims and statements."""

from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.cli.decide import record, signed
from sayso.errors import NotInLedger

if TYPE_CHECKING:
    from sayso.ledger.view import View
    from sayso.records import Claim

_MERGE = """\b
Example:
  sayso merge-claims c3f2a911 c91b0d77 --why "both are about the call"
"""
_SPLIT = """\b
Example:
  sayso split-claim c3f2a911 times-0309:120-188 times-0309:402-455
"""
_DROP = """\b
Example:
  sayso not-a-statement times-0309:120-188 --why "a caption"
"""


@click.command("merge-claims", short_help="Make two or more claims one.", epilog=_MERGE)
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@signed
@ledgers.option
@ledgers.as_json
def merge(ids: tuple[str, ...], why: str, by: str, where: str, as_json: bool) -> None:
    """Make claims one, now and in every later grouping."""
    if len(ids) < 2:
        raise click.UsageError("Name two claims or more.")
    with ledgers.opened(where) as ledger:
        with ledger.view() as view:
            claims = [_claim(view, where, id) for id in ids]
        statements = [position.statement for claim in claims for position in claim.positions]
        record(ledger, "merge-claims", {"statements": statements}, by, why, as_json)


@click.command("split-claim", short_help="Take statements out of a claim.", epilog=_SPLIT)
@click.argument("id", metavar="ID")
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@signed
@ledgers.option
@ledgers.as_json
def split(id: str, statements: tuple[str, ...], why: str, by: str, where: str, as_json: bool) -> None:
    """Take statements out of a claim and make them one of their own, now and in every later grouping."""
    with ledgers.opened(where) as ledger:
        with ledger.view() as view:
            claim = _claim(view, where, id)
        strange = [key for key in statements if key not in {position.statement for position in claim.positions}]
        if strange:
            raise click.UsageError(f"{strange[0]} is no statement of this claim.")
        record(ledger, "split-claim", {"statements": list(statements)}, by, why, as_json)


@click.command("not-a-statement", short_help="Settle that something read as a statement is none.", epilog=_DROP)
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@signed
@ledgers.option
@ledgers.as_json
def drop(statements: tuple[str, ...], why: str, by: str, where: str, as_json: bool) -> None:
    """Leave statements out of claims, searches, counts and exports, now and in every later reading.

    They stay in the ledger, are shown as set aside in their articles on the desk, and come back with `sayso undo`.
    """
    with ledgers.opened(where) as ledger:
        with ledger.view() as view:
            known = {entry.statement.id for entry in view.statements(statements)}
        for id in statements:
            if id not in known:
                raise NotInLedger(where, f"there is no statement {id!r}")
        record(ledger, "not-a-statement", {"statements": list(statements)}, by, why, as_json)


def _claim(view: "View", where: str, id: str) -> "Claim":
    claim = view.claim(id)
    if claim is None:
        raise NotInLedger(where, f"it holds no claim {id}, or several whose ids begin so")
    return claim
