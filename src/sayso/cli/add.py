"""`sayso add`: read articles into the ledger."""

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import ledger as ledgers
from sayso.cli import options
from sayso.cli.complain import complain
from sayso.errors import SourceError

if TYPE_CHECKING:
    from sayso.core import Sayso
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.records import Added

_EXAMPLES = """\b
Examples:
  sayso add news/
  sayso add https://clarion.example/bridge
  sayso add --ledger strike.db strike.jsonl
  sayso add --jsonl news/ | jq .id
"""


_GROUPED_EVERY = 500
"""Articles after which the claims are brought up to date, so that an interrupted run leaves little to do."""


@click.command("add", short_help="Read articles into the ledger.", epilog=_EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@ledgers.option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array, with an object for each article.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print an object a line, once the article is on disk.")
@options.fast
@options.allow_private
@click.option("--title-line", is_flag=True, help="Take the first paragraph of plain text as its title, too.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    where: str,
    as_json: bool,
    as_jsonl: bool,
    fast: bool,
    allow_private: tuple[str, ...],
    title_line: bool,
) -> None:
    """Read articles into the ledger, which is made when there is none.

    SOURCE is a .txt, .html, .jsonl or .warc file, a folder of them, the address of a page (https://…), or - for
    standard input. Articles that the ledger holds are passed over, so the same command can be run again at any time. A
    text that has changed is a new version.
    """
    if as_json and as_jsonl:
        raise click.UsageError("Only one of --json and --jsonl can be given.")
    from sayso.cli.progress import grouped
    from sayso.core import Sayso

    sayso = ctx.find_object(Sayso) or Sayso(fast=fast)
    if allow_private:
        sayso.web.allow_private(*allow_private)
    tell = _Lines() if as_jsonl else _Array() if as_json else _Sum(where)
    with ledgers.opened(where, create=True) as ledger:
        failures = _add(sayso, ledger, sources, title_line, tell)
        grouped(sayso.group(ledger))
    tell.end()
    ctx.exit(1 if failures else 0)


def _add(sayso: "Sayso", ledger: "Ledger", sources: tuple[str, ...], title_line: bool, tell: "_Sum") -> int:
    """Add all that `sources` hold, tell of each article, and count what could not be read."""
    from sayso.cli.progress import bar
    from sayso.fetch.places import find

    places = [place for source in sources for place in find(source)]
    failures = added = 0
    with bar(places) as progress:
        for place in places:
            found = [place] if isinstance(place, SourceError) else sayso.add(ledger, place, title_line=title_line)
            for one in found:
                if isinstance(one, SourceError):
                    with progress.aside():
                        complain(one)
                    failures += 1
                else:
                    tell.one(one)
                    progress.article()
                    added += 1
                    if added % _GROUPED_EVERY == 0:
                        for _ in sayso.group(ledger):
                            pass
            progress.advance()
    return failures


class _Sum:
    """Counts what was added, and says so in the end."""

    def __init__(self, where: str = "") -> None:
        self._where = where
        self._counts: Counter[str] = Counter()
        self._statements = 0

    def one(self, added: "Added") -> None:
        """Tell of one article that is now on disk."""
        self._counts[added.new.value] += 1
        self._statements += added.statements

    def end(self) -> None:
        """Tell that it was the last."""
        if not self._counts:
            return
        says = {"article": "new", "version": "changed", "reading": "read again", "nothing": "known already"}
        parts = [f"{self._counts[new]:,} {words}" for new, words in says.items() if self._counts[new]]
        total = self._counts.total()
        articles = "1 article" if total == 1 else f"{total:,} articles"
        click.echo(f"{articles}: {', '.join(parts)}; {self._statements:,} new statements")


class _Lines(_Sum):
    def one(self, added: "Added") -> None:
        click.echo(json.dumps(_object(added), ensure_ascii=False))

    def end(self) -> None:
        pass


class _Array(_Sum):
    _before = "[\n  "

    def one(self, added: "Added") -> None:
        click.echo(self._before + json.dumps(_object(added), ensure_ascii=False), nl=False)
        self._before = ",\n  "

    def end(self) -> None:
        click.echo("\n]" if self._before.startswith(",") else "[]")


def _object(added: "Added") -> dict[str, Any]:
    return {"id": added.id, "url": added.url, "new": added.new.value, "statements": added.statements}
