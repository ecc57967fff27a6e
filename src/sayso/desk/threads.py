"""How many things are done at once: few, so that each is done soon."""

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

PAGES = 4
"""Pages that are made at once. Python makes one at a time; others then wait for the database."""
SLOW = 4
"""Drafts that are checked, texts that are read and decisions that are taken at once, besides pages."""

_slow: RunVar[CapacityLimiter] = RunVar("slow")
P = ParamSpec("P")
T = TypeVar("T")


def set_up() -> None:
    """Let pages wait for each other, not run against each other."""
    to_thread.current_default_thread_limiter().total_tokens = PAGES
    _slow.set(CapacityLimiter(SLOW))


async def slowly(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do what may take seconds, without keeping pages waiting."""
    return await to_thread.run_sync(partial(do, *args, **kwargs), limiter=_slow.get())
