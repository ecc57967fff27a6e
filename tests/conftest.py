from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from sayso.cli import main
from tests import fakes

# How long an example takes says more about the machine than about the code.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """The command line, with the fake reader behind it."""

    def run(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], obj=fakes.sayso(), input=input)

    return run
