"""The claims of a batch, in three stages: look at all statements, find which articles are kin, settle each matter."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sayso.batch.located import Located, located
from sayso.batch.near import Kin, Near
from sayso.batch.run import Engine, Job
from sayso.batch.settle import Matter, Settle
from sayso.batch.sights import See
from sayso.batch.store import ROWS, Store
from sayso.claims.matters import MOST, grown
from sayso.claims.models import SEERS


@dataclass(frozen=True, slots=True)
class Stage:
    """What is being done, to how many articles, and of how many of them it is `done` as it goes on."""

    words: str
    articles: int
    done: Iterator[int]


def stages(store: Store, engine: Engine, workers: int, code: str) -> Iterator[Stage]:
    """Find the claims of all that is in `store`; each stage is to be gone through before the next is asked for.

    What is there already from the same articles, by the same model and `code`, is not done again. Raises `BatchError`
    and `ModelError`.
    """

    def by(jobs: Sequence[Job]) -> Iterator[Any]:
        # An engine takes its time to start.
        return engine(jobs, workers) if jobs else iter(())

    made, parts = f"{SEERS} {code}", sorted(store.parts())
    see = [See(part, store.out, made) for part in parts if store.made("sights", part) != made]
    yield Stage("Looking at statements", sum(store.count("articles", job.number) for job in see), by(see))
    found, kin = located(store, parts), Kin()
    near = [Near(month, block, store.out) for month, n in found.months.items() for block in range(-(-n // ROWS))]
    yield Stage("Looking for kin", len(found.members), _gathered(by(near), kin))
    settle = [job for job in _settling(store, found, kin, made) if store.made("claims", job.number) != job.made]
    yield Stage("Finding claims", sum(len(matter) for job in settle for matter in job.matters), by(settle))


def _gathered(done: Iterable[tuple[int, Kin]], kin: Kin) -> Iterator[int]:
    for articles, some in done:
        kin |= some
        yield articles


def _settling(store: Store, found: Located, kin: Kin, made: str) -> Iterator[Settle]:
    """A job for each part: the matters whose first article lies in it."""
    near = (chain(found.versions.get(number, ()), kin.get(number, ())) for number in range(len(found.members)))
    matters: dict[int, list[Matter]] = {part: [] for part in store.parts()}
    for numbers in grown(near, MOST):
        matter = tuple(found.members[number] for number in numbers)
        matters[matter[0].part].append(matter)
    for part, some in sorted(matters.items()):
        own = tuple(some)
        digest = hashlib.sha256(repr(own).encode()).hexdigest()
        yield Settle(part, own, store.out, f"{made} {digest}")
