"""`sayso show`: one article of the ledger."""

import sys
from dataclasses import replace

import click

from sayso.cli import ledger as ledgers

_EXAMPLES = """\b
Examples:
  sayso show https://gridweekly.example/brannoch-authority-not-told
  sayso show grid-0309 --version 1 --json
"""


@click.command("show", short_help="Show one article and who said what in it.", epilog=_EXAMPLES)
@click.argument("article")
@click.option("--version", "number", type=click.IntRange(1), help="Which version; the latest unless given.")
@click.option("--raw", is_flag=True, help="Write out what was fetched, byte for byte.")
@ledgers.option
@ledgers.as_json
@ledgers.color
def command(article: str, number: int | None, raw: bool, where: str, as_json: bool, color: bool | None) -> None:
    """Show one article of the ledger and who said what in it.

    ARTICLE is its address or the id of a version.
    """
    from sayso.text.terminal import Console

    with ledgers.view(where) as view:
        versions = view.versions(ledgers.address(article))
        if not versions:
            ledgers.missing(where, f"there is no article {article!r}")
        named = [version for version in versions if version.reading.article.id == article]
        wanted = [version for version in versions if version.version == number] if number else named or versions[-1:]
        if not wanted:
            ledgers.missing(where, f"the article has no version {number}, only {len(versions)}")
        chosen = wanted[0]
        if raw:
            document = view.document(chosen.reading.article.id)
            if document is None:
                ledgers.missing(where, "the bytes of this article were never at hand")
            sys.stdout.buffer.write(document.data)
        elif as_json:
            from sayso.exports.whole import logged

            ledgers.print_json(logged(replace(chosen, raw=None)))
        else:
            from sayso.exports.report import report

            report(chosen.reading, Console.standard(color))
            click.echo(f"id {chosen.reading.article.id}, version {chosen.version} of {len(versions)}, ", nl=False)
            click.echo(f"read by {chosen.made.model} ({chosen.made.code})", nl=False)
            click.echo(f", {len(chosen.dropped)} set aside (see sayso decisions)" if chosen.dropped else "")
