"""`sayso stats`: how much there is of everything."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers

if TYPE_CHECKING:
    from sayso.ledger.records import Stats


@click.command("stats", short_help="Count what the ledger holds.")
@ledgers.option
@ledgers.as_json
def command(where: str, as_json: bool) -> None:
    """Count what the ledger holds."""
    with ledgers.view(where) as view:
        stats = view.stats()
    if as_json:
        ledgers.print_json(asdict(stats))
        return
    for name, value in _lines(stats):
        click.echo(f"{name:<12}{value}")


def _lines(stats: "Stats") -> list[tuple[str, str]]:
    days = f"{stats.first[:10]} to {stats.last[:10]}" if stats.first and stats.last else "none"
    superseded = f", {stats.superseded:,} superseded" if stats.superseded else ""
    merged = f", {stats.merged:,} merged into others" if stats.merged else ""
    return [
        ("articles", f"{stats.articles:,} of {stats.outlets:,} outlets, {stats.versions:,} versions"),
        ("days", days),
        ("documents", f"{stats.documents:,}, {stats.bytes:,} bytes as fetched"),
        ("readings", _counts(stats.readings) + superseded),
        ("statements", f"{sum(stats.acts.values()):,}: {_counts(stats.acts)}"),
        ("", _counts(stats.forms)),
        ("speakers", f"{sum(stats.speakers.values()):,}: {_counts(stats.speakers)}{merged}"),
        ("decisions", f"{stats.decisions:,}"),
    ]


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "none"
