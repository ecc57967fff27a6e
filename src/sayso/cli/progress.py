"""A progress bar on stderr."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sayso.fetch.archive import is_archive

if TYPE_CHECKING:
    from rich.progress import Progress

Place = TypeVar("Place")


class Bar:
    """How many places and articles have been read; shows nothing when there is no `progress` to show it with."""

    def __init__(self, progress: "Progress | None" = None) -> None:
        self._progress = progress

    def advance(self, places: int = 1) -> None:
        """Count so many more places as done."""
        if self._progress:
            for task in self._progress.task_ids:
                self._progress.advance(task, places)

    def over(self, places: Iterable[Place]) -> Iterator[Place]:
        """The places one by one, each counted when the next is asked for."""
        for place in places:
            yield place
            self.advance()

    def article(self) -> None:
        """Count one more article as read."""
        if self._progress:
            for task in self._progress.tasks:
                self._progress.update(task.id, articles=task.fields["articles"] + 1)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Leave the terminal to what is printed meanwhile."""
        if self._progress:
            self._progress.stop()
        yield
        if self._progress:
            self._progress.start()


@contextmanager
def bar(places: Sequence[object]) -> Iterator[Bar]:
    """Show a bar for `places`, when there are several or one that holds many articles, and stderr is a terminal."""
    archives = [place for place in places if isinstance(place, str) and is_archive(place)]
    if (len(places) < 2 and not archives) or not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counted = TextColumn("{task.fields[articles]:,} articles")
    several = (MofNCompleteColumn(), TimeRemainingColumn()) if len(places) > 1 else ()
    columns = (*Progress.get_default_columns()[:2], *several, counted)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task("Reading", total=len(places) if len(places) > 1 else None, articles=0)
        yield Bar(progress)


def grouped(done: Iterable[int]) -> int:
    """Let claims be grouped, with how many articles are done on a terminal; gives back how many there were."""
    count = 0
    if not sys.stderr.isatty():
        return max(done, default=0)
    from rich.console import Console

    with Console(stderr=True).status("Grouping") as status:
        for count in done:
            status.update(f"Grouping: {count:,} articles")
    return count


class Rate(Bar):
    """A bar that shows how many articles are done, how many a second, and how much time is left."""

    def done(self, articles: int) -> None:
        """Show how many articles are done in all."""
        if self._progress:
            for task in self._progress.tasks:
                pace = articles / max(1e-9, task.elapsed or 0)
                self._progress.update(task.id, articles=articles, pace=pace)


@contextmanager
def rate(words: str, places: int) -> Iterator[Rate]:
    """Show how a long run over so many `places` goes, named by `words`, when stderr is a terminal."""
    if not sys.stderr.isatty():
        yield Rate()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counted = TextColumn("{task.fields[articles]:,} articles, {task.fields[pace]:.1f}/s")
    # With one place, nobody knows how much is in it until it has been read.
    left = (MofNCompleteColumn(), TimeRemainingColumn()) if places > 1 else ()
    with Progress(TextColumn(words), BarColumn(), *left, counted, console=Console(stderr=True), transient=True) as bar:
        bar.add_task(words, total=places if places > 1 else None, articles=0, pace=0.0)
        yield Rate(bar)
