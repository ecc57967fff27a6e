"""Pages of the web, as raw articles."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.errors import NotAnArticle, SourceError
from sayso.fetch.fetched import Fetched
from sayso.records import Raw

if TYPE_CHECKING:
    from sayso.fetch.web import Web

_READ = {"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"}
_UNKNOWN = "application/octet-stream"


def fetch(address: str, web: "Web") -> Iterator[Raw | SourceError]:
    """Fetch the page at `address`; a `SourceError` where it cannot be had."""
    try:
        yield page(address, web.get(address))
    except SourceError as error:
        yield error


def page(address: str, fetched: Fetched) -> Raw:
    """Take what was `fetched` from `address` for a page. Raises `NotAnArticle` for pictures, films and the like."""
    if fetched.media not in _READ | {_UNKNOWN}:
        raise NotAnArticle(address, f"it is no page, but {fetched.media}")
    return Raw(
        fetched.url,
        address,
        fetched.body or b"",
        fetched=datetime.fromtimestamp(fetched.at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        headers=tuple(fetched.headers.items()),
        addresses=tuple(dict.fromkeys(fetched.addresses[1:])),
    )
