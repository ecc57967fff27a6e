"""What Python users, the command line and every other surface call."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from os import PathLike
from threading import Lock
from typing import TYPE_CHECKING, Unpack

from sayso import pipeline
from sayso.ahead import cores
from sayso.analyse.model import FAST, TAGGER, Model
from sayso.errors import SourceError
from sayso.records import Article, Found, Made, Raw, Reading

if TYPE_CHECKING:
    from sayso.claims.models import Models
    from sayso.extract.build import Facts
    from sayso.fetch.web import Web
    from sayso.grouping import Grouping
    from sayso.ledger.ledger import Ledger
    from sayso.ledger.records import Added


class Sayso:
    """Reads articles. The models are loaded when the first article needs them.

    `analyse` stands in for the reader, and `models` for those of the claims, where they are given. Pages are fetched
    through `web`, one for as long as the object lives, so that no host is asked too often. `threads` is how many cores
    it reads with, all by default; the results are the same with any number. With `fast` a smaller model reads.
    """

    def __init__(
        self,
        analyse: pipeline.Analyse | None = None,
        web: "Web | None" = None,
        models: "Models | None" = None,
        threads: int | None = None,
        *,
        fast: bool = False,
    ) -> None:
        self._analyse = analyse
        self._threads = threads or cores()
        self._tagger = FAST if fast else TAGGER
        self._web = web
        self._loading = Lock()
        self._models = models
        self._grouped: Grouping | None = None

    @cached_property
    def web(self) -> "Web":
        """What pages are fetched through."""
        # Files need no network, and what speaks to one takes its time to load.
        from sayso.fetch.web import Web

        return self._web or Web()

    @cached_property
    def models(self) -> "Models":
        """The models of the claims."""
        from sayso.claims.models import Models

        return self._models or Models()

    def get_ready(self) -> None:
        """Begin to load the model, which goes on beside what is done next. Raises `ModelError`."""
        if self._analyse is None:
            Model.load(self._tagger)

    def read(self, *sources: str | PathLike[str], title_line: bool = False) -> Iterator[Reading | SourceError]:
        """Read all articles in `sources`, in order and as they are asked for.

        A source is a file (`.txt`, `.html`, `.jsonl`, `.warc`), a folder of them, the address of a page, or `-` for
        standard input. What cannot be read is a `SourceError` in its place. With `title_line` the first paragraph
        of plain text is its title, too. Raises `ModelError`.
        """
        return self.read_each(sources, title_line=title_line)

    def read_each(
        self, sources: Iterable[str | PathLike[str] | SourceError], *, title_line: bool = False
    ) -> Iterator[Reading | SourceError]:
        """Read as `read` does what comes out of `sources`, which is asked a little ahead; errors are passed on."""
        return pipeline.read(sources, self.analyse, lambda: self.web, title_line=title_line, threads=self._threads)

    def add(
        self, ledger: "Ledger", *sources: str | PathLike[str], title_line: bool = False
    ) -> Iterator["Added | SourceError"]:
        """Read all articles in `sources` into `ledger`, in order and as they are asked for.

        What is given back is on disk. What the ledger holds already is not read again, and nothing is added twice. What
        cannot be read is a `SourceError` in its place. Raises `LedgerError` and `ModelError`.
        """
        return pipeline.add(sources, self.analyse, lambda: self.web, self.made, ledger, title_line=title_line)

    def add_raw(self, ledger: "Ledger", raw: Raw) -> Iterator["Added | SourceError"]:
        """Read what was fetched into `ledger`, as `add` does."""
        return pipeline.add_raw(raw, self.analyse, self.made, ledger)

    def fetch(self, sources: Iterable[str | PathLike[str] | SourceError]) -> Iterator[Raw | SourceError]:
        """Fetch what comes out of `sources`, in order and as it is asked for; errors come in their places."""
        for source in sources:
            yield from [source] if isinstance(source, SourceError) else pipeline.fetch(source, lambda: self.web)

    def read_raw(self, raw: Raw, *, title_line: bool = False) -> Iterator[Found | SourceError]:
        """Read what was fetched, with what made each reading; errors come in their places. Raises `ModelError`."""
        return pipeline.read_raw(raw, self.analyse, self.made, title_line=title_line)

    def group(self, ledger: "Ledger") -> Iterator[int]:
        """Bring the claims of `ledger` up to date with all that has been added, as it is asked for.

        Gives how many new articles are done, again and again. Raises `LedgerError` and `ModelError`.
        """
        return self._grouping(ledger).catch_up()

    def regroup(self, ledger: "Ledger") -> Iterator[int]:
        """Group the whole ledger anew; what people decided stays. Gives how many articles are done, again and again."""
        return self._grouping(ledger).anew()

    def _grouping(self, ledger: "Ledger") -> "Grouping":
        from sayso.grouping import Grouping

        if self._grouped is None or self._grouped.ledger is not ledger:
            self._grouped = Grouping(ledger, self.models)
        return self._grouped

    def read_text(
        self, text: str, *, url: str | None = None, id: str | None = None, **facts: "Unpack[Facts]"
    ) -> Reading:
        """Read an article that is at hand. Raises `SourceError` when it is none, and `ModelError`."""
        from sayso.extract.build import build

        # A text with no address is known by its content, so that two are never two versions of one article.
        address = url or f"text:{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:12]}"
        return self.analyse(build(url or "text", address, text, id=id, **facts))

    def analyse(self, article: Article) -> Reading:
        """Find the statements of `article`. Raises `ModelError`."""
        with self._loading:
            if self._analyse is None:
                self.get_ready()
                # Here, because the rules are loaded while the weights are.
                from sayso.analyse.reader import Reader

                self._analyse = Reader.load(self._threads, name=self._tagger)
        return self._analyse(article)

    @property
    def made(self) -> Made:
        """What makes the readings: the model's name and the version of the code."""
        from importlib.metadata import version

        model = self._tagger if self._analyse is None else getattr(self._analyse, "name", type(self._analyse).__name__)
        return Made(model, version("sayso"))


def read(source: str | PathLike[str], *, title_line: bool = False) -> list[Reading]:
    """Read all articles in `source`: a file, a folder, the address of a page, or `-` for standard input.

    Raises `SourceError` about the first thing that cannot be read, and `ModelError`.
    """
    readings = []
    for found in _shared().read(source, title_line=title_line):
        if isinstance(found, SourceError):
            raise found
        readings.append(found)
    return readings


def read_text(text: str, *, url: str | None = None, id: str | None = None, **facts: "Unpack[Facts]") -> Reading:
    """Read an article that is at hand. Raises `SourceError` when it is none, and `ModelError`."""
    return _shared().read_text(text, url=url, id=id, **facts)


@cache
def _shared() -> Sayso:
    return Sayso()
