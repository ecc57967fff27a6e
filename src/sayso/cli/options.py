"""Options that several commands have."""

import click

allow_private = click.option(
    "--allow-private", metavar="HOST", multiple=True, help="Let HOST, of an address, lie on your own network."
)
