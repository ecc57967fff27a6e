"""`sayso score`: how well statements and claims were found, against gold."""

from pathlib import Path

import click

_EXAMPLES = """\b
Example, for one story of the corpus:
  sayso add --ledger call.db corpus/dev/the-call/articles.jsonl
  sayso export --ledger call.db --format json > call.json
  sayso score corpus/dev/the-call call.json
"""
_PATH = click.Path(path_type=Path)


@click.command("score", short_help="Measure what was read against gold stories.", epilog=_EXAMPLES)
@click.argument("gold", type=_PATH)
@click.argument("read", type=_PATH)
@click.option("--misses", is_flag=True, help="List what is missed or wrong, too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(gold: Path, read: Path, misses: bool, as_json: bool) -> None:
    """Measure READ against GOLD.

    GOLD is the folder of a story, or of many, as in the project's corpus. READ is what `sayso export --format json` or
    `sayso read --jsonl` gave, of one story or of all; or a folder that has NAME.json or NAME.jsonl for each story.
    Another program is measured by writing format 1.
    """
    from sayso.score.gold import stories
    from sayso.score.read import found_for
    from sayso.score.score import score
    from sayso.score.show import as_object, table

    figures, wrong = score((story, found_for(story, read)) for story in stories(gold))
    if as_json:
        import json

        click.echo(json.dumps(as_object(figures, wrong if misses else None), ensure_ascii=False))
        return
    for line in wrong if misses else ():
        click.echo(line)
    click.echo(table(figures))
