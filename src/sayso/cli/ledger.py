"""What all commands that need a ledger have in common."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sayso.errors import NotInLedger

if TYPE_CHECKING:
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.view import View

DEFAULT = "sayso.db"


def option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--ledger`."""
    return click.option(
        "--ledger",
        "where",
        metavar="FILE",
        envvar="SAYSO_LEDGER",
        default=DEFAULT,
        show_default=True,
        show_envvar=True,
        help="The ledger: a file, or postgresql://... for a database.",
    )(command)


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def color(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--color` and `--no-color`."""
    words = "Print in color, or not; by default on terminals only."
    return click.option("--color/--no-color", default=None, help=words)(command)


def address(article: str) -> str:
    """The address or id that somebody means: a file goes by its path."""
    path = Path(article)
    return path.resolve().as_uri() if "://" not in article and path.suffix and path.exists() else article


def missing(where: str, problem: str) -> NoReturn:
    """End with what the ledger has not got."""
    raise NotInLedger(where, problem)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    from sayso.exports.format1 import line

    click.echo(line(value, indent=2))


@contextmanager
def opened(where: str, *, create: bool = False) -> Iterator["Ledger"]:
    """Open the ledger."""
    from sayso.ledger.ledger import Ledger

    with Ledger.open(where, create=create) as ledger:
        yield ledger


@contextmanager
def view(where: str) -> Iterator["View"]:
    """Open the ledger and look at it as it is now."""
    with opened(where) as ledger, ledger.view() as found:
        yield found
