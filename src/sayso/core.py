"""What Python users, the command line and every other surface call."""

import hashlib
from collections.abc import Iterator
from functools import cache
from os import PathLike
from typing import Unpack

from sayso import pipeline
from sayso.errors import SourceError
from sayso.extract.build import Facts, build
from sayso.records import Article, Reading


class Sayso:
    """Reads articles. The model is loaded when the first article needs it; `analyse` stands in for it where given."""

    def __init__(self, analyse: pipeline.Analyse | None = None) -> None:
        self._analyse = analyse

    def read(self, *sources: str | PathLike[str], title_line: bool = False) -> Iterator[Reading | SourceError]:
        """Read all articles in `sources`, in order and as they are asked for.

        A source is a file (`.txt`, `.html`, `.jsonl`), a folder of them, or `-` for standard input. What cannot be
        read is a `SourceError` in its place. With `title_line` the first paragraph of plain text is its title, too.
        Raises `ModelError`.
        """
        return pipeline.read(sources, self.analyse, title_line=title_line)

    def read_text(self, text: str, *, url: str | None = None, id: str | None = None, **facts: Unpack[Facts]) -> Reading:
        """Read an article that is at hand. Raises `SourceError` when it is none, and `ModelError`."""
        # A text with no address is known by its content, so that two are never two versions of one article.
        address = url or f"text:{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:12]}"
        return self.analyse(build(url or "text", address, text, id=id, **facts))

    def analyse(self, article: Article) -> Reading:
        """Find the statements of `article`. Raises `ModelError`."""
        if self._analyse is None:
            self._analyse = _load()
        return self._analyse(article)


def read(source: str | PathLike[str], *, title_line: bool = False) -> list[Reading]:
    """Read all articles in `source`: a file, a folder, or `-` for standard input.

    Raises `SourceError` about the first thing that cannot be read, and `ModelError`.
    """
    readings = []
    for found in _shared().read(source, title_line=title_line):
        if isinstance(found, SourceError):
            raise found
        readings.append(found)
    return readings


def read_text(text: str, *, url: str | None = None, id: str | None = None, **facts: Unpack[Facts]) -> Reading:
    """Read an article that is at hand. Raises `SourceError` when it is none, and `ModelError`."""
    return _shared().read_text(text, url=url, id=id, **facts)


@cache
def _shared() -> Sayso:
    return Sayso()


def _load() -> pipeline.Analyse:
    # Takes most of the time that a short run needs, so nothing that can do without waits for it.
    from sayso.analyse.reader import Reader

    return Reader.load()
