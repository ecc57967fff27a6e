"""What comes of fetching, and what it may cost."""

from collections.abc import Mapping
from typing import NamedTuple

_LONGEST_VALIDATOR = 1_000

_STATUS = {
    401: "its host wants a password",
    402: "its host wants to be paid",
    403: "its host does not allow it",
    404: "there is no such page",
    410: "the page was taken away",
    451: "the page was taken away for legal reasons",
}


class Limits(NamedTuple):
    """What one page may take, its redirects included."""

    bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5


class Validators(NamedTuple):
    """What tells a host which version of a page is known already: its ETag and Last-Modified, as they came."""

    etag: str | None = None
    modified: str | None = None


NOTHING = Validators()
"""Of a page that is not known yet."""


class Fetched(NamedTuple):
    """What lay at an address. `addresses` are all it was reached by, the last first; `body` is None if unchanged.

    `at` is the time of the answer, in seconds since 1970.
    """

    addresses: tuple[str, ...]
    body: bytes | None
    headers: Mapping[str, str]
    validators: Validators
    at: float

    @property
    def url(self) -> str:
        """Where it lay in the end."""
        return self.addresses[0]

    @property
    def media(self) -> str:
        """The media type, in lower case: `text/html`."""
        from email.message import Message

        message = Message()
        message["content-type"] = self.headers.get("content-type") or "application/octet-stream"
        return message.get_content_type()


def refused(status: int) -> str:
    """Say what a host means that answers with `status` and no page."""
    return _STATUS.get(status, f"its host answers with status {status}")


def validators(headers: Mapping[str, str]) -> Validators:
    """Take from an answer what is to be sent back as it came; nothing where that would be no header."""
    return Validators(_opaque(headers.get("etag")), _opaque(headers.get("last-modified")))


def _opaque(value: str | None) -> str | None:
    return value if value and value.isprintable() and len(value) <= _LONGEST_VALIDATOR else None
