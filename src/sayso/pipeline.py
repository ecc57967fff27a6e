"""The one place that knows the order of the stages: fetch, extract, analyse, ledger."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from os import PathLike
from typing import TYPE_CHECKING

from sayso.ahead import ahead
from sayso.errors import NotInLedger, NotRead, SaysoError, SourceError
from sayso.fetch import disk, pages
from sayso.fetch.urls import is_url
from sayso.records import Article, Decision, Found, Made, Raw, Reading
from sayso.text import addresses

if TYPE_CHECKING:
    # A database and a network take their time to load, and reading files needs none.
    from sayso.fetch.web import Web
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.records import Added

Analyse = Callable[[Article], Reading]


def read(
    sources: Iterable[str | PathLike[str] | SourceError],
    analyse: Analyse,
    web: "Callable[[], Web]",
    *,
    title_line: bool = False,
    threads: int = 1,
) -> Iterator[Reading | SourceError]:
    """Read all that `sources` name, in order, with an error in the place of what cannot be read.

    `threads` articles are analysed side by side.
    """

    def done(one: Article | Reading | SourceError) -> Reading | SourceError:
        return analyse(one) if isinstance(one, Article) else one

    # Some come one by one, and slowly: nobody is to wait for the next article to see this one.
    for slow, some in groupby(sources, lambda source: isinstance(source, str) and (source == "-" or is_url(source))):
        yield from ahead(done, _articles(some, web, title_line), 1 if slow else threads)


def _articles(
    sources: Iterable[str | PathLike[str] | SourceError], web: "Callable[[], Web]", title_line: bool
) -> Iterator[Article | Reading | SourceError]:
    """What `sources` name: articles that are to be analysed, readings of the others, and errors."""
    for source in sources:
        for raw in [source] if isinstance(source, SourceError) else fetch(source, web):
            if isinstance(raw, SourceError):
                yield raw
            else:
                yield from _article(raw, title_line)


def add(
    sources: Iterable[str | PathLike[str]],
    analyse: Analyse,
    web: "Callable[[], Web]",
    made: Made,
    ledger: "Ledger",
    *,
    title_line: bool = False,
) -> Iterator["Added | SourceError"]:
    """Read all that `sources` name into `ledger`, in order, with an error in the place of what cannot be read.

    What is given back is on disk. What the ledger holds already is not read again. Raises `LedgerError`.
    """
    for source in sources:
        for raw in fetch(source, web):
            if isinstance(raw, SourceError):
                yield raw
            else:
                yield from add_raw(raw, analyse, made, ledger, title_line)


def fetch(source: str | PathLike[str], web: "Callable[[], Web]") -> Iterator[Raw | SourceError]:
    """Fetch all that `source` names, in order, with an error in the place of what cannot be had.

    `web` is asked for only when there is a page to fetch.
    """
    return pages.fetch(source, web()) if isinstance(source, str) and is_url(source) else disk.fetch(source)


def _article(raw: Raw, title_line: bool) -> Iterator[Article | Reading | SourceError]:
    try:
        found = _found(raw, title_line)
    except SourceError as error:
        yield error
        return
    if isinstance(found, Decision):
        return
    if isinstance(found, Found):
        yield found.reading
        return
    yield _unread(found) if found.unread else found
    if found.unread:
        yield NotRead(raw.name, found.unread)


def read_raw(raw: Raw, analyse: Analyse, made: Made, *, title_line: bool = False) -> Iterator[Found | SourceError]:
    """Read what was fetched, with an error in the place of what cannot be read. A decision is passed over."""
    try:
        found = _found(raw, title_line)
        if isinstance(found, Found):
            yield found
        elif isinstance(found, Article):
            article = _vouched(found, lambda url, text: False)
            yield Found(_analysed(raw, article, analyse), made, raw)
            if article.unread:
                yield NotRead(raw.name, article.unread)
    except SourceError as error:
        yield error


def add_raw(
    raw: Raw, analyse: Analyse, made: Made, ledger: "Ledger", title_line: bool = False
) -> Iterator["Added | SourceError"]:
    """Read what was fetched into `ledger`, as `add` does."""
    try:
        # Where an archive of a gigabyte was broken off, this is what makes going on quick.
        before = ledger.holds_raw(raw)
        if before:
            yield before
            return
        found = _found(raw, title_line)
        if isinstance(found, Decision):
            _decide(raw, found, ledger)
            return
        if isinstance(found, Found):
            yield ledger.add(found)
            return
        article = _vouched(found, ledger.has_text)
        held = ledger.holds(article)
        yield held or ledger.add(Found(_analysed(raw, article, analyse), made, raw))
        if article.unread and not held:
            yield NotRead(raw.name, article.unread)
    except SourceError as error:
        yield error


def _decide(raw: Raw, decision: Decision, ledger: "Ledger") -> None:
    try:
        ledger.decide(decision)
    except NotInLedger as error:
        raise SourceError(raw.name, f"a decision on it cannot be taken here: {error.problem}") from error


def _unread(article: Article) -> Reading:
    return Reading(article, (), ())


def _vouched(article: Article, has_text: Callable[[str, str], bool]) -> Article:
    """Keep those of its other addresses that may be believed: on its own site, or known to have this very text.

    A page says of itself which other page it is a copy of, and could say so of anybody's.
    """
    own = addresses.site(article.url)
    kept = tuple(
        url
        for url in article.addresses
        if addresses.site(url) == own or (addresses.site(url) and has_text(url, article.text))
    )
    return replace(article, addresses=kept)


def _analysed(raw: Raw, article: Article, analyse: Analyse) -> Reading:
    try:
        return _unread(article) if article.unread else analyse(article)
    except SaysoError:
        raise
    except Exception as error:
        # One article that the reader stumbles over must not cost the thousands behind it.
        raise SourceError(raw.name, f"it cannot be read ({type(error).__name__}: {error})") from error


def _found(raw: Raw, title_line: bool) -> Article | Found | Decision:
    # Here, because what it takes to extract is loaded while the weights are.
    from sayso.extract import articles, lines, readings

    if isinstance(raw, disk.Line):
        return readings.found(raw, raw.number) if readings.is_reading(raw) else lines.article(raw, raw.number)
    return articles.article(raw, title_line=title_line)
