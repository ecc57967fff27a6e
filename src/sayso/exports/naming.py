"""Addresses, names and times as formats of others want them."""

import re
from datetime import UTC, datetime
from urllib.parse import quote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSAFE = re.compile(r"[\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ufffe\uffff]")


def iri(url: str) -> str | None:
    """The address `url` when it is one as RFC 3987 has it, of a file, too."""
    return url if _SCHEME.match(url) and not _UNSAFE.search(url) else None


def web(url: str) -> str | None:
    """The address `url` when it leads to the web; nothing else may become a link."""
    return iri(url) if url.lower().startswith(("https://", "http://")) else None


def urn(kind: str, id: str) -> str:
    """A name for a thing of this ledger: `urn:sayso:claim:c3f2a911`."""
    return f"urn:sayso:{kind}:{quote(id, safe=':.-_~')}"


def instant(given: str) -> str:
    """The ISO 8601 date or time `given` as RFC 3339 wants it: to the second, in UTC; a day is its first second."""
    moment = datetime.fromisoformat(given)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
