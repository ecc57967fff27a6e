"""`sayso read`: read articles, print who said what; nothing is stored."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import options
from sayso.cli.complain import complain
from sayso.errors import SourceError

if TYPE_CHECKING:
    from sayso.cli.show import Show
    from sayso.core import Sayso

_EXAMPLES = """\b
Examples:
  sayso read article.html
  sayso read --title-line --html said.html news/
  sayso read https://clarion.example/bridge
  sayso read --why 3 article.html
  pbpaste | sayso read --json -
"""


def _check_folder(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value and not value.parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(value.parent)!r}", ctx, param)
    return value


@click.command("read", short_help="Read articles and print who said what.", epilog=_EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array of articles.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print one JSON object a line and article.")
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    callback=_check_folder,
    help="Write one page to FILE instead of printing.",
)
@click.option(
    "--why", type=click.IntRange(1), metavar="N", help="Print how statement N came to its speaker, act and date."
)
@click.option("--title-line", is_flag=True, help="Take the first paragraph of plain text as its title, too.")
@options.fast
@options.allow_private
@click.option("--color/--no-color", default=None, help="Print in color, or not; by default on terminals only.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    as_json: bool,
    as_jsonl: bool,
    page: Path | None,
    why: int | None,
    title_line: bool,
    fast: bool,
    allow_private: tuple[str, ...],
    color: bool | None,
) -> None:
    """Read articles and print who said what. Nothing is stored.

    SOURCE is a .txt, .html, .jsonl or .warc file, a folder of them, the address of a page (https://…), or - for
    standard input.
    """
    if as_json + as_jsonl + bool(page) + bool(why) > 1:
        raise click.UsageError("Only one of --json, --jsonl, --html and --why can be given.")
    # Imported here, so that help and wrong usage are answered at once.
    from sayso.core import Sayso
    from sayso.fetch.places import find

    sayso = ctx.find_object(Sayso) or Sayso(fast=fast)
    if allow_private:
        sayso.web.allow_private(*allow_private)
    places = [place for source in sources for place in find(source)]
    if any(_is_there(place) for place in places):
        sayso.get_ready()
    with _shown(as_json, as_jsonl, page, why, color) as show:
        failures = _read(sayso, places, title_line, show)
    ctx.exit(1 if failures else 0)


def _is_there(place: str | SourceError) -> bool:
    from sayso.fetch.places import STDIN

    return isinstance(place, str) and (place == STDIN or Path(place).is_file())


def _shown(
    as_json: bool, as_jsonl: bool, page: Path | None, why: int | None, color: bool | None
) -> AbstractContextManager["Show"]:
    from sayso.cli import show

    if as_json:
        return show.json_array()
    if as_jsonl:
        return show.json_lines()
    if why:
        return show.why(why, color)
    return show.page(page) if page else show.report(color)


def _read(sayso: "Sayso", places: list[str | SourceError], title_line: bool, show: "Show") -> int:
    """Show all that lies in `places`, and count what could not be read."""
    from sayso.cli.progress import bar

    failures = 0
    with bar(places) as progress:
        for found in sayso.read_each(progress.over(places), title_line=title_line):
            with progress.aside():
                if isinstance(found, SourceError):
                    complain(found)
                    failures += 1
                else:
                    show(found)
                    progress.article()
    return failures
