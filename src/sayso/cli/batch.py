"""`sayso batch`: read articles by the hundred thousand into Parquet."""

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from sayso.cli import options
from sayso.cli.complain import complain

if TYPE_CHECKING:
    from sayso.batch.run import Engine
    from sayso.batch.store import Store
    from sayso.core import Sayso

_EXAMPLES = """\b
Examples:
  sayso batch --out march news-2026-03.warc.gz
  sayso batch --out march --workers 8 archives/
  sayso batch --out /shared/march --engine ray --workers 64 archives/
  sayso batch --out march --claims archives/
  sayso add --ledger march.db march
"""


@click.command("batch", short_help="Read many articles into Parquet.", epilog=_EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write to; where it holds a part of the same batch already, the run goes on from there.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="local: processes of this machine. ray: a Ray cluster, where RAY_ADDRESS names one; DIR is then a folder that "
    "all its machines see.",
)
@click.option("--workers", type=click.IntRange(1), metavar="N", help="How many to read with; by default one a core.")
@click.option(
    "--claims", is_flag=True, help="When all is read, find the claims of all that is in DIR: two more tables."
)
@click.option("--title-line", is_flag=True, help="Take the first paragraph of plain text as its title, too.")
@options.fast
@options.allow_private
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    out: Path,
    engine: str,
    workers: int | None,
    claims: bool,
    title_line: bool,
    fast: bool,
    allow_private: tuple[str, ...],
) -> None:
    """Read articles into tables of articles, statements and failures: Parquet files in DIR.

    SOURCE is as for `sayso read`. A run that was broken off is taken up again by the same command: what is in DIR is
    not read again, and nothing is in it twice. `sayso add DIR` takes it all into a ledger.
    """
    from sayso.ahead import cores
    from sayso.core import Sayso

    sayso = ctx.find_object(Sayso) or Sayso(fast=fast)
    if allow_private:
        sayso.web.allow_private(*allow_private)
    failures = _run(sayso, sources, out.resolve(), _engine(engine, fast), workers or cores(), title_line, claims)
    ctx.exit(1 if failures else 0)


def _engine(name: str, fast: bool) -> "Engine":
    if name == "ray":
        from sayso.batch import on_ray

        return partial(on_ray.run, fast=fast)
    from sayso.batch import local

    return partial(local.run, fast=fast)


def _run(
    sayso: "Sayso",
    sources: tuple[str, ...],
    out: Path,
    engine: "Engine",
    workers: int,
    title_line: bool,
    with_claims: bool,
) -> int:
    """Run the batch, tell of it, and count what could not be read."""
    from sayso.batch.store import Store

    made = sayso.made
    about = {"sayso": 1, "model": made.model, "code": made.code, "title_line": title_line}
    with Store(out).begun(about) as store:
        failures = _read(sayso, sources, store, engine, workers, title_line)
        if with_claims:
            _find_claims(store, engine, workers, made.code)
    return failures


def _read(
    sayso: "Sayso", sources: tuple[str, ...], store: "Store", engine: "Engine", workers: int, title_line: bool
) -> int:
    from sayso.batch.run import run
    from sayso.cli.progress import rate
    from sayso.fetch.places import find

    places = [place for source in sources for place in find(source)]
    articles = statements = failures = 0
    begun = monotonic()
    with rate("Reading", len(places)) as progress:
        records = sayso.fetch(progress.over(places))
        for done in run(records, store, engine, workers, title_line=title_line):
            articles, statements = articles + done.articles, statements + done.statements
            failures += len(done.failures)
            progress.done(articles)
            with progress.aside():
                for problem in done.failures:
                    complain(problem)
    a_second = articles / max(1e-9, monotonic() - begun)
    click.echo(
        f"{articles:,} new articles, {statements:,} statements, {failures:,} failures; {a_second:.1f} articles/s"
    )
    return failures


def _find_claims(store: "Store", engine: "Engine", workers: int, code: str) -> None:
    from sayso.batch.claims import stages
    from sayso.cli.progress import rate

    for stage in stages(store, engine, workers, code):
        done = 0
        with rate(stage.words, stage.articles) as progress:
            for articles in stage.done:
                done += articles
                progress.done(done)
                progress.advance(articles)
    claims, positions = (sum(store.count(table, part) for part in store.parts()) for table in ("claims", "positions"))
    click.echo(f"{claims:,} claims with {positions:,} positions")
