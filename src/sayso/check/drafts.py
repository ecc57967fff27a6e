"""Where drafts come from: files and standard input, as text whose offsets are those of the file where it is plain."""

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.check.docx import docx_text
from sayso.check.draft import Draft
from sayso.check.ignore import Ignore, ignores
from sayso.check.markdown import headline_of, without_marks
from sayso.errors import MissingSource, NotAnArticle, SourceError
from sayso.extract import plain as plain_text
from sayso.extract.build import build, is_date
from sayso.extract.decode import decode, decode_page
from sayso.records import Article, Raw, Reading, Span

STDIN = "-"
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx")
LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A draft before it is read. `plain` tells whether offsets into its text are offsets into the file's."""

    name: str
    article: Article
    headline: Span | None
    ignores: tuple[Ignore, ...]
    plain: bool

    def dated(self, day: str | None, outlet: str | None) -> "Loaded":
        """The draft of a day, and of an outlet, where they are given. Raises `NotAnArticle` when `day` is no date."""
        if day and not is_date(day):
            raise NotAnArticle(self.name, f"{day!r} is no ISO 8601 date")
        own = self.article
        known = replace(own, published=day or own.published, outlet=own.outlet or outlet)
        return replace(self, article=known)

    def read(self, analyse: Callable[[Article], Reading]) -> Draft:
        """The draft, read. Raises `ModelError`."""
        return Draft(analyse(self.article), self.headline)


def load(place: str) -> Loaded:
    """Load the draft at `place`: .txt, .md, .html or .docx, or `-` for standard input. Raises `SourceError`."""
    data = _bytes(place)
    suffix = Path(place).suffix.lower()
    if place != STDIN and suffix not in SUFFIXES:
        raise NotAnArticle(place, "it is not a .txt, .md, .html or .docx file")
    url = f"stdin:{hashlib.sha256(data).hexdigest()[:12]}" if place == STDIN else Path(place).resolve().as_uri()
    return of_bytes(data, place, url, suffix)


def of_bytes(data: bytes, name: str, url: str, suffix: str = "") -> Loaded:
    """The draft in `data`, which is of the kind that `suffix` tells, or else its beginning. Raises `SourceError`."""
    if suffix in {".html", ".htm"} or (not suffix and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")):
        return _page(data, name, url)
    if suffix == ".docx" or (not suffix and data.startswith(b"PK\x03\x04")):
        text, title = docx_text(data, name)
        return of_text(text, name, url, headline=title, plain=False)
    text = decode(data, name)
    return of_text(text, name, url, markdown=suffix in {".md", ".markdown"})


def of_text(
    text: str, name: str, url: str, *, markdown: bool = False, headline: Span | None = None, plain: bool = True
) -> Loaded:
    """The draft with this text. Raises `NotAnArticle`."""
    bare, found = ignores(text)
    if markdown:
        headline = headline_of(bare)
        bare = without_marks(bare)
    article = build(name, url, bare, published=plain_text.date_in(name), title=headline.text if headline else None)
    return Loaded(name, article, headline, tuple(found), plain)


def _page(data: bytes, name: str, url: str) -> Loaded:
    # Reading pages takes libraries that plain text should not wait for.
    from sayso.extract import page

    markup = decode_page(data, name)
    visible = markup.replace("<!-- sayso: ignore", "[sayso: ignore")
    if visible != markup:
        visible = _closed(visible)
    article = page.article(Raw(url, name, visible.encode()))
    bare, found = ignores(article.text)
    return Loaded(name, replace(article, text=bare), None, tuple(found), plain=False)


def _closed(markup: str) -> str:
    """Close the brackets that stand for comments."""
    parts = markup.split("[sayso: ignore")
    return "[sayso: ignore".join([parts[0], *(part.replace("-->", "]", 1) for part in parts[1:])])


def _bytes(place: str) -> bytes:
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if place == STDIN else _read(Path(place))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingSource(place, "there is no such file") from error
    except OSError as error:
        raise SourceError(place, f"it cannot be read: {(error.strerror or str(error)).lower()}") from error
    if len(data) > LARGEST:
        raise NotAnArticle(place, f"it is larger than any article (at most {LARGEST // 1_000_000} MB)")
    return data


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
