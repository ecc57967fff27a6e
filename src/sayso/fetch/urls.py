"""Addresses of the web, read strictly."""

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 8_000
"""Characters that an address may have."""

_PORTS = {"http": 80, "https": 443}
_URL = re.compile(r"https?:", re.IGNORECASE)
_KEPT = "/%:@!$&'()*+,;=~-._?"


class Url(NamedTuple):
    """An address of the web, as it is asked for. `host` is ASCII without brackets; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as they stand before the path."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host and port, as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def is_url(source: str) -> bool:
    """Tell whether `source` names something on the web."""
    return bool(_URL.match(source))


def parse(address: str, base: Url | None = None) -> Url:
    """Read `address`, relative to `base` where one is given. Raises `ValueError` with what is wrong."""
    if len(address) > LONGEST:
        raise ValueError(f"the address is longer than {LONGEST:,} characters")
    try:
        parts = urlsplit(urljoin(str(base), address.strip()) if base else address.strip())
        port = parts.port
    except ValueError as error:
        raise ValueError("it is no address of the web") from error
    if parts.scheme not in _PORTS:
        raise ValueError("only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise ValueError("an address with a user name in it is not fetched")
    host = _host(parts.hostname or "")
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Url(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, target)


def _host(host: str) -> str:
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise ValueError("its host is no name") from error
    if not name or re.search(r"[^a-z0-9._:-]", name):
        raise ValueError("its host is no name")
    return name
