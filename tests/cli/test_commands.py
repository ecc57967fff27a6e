from importlib import import_module
from pkgutil import iter_modules

import click

import sayso.cli


def defined():
    """The name of every command that a module of the command line makes."""
    for found in iter_modules(sayso.cli.__path__):
        module = import_module(f"sayso.cli.{found.name}")
        yield from (value.name for value in vars(module).values() if isinstance(value, click.Command))


def test_every_command_is_listed_under_its_name():
    context = click.Context(sayso.cli.main)
    listed = sayso.cli.main.list_commands(context)
    assert set(listed) == set(defined())
    assert [sayso.cli.main.get_command(context, name).name for name in listed] == listed
