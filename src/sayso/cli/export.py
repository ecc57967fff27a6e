"""`sayso export`: the whole ledger, for other programs."""

from pathlib import Path
from typing import BinaryIO

import click

from sayso.cli import ledger as ledgers

_EXAMPLES = """\b
Examples:
  sayso export --format json > ledger.json
  sayso export --format jsonl -o ledger.jsonl && sayso add --ledger copy.db ledger.jsonl
"""


@click.command("export", short_help="Write out the whole ledger.", epilog=_EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    default="json",
    show_default=True,
    help="json: one object; jsonl: an object a line and reading, from which the same ledger can be made again.",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@ledgers.option
def command(form: str, output: Path | None, where: str) -> None:
    """Write out the whole ledger as it is at this moment."""
    from sayso.exports.whole import as_json, as_lines

    with ledgers.view(where) as view, _stream(output) as stream:
        for part in (as_json if form == "json" else as_lines)(view):
            stream.write(part.encode())


def _stream(output: Path | None) -> BinaryIO:
    return click.open_file(str(output or "-"), "wb", atomic=bool(output))  # type: ignore[return-value]
