"""The engine for one machine: a process for each worker."""

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from sayso.batch.run import Job
from sayso.core import Sayso
from sayso.errors import BatchError

_sayso: Sayso | None = None


def run(jobs: Iterable[Job], workers: int, *, fast: bool = False) -> Iterator[Any]:
    """Do all jobs in `workers` processes; `fast` as in `Sayso`. Raises `BatchError` when one of them is killed."""
    coming = iter(jobs)
    # A process that is forked would inherit the threads of this one as they happen to stand.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin, (fast,))
    try:
        running: set[Future[Any]] = {pool.submit(_do, job) for job in islice(coming, 2 * workers)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for one in done:
                yield one.result()
            running |= {pool.submit(_do, job) for job in islice(coming, len(done))}
    except BrokenProcessPool as error:
        raise BatchError(
            "a worker", "it was killed, as happens when memory runs out; the same command goes on"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(fast: bool) -> None:
    global _sayso
    _sayso = Sayso(threads=1, fast=fast)


def _do(job: Job) -> Any:
    assert _sayso
    return job.do(_sayso)
