"""The command line: `sayso`."""

import atexit
import gc
import io
import sys
from importlib import import_module
from typing import Any

import click

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


_COMMANDS = {
    "read": "read",
    "add": "add",
    "check": "check",
    "batch": "batch",
    "lsp": "lsp",
    "watch": "watch",
    "discover": "discover",
    "claims": "claims",
    "claim": "claim",
    "regroup": "regroup",
    "who": "who",
    "search": "search",
    "show": "show_article",
    "diff": "diff",
    "stats": "stats",
    "export": "export",
    "serve": "serve",
    "score": "score",
    "merge": "decide:merge",
    "split": "decide:split",
    "rename": "decide:rename",
    "undo": "decide:undo",
    "decisions": "decide:decisions",
    "merge-claims": "decide_claims:merge",
    "split-claim": "decide_claims:split",
    "not-a-statement": "decide_claims:drop",
    "token": "serve:token",
    "verdict": "verdict",
}
"""Where each command is, in the order in which they are used: a module of this package, and a name in it."""


class _Group(click.Group):
    """Loads the command that is asked for; ends quietly when interrupted, with one line when something is missing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"sayso.cli.{module}"), name or "command")
        return found

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
    # At its end a process needs not look through all that it holds for garbage.
    atexit.register(gc.freeze)
