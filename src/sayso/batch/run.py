"""A run: records cut into parts, parts handed to an engine, those that are there already passed over.

An engine knows nothing of what it has done: any job, by any worker, with the `Sayso` that the worker keeps.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any, Protocol

from sayso.batch.keys import key
from sayso.batch.rows import rows
from sayso.batch.store import Store
from sayso.core import Sayso
from sayso.errors import SourceError
from sayso.records import Raw

AT_ONCE = 20
"""Records in a part: what is lost when a worker is killed, and few, so that workers end at about the same time."""


class Job(Protocol):
    """What a worker is given, all of it small enough to be sent; what takes room lies on disk."""

    def do(self, sayso: Sayso) -> Any:
        """Do it with what the worker has loaded. What is on disk already may be written again, never in part."""


Engine = Callable[[Iterable[Job], int], Iterator[Any]]
"""Has each job done by one of a number of workers, gives back what they did in any order, takes jobs as needed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker gives back: how much is on disk now, and what could not be read."""

    articles: int
    statements: int
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A job: to read records into rows, in the folder and under the number that it names."""

    number: int
    records: tuple[Raw, ...]
    out: Path
    title_line: bool

    def do(self, sayso: Sayso) -> Done:
        """Read the records, and write their rows to disk."""
        read = rows(self.records, sayso, title_line=self.title_line)
        Store(self.out).write(self.number, read)
        problems = tuple(failure["problem"] for failure in read.failures)
        return Done(len(read.articles), len(read.statements), problems)


def run(
    records: Iterable[Raw | SourceError], store: Store, engine: Engine, workers: int, *, title_line: bool = False
) -> Iterator[Done]:
    """Read all `records` that are not in `store` yet. Raises `BatchError` and `ModelError`."""
    lost: list[str] = []
    parts = _parts(_new(records, set(store.records()), lost), store, title_line)
    yield from engine(parts, workers)
    if lost:
        yield Done(0, 0, tuple(lost))


def _new(records: Iterable[Raw | SourceError], known: set[str], lost: list[str]) -> Iterator[Raw]:
    """The records that are not known, each once; places that nothing can be fetched from are told of in `lost`."""
    for raw in records:
        if isinstance(raw, SourceError):
            # Nothing is kept of it, so that the next run tries again.
            lost.append(str(raw))
        elif (name := key(raw)) not in known:
            known.add(name)
            yield raw


def _parts(records: Iterator[Raw], store: Store, title_line: bool) -> Iterator[Part]:
    taken = store.parts()
    free = (number for number in count() if number not in taken)
    while some := tuple(islice(records, AT_ONCE)):
        yield Part(next(free), some, store.out, title_line)
