"""The ways to show readings. Each takes one reading at a time and holds no more than it must."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent

import click

from sayso.errors import SaysoError
from sayso.exports import format1
from sayso.exports.wording import count, place
from sayso.records import Reading
from sayso.text.terminal import Console

Show = Callable[[Reading], None]


@contextmanager
def json_lines() -> Iterator[Show]:
    """Print one object of format 1 a line."""
    yield lambda reading: click.echo(format1.dumps(reading))


@contextmanager
def json_array() -> Iterator[Show]:
    """Print one array of objects of format 1, each as it comes."""
    before = "[\n"

    def show(reading: Reading) -> None:
        nonlocal before
        click.echo(before + indent(format1.dumps(reading, indent=2), "  "), nl=False)
        before = ",\n"

    yield show
    click.echo("[]" if before == "[\n" else "\n]")


@contextmanager
def page(path: Path) -> Iterator[Show]:
    """Write one page with all readings to `path` in the end; nothing, when there are none."""
    readings: list[Reading] = []
    yield readings.append
    if readings:
        from sayso.exports.page import page as render

        try:
            path.write_text(render(readings), encoding="utf-8")
        except OSError as error:
            raise SaysoError(f"{path}: it cannot be written: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def report(color: bool | None) -> Iterator[Show]:
    """Print a report for people; `color` is true for always, false for never, None for on terminals."""
    from sayso.exports.report import report as print_report

    to = Console.standard(color)
    yield lambda reading: print_report(reading, to)


@contextmanager
def why(number: int, color: bool | None) -> Iterator[Show]:
    """Print how statement `number` of each article came about; raises `SaysoError` where an article has fewer."""
    from sayso.exports.report import explain

    to = Console.standard(color)

    def show(reading: Reading) -> None:
        if number > len(reading.statements):
            found = count(len(reading.statements), "statement")
            raise SaysoError(f"{place(reading.article)}: it has {found}, and none is number {number}")
        explain(reading, number, to)

    yield show
