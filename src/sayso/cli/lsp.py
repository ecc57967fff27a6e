"""`sayso lsp`: findings in an editor."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import ledger as ledgers
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.analyse.reader import Reader
    from sayso.check.kept import Kept
    from sayso.check.shown.report import Report
    from sayso.core import Sayso
    from sayso.records import Article, Reading

_EXAMPLES = """\b
Example:
  sayso lsp --ledger news.db        # as the command that your editor starts for Markdown and plain text
"""


@click.command("lsp", short_help="Show findings of `check` in an editor.", epilog=_EXAMPLES)
@click.option("--ledger", "where", metavar="FILE", envvar="SAYSO_LEDGER", show_envvar=True, help="The ledger.")
@click.pass_context
def command(ctx: click.Context, where: str | None) -> None:
    """Run a language server over standard input and output, which checks drafts while they are typed.

    The ledger is the one given, or that of the nearest sayso.toml above a draft, or ./sayso.db where there is one.
    """
    from sayso.core import Sayso

    try:
        from sayso.check.kept import Kept
        from sayso.check.lsp import server
    except ImportError as error:
        raise SaysoError("the language server needs pygls: pip install 'sayso[lsp]'") from error
    sayso = ctx.find_object(Sayso) or Sayso(_analyse)
    kept = Kept()
    server(lambda text, name, markdown: find(sayso, kept, where, text, name, markdown)).start_io()


def _analyse(article: "Article") -> "Reading":
    return _reader()(article)


@cache
def _reader() -> "Reader":
    from sayso.ahead import cores
    from sayso.analyse.reader import Reader

    return Reader.load(cores(), remember=True)


def find(sayso: "Sayso", kept: "Kept", where: str | None, text: str, name: str, markdown: bool) -> "Report":
    """What is found in the draft that an editor has open under `name`, a path. Raises `SaysoError`."""
    from sayso.check import config
    from sayso.check.check import check
    from sayso.check.drafts import of_text
    from sayso.check.shown.report import Report

    path = config.find(Path(name).parent)
    settled = config.load(path) if path else config.Config()
    loaded = of_text(text, name, name, markdown=markdown).dated(None, settled.outlet)
    draft = loaded.read(sayso.analyse)
    ledger = where or settled.ledger or (ledgers.DEFAULT if Path(ledgers.DEFAULT).exists() else None)
    if ledger is None:
        return Report(loaded, tuple(check(draft, None, settled, loaded.ignores)))
    with kept.lookup(ledger) as look:
        return Report(loaded, tuple(check(draft, look, settled, loaded.ignores)))
