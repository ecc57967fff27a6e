"""`sayso claim`: the dossier of one claim."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.errors import NotInLedger, SaysoError

if TYPE_CHECKING:
    from sayso.ledger.view import View
    from sayso.records import Claim

_EXAMPLES = """\b
Examples:
  sayso claim c3f2a911
  sayso claim c3f --svg claim.svg
  sayso claim c3f --html claim.html
"""


@click.command("claim", short_help="Show who is for and against a claim, and where it comes from.", epilog=_EXAMPLES)
@click.argument("id")
@ledgers.option
@click.option("--json", "as_json", is_flag=True, help="Print the claim as JSON.")
@click.option("--svg", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Draw it to FILE instead.")
@click.option(
    "--html", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write it to FILE as one page."
)
def command(id: str, where: str, as_json: bool, svg: Path | None, html: Path | None) -> None:
    """Show one claim: who affirms it, denies it and leaves it open, its origins, and how it went.

    ID is what `sayso claims` shows, or enough of its beginning.
    """
    if as_json + bool(svg) + bool(html) > 1:
        raise click.UsageError("Only one of --json, --svg and --html can be given.")
    with ledgers.view(where) as view:
        claim = view.claim(id)
        if claim is None:
            raise NotInLedger(where, f"it holds no claim {id}, or several whose ids begin so")
        readings = [] if as_json or html else view.behind(claim)
        verdicts = view.verdicts(claim)
        page = _page(claim, view) if html else ""
    if as_json:
        from sayso.exports import claim_json
        from sayso.exports.format1 import line

        click.echo(line(claim_json.to_json(claim)))
    elif html:
        _write(html, page)
    elif svg:
        from sayso.exports.claim_svg import svg as draw

        _write(svg, draw(claim, [stored.reading.article for stored in readings]))
    else:
        from sayso.exports.dossier import dossier
        from sayso.grouping import entries_of
        from sayso.text.terminal import Console

        entries = [entry for stored in readings for entry in entries_of(stored)]
        dossier(claim, entries, Console.standard(), verdicts)


def _page(claim: "Claim", view: "View") -> str:
    from sayso.exports.board import of_claim

    return of_claim(claim, view)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SaysoError(f"{path}: it cannot be written: {(error.strerror or str(error)).lower()}") from error
