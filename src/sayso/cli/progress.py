"""A progress bar on stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """How many places have been read; shows nothing when there is no `progress` to show it with."""

    def __init__(self, progress: "Progress | None" = None) -> None:
        self._progress = progress

    def advance(self) -> None:
        """Count one more place as read."""
        if self._progress:
            for task in self._progress.task_ids:
                self._progress.advance(task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Leave the terminal to what is printed meanwhile."""
        if self._progress:
            self._progress.stop()
        yield
        if self._progress:
            self._progress.start()


@contextmanager
def bar(total: int) -> Iterator[Bar]:
    """Show a bar for `total` places, when there are several and stderr is a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task("Reading", total=total)
        yield Bar(progress)
