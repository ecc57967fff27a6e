from collections.abc import Callable, Iterator

import pytest

from sayso.fetch.fetched import Limits
from sayso.fetch.web import Web
from tests.fetch.outside import Canary, FakeClock, Outside, RawServer, Site


@pytest.fixture
def canary() -> Iterator[Canary]:
    canary = Canary()
    yield canary
    canary.close()


@pytest.fixture
def outside(canary: Canary) -> Outside:
    return Outside(canary)


@pytest.fixture
def site(outside: Outside) -> Iterator[Site]:
    """A site of the outside, at clarion.example and its mobile and AMP hosts."""
    site = Site()
    outside.host(site, "clarion.example", "m.clarion.example", "amp.clarion.example", "tribune.example")
    yield site
    site.close()


@pytest.fixture
def serve(outside: Outside) -> Iterator[Callable]:
    """Put a function that gets the connection behind a host of the outside."""
    servers = []

    def serve(serve: Callable, host: str = "raw.example", address: str = "93.184.215.99") -> None:
        servers.append(RawServer(serve))
        outside.host(servers[-1], host, address=address)

    serve.outside = outside
    yield serve
    for server in servers:
        server.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def web(outside: Outside, clock: FakeClock) -> Web:
    return Web(outside, clock, Limits(seconds=5))
