"""`sayso search`: full text over statements."""

import click

from sayso.cli import ledger as ledgers

_EXAMPLES = """\b
Examples:
  sayso search fishing rights
  sayso search '"no call" -office' --limit 50
"""


@click.command("search", short_help="Find statements by their words.", epilog=_EXAMPLES)
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Statements to show.")
@ledgers.option
@ledgers.as_json
@ledgers.color
def command(words: tuple[str, ...], limit: int, where: str, as_json: bool, color: bool | None) -> None:
    """Find the statements with all WORDS, in any of their forms; what fits best comes first.

    "Words in quotation marks" must follow each other, and a -word must not be there. (Put -- before a -word that
    comes first, or all in one pair of quotation marks.)
    """
    from sayso.text.terminal import Console

    with ledgers.view(where) as view:
        found = view.search(" ".join(words), limit)
        if as_json:
            from sayso.exports.whole import part

            ledgers.print_json(part(found, view))
            return
        if not found:
            click.echo("No statement has all these words.")
            return
        from sayso.exports.found import found as print_found

        print_found(found, Console.standard(color))
