"""The command line: `sayso`."""

import io
import sys
from typing import Any

import click

from sayso.cli import (
    add,
    batch,
    check,
    claim,
    claims,
    decide,
    decide_claims,
    diff,
    discover,
    export,
    lsp,
    read,
    regroup,
    score,
    search,
    serve,
    show_article,
    stats,
    verdict,
    watch,
    who,
)
from sayso.cli.complain import complain
from sayso.errors import SaysoError

INTERRUPTED = 130
_EXAMPLES = """\b
Examples:
  sayso read article.html
  sayso read --jsonl news/ > said.jsonl
  sayso add news/
  sayso who "Oona Tresk"
  sayso claims --status disputed
  sayso export --format json > ledger.json
"""


class _Group(click.Group):
    """Ends quietly when interrupted, and with one line when something is missing. Lists commands as they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SaysoError as error:
            complain(error)
            return ctx.exit(1)
        except KeyboardInterrupt:
            return ctx.exit(INTERRUPTED)


@click.group("sayso", cls=_Group, epilog=_EXAMPLES)
@click.version_option(package_name="sayso", prog_name="sayso", message="%(prog)s %(version)s")
def main() -> None:
    """Read news and list who said what, on whose authority.

    Exit status: 0 done, 1 something in the input could not be read, 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for _module in (
    read,
    add,
    check,
    batch,
    lsp,
    watch,
    discover,
    claims,
    claim,
    regroup,
    who,
    search,
    show_article,
    diff,
    stats,
    export,
    serve,
    score,
):
    main.add_command(_module.command)
for _command in (*decide.COMMANDS, *decide_claims.COMMANDS):
    main.add_command(_command)
main.add_command(serve.token)
main.add_command(verdict.command)
