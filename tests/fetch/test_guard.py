"""Nothing that comes from outside makes sayso connect to anything inside."""

import pytest

from sayso.errors import NotFetched, Refused
from sayso.fetch.addresses import refusal
from sayso.fetch.urls import parse
from sayso.fetch.web import Web
from tests.fetch.blocked import HOSTS, NAMED
from tests.fetch.outside import PUBLIC

PAGE = "<p>It rained, said Ann.</p>"


@pytest.fixture
def outside(outside):
    outside.names |= {name.lower(): [address] for name, address in NAMED.items()}
    return outside


def test_there_are_enough_spellings():
    assert len(HOSTS) >= 60


def test_an_outside_that_is_there_is_reached(web, site, outside):
    site.pages["clarion.example/a"] = PAGE
    assert web.get("http://clarion.example/a").body == PAGE.encode()
    assert set(outside.connected) == {PUBLIC}


@pytest.mark.parametrize("host", HOSTS)
def test_address(web, canary, outside, host):
    with pytest.raises(NotFetched):
        web.get(f"http://{host}/")
    assert (outside.connected, canary.connections) == ([], 0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("host", HOSTS)
def test_redirect_from_an_allowed_hop(web, site, canary, outside, host, status):
    site.pages["clarion.example/a"] = (status, {"Location": ascii_location(f"http://{host}:8080/x")}, PAGE)
    with pytest.raises(NotFetched, match=r"^http://clarion.example/a: it leads to "):
        web.get("http://clarion.example/a")
    assert site.places() == ["clarion.example/a"]
    assert (set(outside.connected), canary.connections) == ({PUBLIC}, 0)


def ascii_location(url):
    return url.encode().decode("latin-1")


@pytest.mark.parametrize("host", HOSTS)
def test_redirect_of_robots_txt(web, site, canary, outside, host):
    site.pages["clarion.example/robots.txt"] = (302, {"Location": ascii_location(f"http://{host}/robots.txt")}, "")
    with pytest.raises(NotFetched):
        web.get("http://clarion.example/a")
    assert site.places() == []
    assert (set(outside.connected), canary.connections) == ({PUBLIC}, 0)


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://clarion.example/",
        "gopher://127.0.0.1:70/_x",
        "data:text/html,x",
        "javascript:1",
    ],
)
def test_other_schemes(web, site, outside, location):
    site.pages["clarion.example/a"] = (302, {"Location": location}, "")
    with pytest.raises(Refused):
        web.get("http://clarion.example/a")
    assert set(outside.connected) == {PUBLIC}


def test_1000_rebinding_answers(web, site, canary, outside):
    """A name whose address changes between look-ups: what was checked is what is connected to."""
    site.pages |= {f"rebind{number}.example/": PAGE for number in range(1000)}
    for number in range(1000):
        answers = iter([[PUBLIC], *[["127.0.0.1"]] * 9])
        outside.names[f"rebind{number}.example"] = lambda answers=answers: next(answers)
        with pytest.raises(Refused):
            # The first look-up is that for robots.txt; the page would be at the second.
            web.get(f"http://rebind{number}.example/")
    assert (set(outside.connected), canary.connections) == ({PUBLIC}, 0)
    assert site.asked == []


@pytest.mark.parametrize(
    "answer", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC, "::1"], ["fe80::1%eth0", PUBLIC]]
)
def test_mixed_answers_are_refused_whole(web, site, canary, outside, answer):
    outside.names["clarion.example"] = answer
    with pytest.raises(Refused):
        web.get("http://clarion.example/a")
    assert (outside.connected, canary.connections) == ([], 0)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_used(web, site, canary, outside, monkeypatch, variable):
    monkeypatch.setenv(variable, f"http://127.0.0.1:{canary._listener.getsockname()[1]}")
    site.pages["clarion.example/a"] = PAGE
    web.get("http://clarion.example/a")
    with pytest.raises(Refused):
        web.get("http://127.0.0.1/")
    assert (set(outside.connected), canary.connections) == ({PUBLIC}, 0)


def test_what_is_allowed_is_one_host(outside, clock, canary, site):
    outside.host(site, "intranet.clarion.example", address="192.168.7.7")
    site.pages["intranet.clarion.example/a"] = PAGE
    web = Web(outside, clock, private=["Intranet.clarion.example"])
    assert web.get("http://intranet.clarion.example/a").body == PAGE.encode()
    for host in ("localhost", "127.0.0.1", "192.168.7.7", "x.intranet.clarion.example"):
        outside.names.setdefault(host, ["192.168.7.7"])
        with pytest.raises(Refused):
            web.get(f"http://{host}/a")
    assert canary.connections == 0


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "2a00:1450::1"])
def test_public_addresses(address):
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://ann:secret@clarion.example/", "an address with a user name in it is not fetched"),
        ("http://clarion.example@127.0.0.1/", "an address with a user name in it is not fetched"),
        ("http:///a", "its host is no name"),
        ("http://", "its host is no name"),
        ("http://a..b/", "its host is no name"),
        ("http://a b/", "its host is no name"),
        ("http://a\\b/", "its host is no name"),
        ("http://[::1/", "it is no address of the web"),
        ("http://[fe80::1%25eth0]/", "its host is no name"),
        ("http://a:99999/", "it is no address of the web"),
        ("ftp://clarion.example/", "only http and https addresses are fetched"),
        ("http://clarion.example/" + "a" * 8000, "the address is longer than 8,000 characters"),
    ],
)
def test_addresses_that_are_none(address, problem):
    with pytest.raises(ValueError, match=problem):
        parse(address)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("HTTP://Clarion.Example", "http://clarion.example/"),
        ("https://clarion.example:443/a#b", "https://clarion.example/a"),
        ("http://clarion.example:8080/a b?c=d e&f=%20", "http://clarion.example:8080/a%20b?c=d%20e&f=%20"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        (" https://clarion.example/a\r\nX: y ", "https://clarion.example/aX:%20y"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
    ],
)
def test_addresses(address, asked):
    assert str(parse(address)) == asked
    assert parse(asked) == parse(address)
