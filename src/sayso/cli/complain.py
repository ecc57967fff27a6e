"""What goes to stderr when something is wrong."""

import click

from sayso.errors import SaysoError
from sayso.text.visible import visible


def complain(error: SaysoError | str) -> None:
    """Say on stderr, in one line that no terminal can be tricked by, what `error` is about and what is wrong."""
    click.echo(f"sayso: {visible(str(error))}", err=True)
