"""What is too large, too slow or never ends is given up, and the rest goes on."""

import gzip
import itertools
import time

import pytest

from sayso.errors import NotFetched
from sayso.fetch.fetched import Limits
from sayso.fetch.web import Web
from tests.fetch import bombs

PAGE = b"<p>It rained, said Ann.</p>" * 1000
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def answers(connection, *pieces, pause=0.0):
    """Answer robots.txt with nothing, and anything else with `pieces` one after the other."""
    asked = connection.recv(65536)
    if b"/robots.txt " in asked:
        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        return
    for piece in itertools.chain.from_iterable(pieces):
        connection.sendall(piece)
        time.sleep(pause)


@pytest.fixture
def web(outside, clock):
    return Web(outside, clock, Limits(seconds=1))


@pytest.mark.parametrize("name", bombs.bombs(0))
def test_bombs(web, site, name):
    encoding, body = bombs.bombs(20)[name]
    site.pages["clarion.example/bomb"] = (200, {"Content-Encoding": encoding}, body)
    site.pages["clarion.example/a"] = PAGE
    with pytest.raises(NotFetched, match=r"it is larger than 10 MB|it is encoded 10 times over"):
        web.get("http://clarion.example/bomb")
    assert web.get("http://clarion.example/a").body == PAGE


def test_bomb_on_a_redirect_is_not_read(web, site):
    encoding, body = bombs.bombs(20)["gzip"]
    site.pages |= {"clarion.example/a": (302, {"Location": "/b", "Content-Encoding": encoding}, body)}
    site.pages |= {"clarion.example/b": PAGE}
    assert web.get("http://clarion.example/a").body == PAGE


@pytest.mark.parametrize(
    "name", ["gzip", "deflate", "bare deflate", "br", "zstd", "gzip in gzip", "br in zstd in gzip"]
)
def test_encodings(web, site, name):
    encoding, body = bombs.bombs(9)[name]
    site.pages["clarion.example/a"] = (200, {"Content-Encoding": encoding}, body)
    assert web.get("http://clarion.example/a").body == bytes(9_000_000)
    site.pages["clarion.example/a"] = (200, {"Content-Encoding": encoding}, body[: len(body) * 3 // 4])
    with pytest.raises(NotFetched, match="its end is missing"):
        web.get("http://clarion.example/a")


@pytest.mark.parametrize(
    ("encoding", "body", "problem"),
    [
        ("gzip", b"<p>plain</p>", "it cannot be decompressed"),
        ("br", b"\xff" * 99, "it cannot be decompressed"),
        ("zstd", b"<p>plain</p>", "it cannot be decompressed"),
        ("compress", b"x", "it is in an encoding that was not asked for"),
        ("gzip", gzip.compress(b"x")[:-4] + b"oops", "it cannot be decompressed"),
    ],
)
def test_damaged_encodings(web, site, encoding, body, problem):
    site.pages["clarion.example/a"] = (200, {"Content-Encoding": encoding}, body)
    with pytest.raises(NotFetched, match=problem):
        web.get("http://clarion.example/a")


def test_padding_behind_gzip_is_no_damage(web, site):
    body = gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]) + bytes(10)
    site.pages["clarion.example/a"] = (200, {"Content-Encoding": "gzip"}, body)
    assert web.get("http://clarion.example/a").body == PAGE


SLOW = {
    "drip": ([OK + b"\r\n"], itertools.repeat(b"x")),
    "drip with a length": ([OK + b"Content-Length: 5000\r\n\r\n"], itertools.repeat(b"x", 5000)),
    "drip in a header": ([OK + b"X-Long: "], itertools.repeat(b"x")),
    "drip of headers": ([OK], itertools.repeat(b"X: y\r\n", 99), [b"\r\n"]),
    "drip of chunks": ([OK + b"Transfer-Encoding: chunked\r\n\r\n"], itertools.repeat(b"1\r\nx\r\n")),
    "drip of trailers": ([OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"], itertools.repeat(b"X: y\r\n")),
    "drip of early answers": ([], itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n")),
    "silence": ([OK], itertools.repeat(b"")),
}


@pytest.mark.parametrize("name", SLOW)
def test_slow_hosts_are_cut_off(web, serve, site, name):
    pieces = SLOW[name]
    serve(lambda connection: answers(connection, *pieces, pause=0.05))
    started = time.monotonic()
    with pytest.raises(NotFetched, match=r"it took longer than 1 s"):
        web.get("http://raw.example/a")
    assert time.monotonic() - started < 3
    site.pages["clarion.example/a"] = PAGE
    assert web.get("http://clarion.example/a").body == PAGE


ENDLESS = {
    "headers": ([OK], itertools.repeat(b"X: y\r\n", 1_000_000)),
    "one header": ([OK + b"X: "], itertools.repeat(b"x" * 65536, 1000)),
    "status line": ([], itertools.repeat(b"x" * 65536, 1000)),
    "length": ([OK + b"Content-Length: 10000000000\r\n\r\n"], itertools.repeat(b"x" * 65536, 100_000)),
    "body": ([OK + b"\r\n"], itertools.repeat(b"x" * 65536, 100_000)),
    "chunks": (
        [OK + b"Transfer-Encoding: chunked\r\n\r\n"],
        itertools.repeat(b"10000\r\n" + b"x" * 65536 + b"\r\n", 100_000),
    ),
    "chunk": ([OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n"], itertools.repeat(b"x" * 65536, 100_000)),
    "chunk extension": ([OK + b"Transfer-Encoding: chunked\r\n\r\n1;"], itertools.repeat(b"x" * 65536, 1000)),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_endless_answers_are_given_up(outside, clock, serve, name):
    pieces = ENDLESS[name]
    serve(lambda connection: answers(connection, *pieces))
    with pytest.raises(NotFetched, match=r"larger than 10 MB|does not speak HTTP"):
        Web(outside, clock).get("http://raw.example/a")


@pytest.mark.parametrize(
    ("pieces", "problem"),
    [
        ([OK + b"Content-Length: 99\r\n\r\nshort"], "its end is missing"),
        ([OK + b"Transfer-Encoding: chunked\r\n\r\n99\r\nshort"], "does not speak HTTP as it should"),
        ([OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"], "does not speak HTTP as it should"),
        ([b"SSH-2.0-OpenSSH_9.2\r\n"], "does not speak HTTP as it should"),
        ([b"HTTP/1.1 two hundred\r\n\r\n"], "does not speak HTTP as it should"),
        ([], "does not speak HTTP as it should|cannot be reached"),
    ],
)
def test_broken_answers(web, serve, pieces, problem):
    serve(lambda connection: answers(connection, pieces))
    with pytest.raises(NotFetched, match=problem):
        web.get("http://raw.example/a")


def test_redirects_share_the_time(outside, clock, serve):
    hops = (
        f"HTTP/1.1 302 Found\r\nLocation: /{number}\r\nContent-Length: 0\r\n\r\n".encode()
        for number in itertools.count()
    )

    def slow(connection):
        time.sleep(0.4)
        answers(connection, [next(hops)])

    serve(slow)
    started = time.monotonic()
    with pytest.raises(NotFetched, match=r"it took longer than \d s"):
        Web(outside, clock, Limits(seconds=1)).get("http://raw.example/a")
    assert time.monotonic() - started < 4


def test_host_that_nobody_knows(web):
    with pytest.raises(NotFetched, match="its host is not known"):
        web.get("http://nobody.example/")
