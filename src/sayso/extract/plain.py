"""Articles that are plain text."""

import re

from sayso.extract.build import build, is_date
from sayso.extract.decode import decode
from sayso.records import Article, Raw
from sayso.text.paragraphs import paragraphs

_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def article(raw: Raw, *, title_line: bool = False) -> Article:
    """Make all of `raw`, unchanged, the text of an article; with `title_line` its first paragraph is the title, too.

    A date in the name of the file (`2024-11-11-the-call.txt`) is the day of publication: plain text has nowhere else to
    say it. Raises `NotText` or `NotAnArticle`.
    """
    text = decode(raw.data, raw.name)
    title = _first_paragraph(text) if title_line else None
    return build(raw.name, raw.url, text, title=title, published=date_in(raw.name))


def date_in(name: str) -> str | None:
    """The date in the name of a file, where it has one."""
    found = _DATE.search(name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1])
    return found.group() if found and is_date(found.group()) else None


def _first_paragraph(text: str) -> str | None:
    # A byte order mark is part of the text as decoded, but of no title.
    return next((" ".join(text[start:end].strip("\ufeff").split()) for start, end in paragraphs(text)), None)
