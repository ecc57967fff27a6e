"""`sayso export`: the whole ledger, for other programs."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from sayso.cli import ledger as ledgers
from sayso.errors import SaysoError
from sayso.exports import formats

_EXAMPLES = """\b
Examples:
  sayso export --format json > ledger.json
  sayso export --format jsonl --out ledger.jsonl && sayso add --ledger copy.db ledger.jsonl
  sayso export --format csv --out said.csv
\b
Formats:
""" + "\n".join(f"  {name:<14} {form.purpose}" for name, form in formats.FORMATS.items())


@click.command("export", short_help="Write out the whole ledger.", epilog=_EXAMPLES)
@click.option(
    "--format",
    "name",
    type=click.Choice(list(formats.FORMATS)),
    default="json",
    show_default=True,
    metavar="FORMAT",
    help="One of those below.",
)
@click.option("-o", "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.")
@click.option("--raw", is_flag=True, help="csv: leave texts as they are, also those that a spreadsheet would run.")
@ledgers.option
def command(name: str, out: Path | None, raw: bool, where: str) -> None:
    """Write out the whole ledger as it is at this moment."""
    if raw and name not in formats.RAW:
        raise click.UsageError(f"--raw is for {' and '.join(formats.RAW)}: {name} always leaves texts as they are.")
    form = formats.RAW[name] if raw else formats.FORMATS[name]
    if form.binary and not out and sys.stdout.isatty():
        raise click.UsageError(f"{name} is not for terminals: name a file with --out.")
    with ledgers.view(where) as view, _stream(out) as stream:
        formats.write(form, view, stream)
    if out and (text := formats.beside(form, out.name)):
        _write_beside(out.with_name(f"{out.name}-metadata.json"), text)


def _write_beside(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SaysoError(f"{path}: it cannot be written: {(error.strerror or str(error)).lower()}") from error


def _stream(out: Path | None) -> BinaryIO:
    return click.open_file(str(out or "-"), "wb", atomic=bool(out))  # type: ignore[return-value]
