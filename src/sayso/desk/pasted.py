"""What a person gives to be read: an address of the web, or a text with what is known of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

from starlette.exceptions import HTTPException

from sayso.core import Sayso
from sayso.errors import SourceError
from sayso.extract.build import is_date
from sayso.fetch.disk import Line
from sayso.fetch.urls import is_url
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import Added

FACTS = ("title", "outlet", "byline", "published", "updated")


def address(given: str) -> str:
    """The address of a page. Raises `HTTPException`: nothing but the web is ever read at somebody's word."""
    if not is_url(given.strip()):
        raise HTTPException(400, "An address begins with https:// or http://.")
    return given.strip()


def facts(given: Mapping[str, str]) -> dict[str, str]:
    """What is known of a text. Raises `HTTPException`."""
    known = {name: given[name].strip() for name in FACTS if given.get(name, "").strip()}
    for name in ("published", "updated"):
        if name in known and not is_date(known[name]):
            raise HTTPException(400, f"“{name}” must be a day such as 2026-03-09, or a time such as 2026-03-09T16:00.")
    return known


def from_web(sayso: Sayso, ledger: Ledger, url: str) -> Iterator[Added | SourceError]:
    """Add the page at `url`."""
    return sayso.add(ledger, url)


def from_text(
    sayso: Sayso, ledger: Ledger, text: str, url: str | None, known: Mapping[str, str]
) -> Iterator[Added | SourceError]:
    """Add a text. Without an address it is known by its words, so that two are never two versions of one article."""
    place = url or f"text:{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:12]}"
    given = {"publisher" if name == "outlet" else name: value for name, value in known.items()}
    data = json.dumps({"url": place, "text": text, **given}, ensure_ascii=False).encode(errors="replace")
    yield from sayso.add_raw(ledger, Line(place, "what was pasted", data, 1))


def example(sayso: Sayso, ledger: Ledger) -> Iterator[Added | SourceError]:
    """Add the articles of an invented story."""
    lines = (files("sayso.desk") / "example.jsonl").read_bytes().splitlines()
    for number, data in enumerate(lines, 1):
        yield from sayso.add_raw(ledger, Line("example:" + str(number), "example.jsonl", data, number))
