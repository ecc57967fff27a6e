"""What takes longer than a page may: read articles into the ledger and group its claims, one thing after another."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock

from sayso.core import Sayso
from sayso.errors import SaysoError, SourceError
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import Added

_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Job:
    """Something to add, and how far that is: `stage` says what is being done, `over` that nothing is any more."""

    id: str
    label: str
    stage: str = "waiting"
    over: bool = False
    added: tuple[Added, ...] = ()
    problems: tuple[str, ...] = ()


class Work:
    """Does one thing at a time, in the order in which it was asked for."""

    def __init__(self, sayso: Sayso, ledger: Ledger) -> None:
        self._sayso = sayso
        self._ledger = ledger
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="work")

    def add(self, label: str, found: Callable[[], Iterator[Added | SourceError]]) -> Job:
        """Have read what `found` gives, and the claims brought up to date."""
        job = Job(secrets.token_urlsafe(9), label)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
        self._thread.submit(self._add, job, found)
        return job

    def job(self, id: str) -> Job | None:
        """A job as it is now; the latest 200 are remembered."""
        with self._lock:
            return self._jobs.get(id)

    def group(self) -> "Future[None]":
        """Have the claims brought up to date."""
        return self._thread.submit(self._group)

    def close(self) -> None:
        """Do no more than what has been begun."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _group(self) -> None:
        for _ in self._sayso.group(self._ledger):
            pass

    def _add(self, job: Job, found: Callable[[], Iterator[Added | SourceError]]) -> None:
        try:
            job = self._tell(replace(job, stage="reading"))
            for one in found():
                if isinstance(one, SourceError):
                    job = self._tell(replace(job, problems=(*job.problems, str(one))))
                else:
                    job = self._tell(replace(job, added=(*job.added, one)))
            job = self._tell(replace(job, stage="grouping"))
            self._group()
        except SaysoError as error:
            job = replace(job, problems=(*job.problems, str(error)))
        finally:
            self._tell(replace(job, stage="done", over=True))

    def _tell(self, job: Job) -> Job:
        with self._lock:
            self._jobs[job.id] = job
        return job
