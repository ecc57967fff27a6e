"""The one place that knows the order of the stages: fetch, extract, analyse."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike

from sayso.errors import SourceError
from sayso.extract import articles, lines
from sayso.fetch import disk
from sayso.records import Article, Raw, Reading

Analyse = Callable[[Article], Reading]


def read(
    sources: Iterable[str | PathLike[str]], analyse: Analyse, *, title_line: bool = False
) -> Iterator[Reading | SourceError]:
    """Read all that `sources` name, in order, with an error in the place of what cannot be read."""
    for source in sources:
        for found in disk.fetch(source):
            yield found if isinstance(found, SourceError) else _read(found, analyse, title_line)


def _read(raw: Raw, analyse: Analyse, title_line: bool) -> Reading | SourceError:
    try:
        article = _article(raw, title_line)
    except SourceError as error:
        return error
    return analyse(article)


def _article(raw: Raw, title_line: bool) -> Article:
    if isinstance(raw, disk.Line):
        return lines.article(raw, raw.number)
    return articles.article(raw, title_line=title_line)
