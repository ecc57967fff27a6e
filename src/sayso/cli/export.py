"""`sayso export`: the whole ledger, for other programs."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from sayso.cli import ledger as ledgers

if TYPE_CHECKING:
    from sayso.ledger.view import View

_EXAMPLES = """\b
Examples:
  sayso export --format json > ledger.json
  sayso export --format jsonl -o ledger.jsonl && sayso add --ledger copy.db ledger.jsonl
  sayso export --format csv > said.csv
"""


@click.command("export", short_help="Write out the whole ledger.", epilog=_EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "csv", "parquet"]),
    default="json",
    show_default=True,
    help="json: one object. jsonl: an object a line and reading, from which the same ledger can be made again. csv, "
    "parquet: a row a statement.",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@ledgers.option
def command(form: str, output: Path | None, where: str) -> None:
    """Write out the whole ledger as it is at this moment."""
    if form == "parquet" and not output and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for terminals: name a file with -o.")
    with ledgers.view(where) as view, _stream(output) as stream:
        if form == "parquet":
            from sayso.exports.table import write_parquet

            write_parquet(view, stream)
        else:
            for part in _parts(form, view):
                stream.write(part.encode())


def _parts(form: str, view: "View") -> Iterator[str]:
    from sayso.exports import table, whole

    return {"json": whole.as_json, "jsonl": whole.as_lines, "csv": table.as_csv}[form](view)


def _stream(output: Path | None) -> BinaryIO:
    return click.open_file(str(output or "-"), "wb", atomic=bool(output))  # type: ignore[return-value]
