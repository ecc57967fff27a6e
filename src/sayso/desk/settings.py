"""Who may ask the desk, and how it knows them."""

import hashlib
import ipaddress
from dataclasses import dataclass

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are the names that a request may ask under; with a `token`, it must be shown.

    `addresses`: any IP address will do as a name. No foreign page can make a browser send one for a name of its own.
    """

    hosts: frozenset[str] = LOOPBACK
    addresses: bool = False
    token: str | None = None

    def knows(self, host: str) -> bool:
        """Whether a request may have this `Host`."""
        name = name_of(host).lower()
        return name in self.hosts or (self.addresses and is_address(name.strip("[]")))

    @property
    def pass_value(self) -> str:
        """What the cookie holds of somebody who has shown the token: not the token itself."""
        return hashlib.sha256(f"sayso desk\0{self.token}".encode()).hexdigest()


def name_of(host: str) -> str:
    """A `Host` without its port."""
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]


def is_address(name: str) -> bool:
    """Whether `name` is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what is bound to `host`."""
    return host == "localhost" or (is_address(host) and ipaddress.ip_address(host).is_loopback)
