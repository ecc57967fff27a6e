"""Options that several commands have."""

import click

fast = click.option(
    "--fast",
    is_flag=True,
    help="Read with a smaller model: 1.8 times as fast, a little less exact.",
)
allow_private = click.option(
    "--allow-private", metavar="HOST", multiple=True, help="Let HOST, of an address, lie on your own network."
)
