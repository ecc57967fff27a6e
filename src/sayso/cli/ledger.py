"""What all commands that need a ledger have in common."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

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
