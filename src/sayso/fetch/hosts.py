"""One request at a time to a host, none before it wants one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sayso.errors import AskedToWait
from sayso.fetch.manners import INTERVAL, Robots
from sayso.fetch.net import Clock

LONGEST_PAUSE = 60.0
"""Seconds that a request is held back at most; what must wait longer is given up for now."""


@dataclass
class Host:
    """What is known of one host: when it may be asked again, and its robots.txt by origin."""

    free_at: float = 0.0
    robots: dict[str, Robots] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)


class Hosts:
    """All hosts that were asked something. Safe to use from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._hosts: dict[str, Host] = {}
        self._lock = threading.Lock()

    def host(self, name: str) -> Host:
        """What is known of the host `name`."""
        with self._lock:
            return self._hosts.setdefault(name, Host())

    @contextmanager
    def turn(self, name: str, where: str, interval: float = INTERVAL) -> Iterator[None]:
        """Hold the host `name` for one request to `where`, as soon as it may be asked. Raises `AskedToWait`."""
        host = self.host(name)
        with host.turn:
            pause = host.free_at - self._clock.now()
            if pause > LONGEST_PAUSE:
                raise AskedToWait(where, f"its host asks to be left alone for {_span(pause)}", until=host.free_at)
            if pause > 0:
                self._clock.sleep(pause)
            try:
                yield
            finally:
                host.free_at = max(host.free_at, self._clock.now() + interval)

    def leave_alone(self, name: str, until: float) -> None:
        """Ask nothing of the host `name` until then."""
        host = self.host(name)
        host.free_at = max(host.free_at, until)

    def robots(self) -> dict[str, Robots]:
        """What is known of every robots.txt, by origin."""
        with self._lock:
            return {origin: robots for host in self._hosts.values() for origin, robots in host.robots.items()}

    def recall(self, origin: str, robots: Robots) -> None:
        """Know the robots.txt of `origin` from an earlier time."""
        self.host(urlsplit(origin).hostname or "").robots.setdefault(origin, robots)

    def left_alone(self) -> dict[str, float]:
        """Which hosts want to be left alone, and until when."""
        now = self._clock.now()
        with self._lock:
            return {name: host.free_at for name, host in self._hosts.items() if host.free_at > now + LONGEST_PAUSE}


def _span(seconds: float) -> str:
    minutes = -(-seconds // 60)
    return f"{minutes:.0f} minutes" if minutes < 120 else f"{-(-minutes // 60):.0f} hours"
