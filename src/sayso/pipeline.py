"""The one place that knows the order of the stages: fetch, extract, analyse, ledger."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from typing import TYPE_CHECKING

from sayso.errors import SaysoError, SourceError
from sayso.extract import articles, lines, readings
from sayso.fetch import disk
from sayso.records import Article, Found, Made, Raw, Reading

if TYPE_CHECKING:
    # A database takes its time to load, and reading needs none.
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.records import Added

Analyse = Callable[[Article], Reading]


def read(
    sources: Iterable[str | PathLike[str]], analyse: Analyse, *, title_line: bool = False
) -> Iterator[Reading | SourceError]:
    """Read all that `sources` name, in order, with an error in the place of what cannot be read."""
    for source in sources:
        for found in disk.fetch(source):
            yield found if isinstance(found, SourceError) else _read(found, analyse, title_line)


def add(
    sources: Iterable[str | PathLike[str]], analyse: Analyse, made: Made, ledger: "Ledger", *, title_line: bool = False
) -> Iterator["Added | SourceError"]:
    """Read all that `sources` name into `ledger`, in order, with an error in the place of what cannot be read.

    What is given back is on disk. What the ledger holds already is not read again. Raises `LedgerError`.
    """
    for source in sources:
        for raw in disk.fetch(source):
            yield raw if isinstance(raw, SourceError) else _add(raw, analyse, made, ledger, title_line)


def _read(raw: Raw, analyse: Analyse, title_line: bool) -> Reading | SourceError:
    try:
        found = _found(raw, title_line)
    except SourceError as error:
        return error
    return found.reading if isinstance(found, Found) else analyse(found)


def _add(raw: Raw, analyse: Analyse, made: Made, ledger: "Ledger", title_line: bool) -> "Added | SourceError":
    try:
        found = _found(raw, title_line)
        if isinstance(found, Found):
            return ledger.add(found)
        return ledger.holds(found) or ledger.add(Found(_analysed(raw, found, analyse), made, raw))
    except SourceError as error:
        return error


def _analysed(raw: Raw, article: Article, analyse: Analyse) -> Reading:
    try:
        return analyse(article)
    except SaysoError:
        raise
    except Exception as error:
        # One article that the reader stumbles over must not cost the thousands behind it.
        raise SourceError(raw.name, f"it cannot be read ({type(error).__name__}: {error})") from error


def _found(raw: Raw, title_line: bool) -> Article | Found:
    if isinstance(raw, disk.Line):
        return readings.found(raw, raw.number) if readings.is_reading(raw) else lines.article(raw, raw.number)
    return articles.article(raw, title_line=title_line)
