"""`sayso diff`: what changed between the versions of an article."""

from itertools import pairwise

import click

from sayso.cli import ledger as ledgers

_EXAMPLES = """\b
Examples:
  sayso diff https://gridweekly.example/brannoch-authority-not-told
  sayso diff grid-0309 --from 1 --to 3 --json
"""


@click.command("diff", short_help="Show what changed between versions.", epilog=_EXAMPLES)
@click.argument("article", metavar="URL")
@click.option("--from", "start", type=click.IntRange(1), help="The version to start from.")
@click.option("--to", "end", type=click.IntRange(1), help="The version to compare with it.")
@ledgers.option
@ledgers.as_json
@ledgers.color
def command(article: str, start: int | None, end: int | None, where: str, as_json: bool, color: bool | None) -> None:
    """Show what changed between the versions of an article, statement by statement.

    URL is its address or the id of a version. Each version is compared with the one before, unless --from or --to is
    given.
    """
    from sayso.exports.changes import changes, to_json
    from sayso.ledger.diff import diff
    from sayso.text.terminal import Console

    with ledgers.view(where) as view:
        versions = view.versions(ledgers.address(article))
    if not versions:
        ledgers.missing(where, f"there is no article {article!r}")
    if max(start or 1, end or 1) > len(versions):
        ledgers.missing(where, f"the article has no version {max(start or 1, end or 1)}, only {len(versions)}")
    if start or end:
        last = end or len(versions)
        pairs = [(versions[(start or last - 1) - 1], versions[last - 1])] if last > 1 or start else []
    else:
        pairs = list(pairwise(versions))
    diffs = [diff(before, after) for before, after in pairs]
    if as_json:
        ledgers.print_json([to_json(one) for one in diffs])
    elif not diffs:
        click.echo("There is one version of this article.")
    else:
        console = Console.standard(color)
        for one in diffs:
            changes(one, console)
