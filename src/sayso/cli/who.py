"""`sayso who`: everything that a speaker said."""

from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers

if TYPE_CHECKING:
    from sayso.ledger.records import Spoken

_EXAMPLES = """\b
Examples:
  sayso who "Oona Tresk"
  sayso who tresk --json
"""
_MOST = 10
_SHOWN = 200


@click.command("who", short_help="Show everything that a speaker said.", epilog=_EXAMPLES)
@click.argument("name")
@click.option("--limit", type=click.IntRange(1), help=f"Statements in all; {_SHOWN} unless given, with --json all.")
@ledgers.option
@ledgers.as_json
@ledgers.color
def command(name: str, limit: int | None, where: str, as_json: bool, color: bool | None) -> None:
    """Show everything that a speaker said in all articles, with dates and carriers, the newest first.

    NAME is a name, a part of one, or a speaker's id. Where several go by it, all of them are shown, each apart.
    """
    from sayso.text.terminal import Console

    with ledgers.view(where) as view:
        found = view.who(name, limit or (None if as_json else _SHOWN))
        if not found:
            ledgers.missing(where, f"nobody goes by the name {name!r}")
        if as_json:
            from sayso.exports.whole import part

            ledgers.print_json(part([entry for one in found for entry in one.entries], view))
        elif len(found) > _MOST:
            _list(found)
        else:
            from sayso.exports.found import spoken

            console = Console.standard(color)
            for one in found:
                spoken(one, console)
                if one.total > len(one.entries):
                    rest = f"sayso who {one.speaker.id} --limit {one.total}"
                    click.echo(f"These are the newest {len(one.entries):,} of {one.total:,}: {rest} shows all.\n")


def _list(found: "list[Spoken]") -> None:
    from sayso.text.visible import visible

    click.echo(f"{len(found)} speakers go by that name. Which one?\n")
    for one in found:
        click.echo(f"{one.speaker.id}  {visible(one.speaker.name)}, {one.speaker.kind}, {one.total:,} statements")
