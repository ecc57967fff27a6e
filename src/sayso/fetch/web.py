"""Fetching from the web: politely, within limits, and only from the public internet."""

import time
from collections.abc import Iterable
from importlib.metadata import version

from sayso.errors import AskedToWait, NotFetched, Refused
from sayso.fetch import manners
from sayso.fetch.exchange import Answer, exchange
from sayso.fetch.fetched import NOTHING, Fetched, Limits, Validators, refused, validators
from sayso.fetch.hosts import Hosts
from sayso.fetch.inflate import ACCEPTED
from sayso.fetch.net import Clock, Internet, Net, SystemClock
from sayso.fetch.urls import Url, parse

_REDIRECTS = {301, 302, 303, 307, 308}
_ROBOTS = "/robots.txt"


class Web:
    """Fetches pages. Hosts named in `private` may lie on one's own network; no other may.

    One request at a time goes to a host, a second or more after the one before; its robots.txt and Retry-After are kept
    to. Safe to use from several threads.
    """

    def __init__(
        self,
        net: Net | None = None,
        clock: Clock | None = None,
        limits: Limits | None = None,
        *,
        private: Iterable[str] = (),
    ) -> None:
        self.clock = clock or SystemClock()
        self.hosts = Hosts(self.clock)
        self._net = net or Internet()
        self._limits = limits or Limits()
        self._private = {host.lower() for host in private}

    def allow_private(self, *hosts: str) -> None:
        """Let `hosts` lie on one's own network."""
        self._private |= {host.lower() for host in hosts}

    def get(self, address: str, known: Validators = NOTHING) -> Fetched:
        """Fetch what lies at `address`, unless it is the version that is `known`. Raises `NotFetched`."""
        try:
            return self._get(address, known)
        except NotFetched as error:
            if error.where != address:
                error.where, error.problem = address, f"it leads to {error.where}: {error.problem}"
            raise

    def robots(self, url: Url) -> manners.Robots:
        """Find what the host of `url` lets robots do. Raises `NotFetched` when that cannot be found out."""
        host = self.hosts.host(url.host)
        known = host.robots.get(url.origin)
        if not known or known.stale <= self.clock.now():
            try:
                known = host.robots[url.origin] = self._robots(url, known)
                # What it asks for holds from now on.
                self.hosts.leave_alone(url.host, self.clock.now() + known.interval)
            except NotFetched as error:
                # What is wrong with the host is wrong with the page, too.
                own = error.where == url.origin + _ROBOTS
                error.problem = error.problem if own else f"its robots.txt leads to {error.where}: {error.problem}"
                error.where = str(url)
                raise
        return known

    def _get(self, address: str, known: Validators) -> Fetched:
        url, addresses, seconds = _parse(address), [address], self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            interval = self._permission(url)
            started = time.monotonic()
            answer = self._ask(url, _headers(known), seconds, self._limits.bytes, interval)
            seconds -= time.monotonic() - started
            if answer.status not in _REDIRECTS:
                return self._fetched(answer, addresses, known)
            url = _parse(_location(answer), url)
            addresses.insert(0, str(url))
        raise NotFetched(address, f"it is redirected more than {self._limits.redirects} times")

    def _permission(self, url: Url) -> float:
        """Make sure that `url` may be fetched; gives the seconds that its host wants between requests."""
        found = self.robots(url)
        if found.body is None:
            raise NotFetched(str(url), "its host does not say what robots may fetch, so nothing is")
        if not found.allow(str(url)):
            raise Refused(str(url), "the robots.txt of its host does not allow it")
        return found.interval

    def _robots(self, url: Url, known: manners.Robots | None) -> manners.Robots:
        at = parse(_ROBOTS, url)
        headers = _headers(Validators(known.etag, known.modified) if known else NOTHING)
        interval = known.interval if known else manners.INTERVAL
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(at, headers, self._limits.seconds, manners.LARGEST_ROBOTS, interval)
            if answer.status not in _REDIRECTS:
                return manners.robots(answer.status, answer.body, answer.headers, self.clock.now(), known)
            at = _parse(_location(answer), at)
        # By RFC 9309 one that is not found behind five redirects counts as not there.
        return manners.robots(404, b"", {}, self.clock.now())

    def _ask(self, url: Url, headers: dict[str, str], seconds: float, most: int, interval: float) -> Answer:
        private = url.host in self._private
        with self.hosts.turn(url.host, str(url), interval):
            answer = exchange(self._net, url, headers, seconds=max(0.01, seconds), most=most, private=private)
            now = self.clock.now()
            pause = manners.wait(answer.status, answer.headers.get("retry-after"), now)
            if pause:
                self.hosts.leave_alone(url.host, now + pause)
            return answer

    def _fetched(self, answer: Answer, addresses: list[str], known: Validators) -> Fetched:
        where, until = addresses[0], self.hosts.host(answer.url.host).free_at
        if answer.status in {429, 503}:
            raise AskedToWait(where, f"its host is busy (status {answer.status})", answer.status, until)
        unchanged = answer.status == 304 and known != NOTHING
        if answer.status != 200 and not unchanged:
            raise NotFetched(where, refused(answer.status), answer.status)
        now = self.clock.now()
        if unchanged:
            return Fetched(tuple(addresses), None, answer.headers, known, now)
        return Fetched(tuple(addresses), answer.body, answer.headers, validators(answer.headers), now)


def _parse(address: str, base: Url | None = None) -> Url:
    try:
        return parse(address, base)
    except ValueError as error:
        raise Refused(address[:200], str(error)) from error


def _location(answer: Answer) -> str:
    # Headers are read as Latin-1, but what is not ASCII in an address is UTF-8.
    return answer.headers.get("location", "").encode("latin-1").decode("utf-8", "replace")


def _headers(known: Validators = NOTHING) -> dict[str, str]:
    headers = {
        "User-Agent": f"{manners.PRODUCT}/{version('sayso')}",
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        "Accept-Language": "en",
        "Accept-Encoding": ACCEPTED,
    }
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers
