"""Work done side by side, with the results in the order of what was given."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


def cores() -> int:
    """How many cores this process may use."""
    # Where it can be asked, what a container or `taskset` leaves counts, not what the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ahead(do: Callable[[Given], Done], given: Iterable[Given], threads: int) -> Iterator[Done]:
    """`do` with all that is given, in its order: `threads` at a time, and one more that waits.

    With one thread nothing is done before it is asked for. Raises what `do` raises.
    """
    if threads < 2:
        yield from map(do, given)
        return
    pool = ThreadPoolExecutor(threads)
    waiting: deque[Future[Done]] = deque()
    try:
        for one in given:
            waiting.append(pool.submit(do, one))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
