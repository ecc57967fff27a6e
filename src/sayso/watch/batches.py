"""Who is asked at the same time: never two of one host."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Job = TypeVar("Job")


def batches(jobs: Iterable[Job], host: Callable[[Job], str], most: int) -> Iterator[list[Job]]:
    """Split `jobs` into batches of at most `most`, each with at most one for a host, those of a host in their order."""
    hosts: dict[str, deque[Job]] = {}
    for job in jobs:
        hosts.setdefault(host(job), deque()).append(job)
    turns = deque(hosts.values())
    while turns:
        batch = [turns.popleft() for _ in range(min(most, len(turns)))]
        yield [jobs.popleft() for jobs in batch]
        turns.extend(jobs for jobs in batch if jobs)
