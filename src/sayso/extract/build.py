"""What an article must be, whatever it was found in."""

import hashlib
import re
from datetime import datetime
from typing import TypedDict, Unpack

from sayso.errors import NotAnArticle
from sayso.extract.credits import credits
from sayso.extract.notes import notes
from sayso.records import Article
from sayso.text.english import is_english

LONGEST = 1_000_000
"""Characters that an article may have."""

_HALF = re.compile("[\ud800-\udfff]")


class Facts(TypedDict, total=False):
    """What may be known of an article besides its address and text; dates are ISO 8601."""

    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    updated: str | None
    language: str | None


def build(where: str, url: str, text: str, *, id: str | None = None, **facts: Unpack[Facts]) -> Article:
    """Make the article with this text, unchanged, and with an id of 12 hexadecimal digits unless one is given.

    Raises `NotAnArticle` about `where` when the parts make no article.
    """
    problem = _text_problem(text) or _problem({"text": text, "url": url, "id": id, **facts})
    if problem:
        raise NotAnArticle(where, problem)
    return Article(
        id=id or _identity(url, text),
        url=url,
        text=text,
        credits=credits(text),
        notes=notes(text),
        unread=None if is_english(text) else "it is not in English",
        **facts,
    )


def is_date(text: str) -> bool:
    """Tell whether `text` is an ISO 8601 date, with or without a time."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text_problem(text: str) -> str | None:
    if not text.strip("\ufeff").strip():
        return "it holds nothing but white space" if text else "it is empty"
    if len(text) > LONGEST:
        return f"it is {len(text):,} characters long, longer than any article (at most {LONGEST:,})"
    return None


def _problem(parts: dict[str, object]) -> str | None:
    for name, part in parts.items():
        if isinstance(part, str) and (half := _HALF.search(part)):
            return f'its "{name}" holds half a character (a lone surrogate) at offset {half.start()}'
        if name in {"published", "updated"} and isinstance(part, str) and not is_date(part):
            return f'its "{name}" is not an ISO 8601 date'
    return None


def _identity(url: str, text: str) -> str:
    return hashlib.sha256(f"{url}\0{text}".encode()).hexdigest()[:12]
