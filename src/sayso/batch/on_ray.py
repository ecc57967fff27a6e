"""The engine for several machines: Ray, with an actor for each worker. OUT lies where all machines see it."""

import logging
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sayso.batch.run import Job
from sayso.core import Sayso
from sayso.errors import BatchError


class _Worker:
    def __init__(self, fast: bool) -> None:
        self._sayso = Sayso(threads=1, fast=fast)

    def ready(self) -> None:
        """Answered as soon as there is room for this worker."""

    def do(self, job: Job) -> Any:
        return job.do(self._sayso)


def run(jobs: Iterable[Job], workers: int, *, fast: bool = False) -> Iterator[Any]:
    """Do all jobs with `workers` actors of the cluster at RAY_ADDRESS, or of this machine; `fast` as in `Sayso`.

    A job whose actor dies is done again by its successor. Raises `BatchError` when Ray is missing.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # Started by `uv run`, Ray would have every worker install its own environment.
    os.environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    try:
        import ray
    except ImportError as error:
        raise BatchError("engine ray", "it needs Ray: pip install 'sayso[ray]'") from error
    ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR, ignore_reinit_error=True)
    try:
        make = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(_Worker)
        yield from _share_out(ray, iter(jobs), [make.remote(fast) for _ in range(workers)])
    finally:
        ray.shutdown()


def _share_out(ray: Any, jobs: Iterator[Job], actors: list[Any]) -> Iterator[Any]:
    # A worker that the cluster has no room for yet gets nothing to do, or it would be waited for without end.
    coming = {actor.ready.remote(): actor for actor in actors}
    running: dict[Any, Any] = {}
    more = True
    while running or (coming and more):
        [done], _ = ray.wait([*running, *coming], num_returns=1)
        # Two jobs for each, so that none waits for the next to arrive.
        actor, share = (coming.pop(done), 2) if done in coming else (running.pop(done), 1)
        if share == 1:
            yield ray.get(done)
        new = list(islice(jobs, share))
        more = len(new) == share
        running |= {actor.do.remote(job): actor for job in new}
