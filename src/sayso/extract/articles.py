"""Which way to read what was found."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sayso.extract import plain
from sayso.records import Article, Raw

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")


def article(raw: Raw, *, title_line: bool = False) -> Article:
    """Read the article that `raw` holds: ninjs, a page or plain text, by the suffix of its address or by its content.

    With `title_line` the first paragraph of plain text is its title, too. Raises `NotText` or `NotAnArticle`.
    """
    if _suffix(raw) == ".json":
        from sayso.extract import ninjs

        return ninjs.article(raw)
    if not _is_page(raw):
        return plain.article(raw, title_line=title_line)
    # Reading pages takes libraries that plain text should not wait for.
    from sayso.extract import page

    return page.article(raw)


def _suffix(raw: Raw) -> str:
    return PurePosixPath(urlsplit(raw.url).path).suffix.lower()


def _is_page(raw: Raw) -> bool:
    suffix = _suffix(raw)
    if suffix == ".txt":
        return False
    return suffix in {".html", ".htm"} or bool(_MARKUP.match(raw.data))
