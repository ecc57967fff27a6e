"""One request and its answer, over a connection to an address that was checked."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sayso.errors import NotFetched, Refused
from sayso.fetch.addresses import refusal
from sayso.fetch.inflate import STEP, Damaged, TooLarge, inflate
from sayso.fetch.net import Net
from sayso.fetch.urls import Url

_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: its status, its headers by their names in lower case, and the body with no encoding left.

    The body is empty unless the status is 200.
    """

    url: Url
    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(net: Net, url: Url, headers: Mapping[str, str], *, seconds: float, most: int, private: bool) -> Answer:
    """Ask for `url` and take at most `most` bytes in at most `seconds`, looking up, connecting and reading included.

    Every address of the host must be one of the public internet, unless `private` ones are allowed; the one that is
    connected to is one of those that were checked. Raises `Refused` and `NotFetched`.
    """
    end = time.monotonic() + seconds
    try:
        addresses = _checked(net, url, seconds, private)
        with _connected(net, addresses, url, end) as sock, _dead_at(sock, end), _secured(net, sock, url) as secured:
            answer = _ask(secured, url, headers, most)
        # A body of no stated length ends where the connection does, also where that was cut off.
        if time.monotonic() >= end:
            raise TimeoutError
        return answer
    except (OSError, http.client.HTTPException, TooLarge, Damaged) as error:
        late = time.monotonic() >= end
        raise NotFetched(str(url), f"it took longer than {seconds:.0f} s" if late else _words(error, most)) from error


def _checked(net: Net, url: Url, seconds: float, private: bool) -> list[str]:
    addresses = net.resolve(url.host, url.port, seconds)
    for address in addresses:
        kind = refusal(address)
        if kind and not private:
            at = "" if address == url.host else f" ({address})"
            raise Refused(str(url), f"{url.host} is {kind}{at}, and no host of the public web")
    return addresses


@contextmanager
def _connected(net: Net, addresses: list[str], url: Url, end: float) -> Iterator[socket.socket]:
    failed: OSError = OSError("it has no address")
    for address in addresses:
        try:
            sock = net.connect(address, url.port, max(0.01, min(_PATIENCE, end - time.monotonic())))
        except OSError as error:
            failed = error
            continue
        with sock:
            sock.settimeout(max(0.01, end - time.monotonic()))
            yield sock
        return
    raise failed


@contextmanager
def _dead_at(sock: socket.socket, end: float) -> Iterator[None]:
    """Cut the connection off at `end`: a time-out of the socket starts anew with every byte that drips in."""
    # A twin, because the first is given away when the connection is secured.
    with sock.dup() as twin:
        timer = threading.Timer(max(0.0, end - time.monotonic()), _cut, [twin])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def _cut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # The other side was faster.


def _secured(net: Net, sock: socket.socket, url: Url) -> socket.socket:
    return net.secure(sock, url.host) if url.scheme == "https" else sock.dup()


def _ask(sock: socket.socket, url: Url, headers: Mapping[str, str], most: int) -> Answer:
    connection = http.client.HTTPConnection(url.host, url.port)
    connection.sock = sock
    connection.putrequest("GET", url.target, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": url.netloc, **headers, "Connection": "close"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    with connection.getresponse() as response:
        found = {name.lower(): value for name, value in response.getheaders()}
        body = _body(response, found, most) if response.status == http.HTTPStatus.OK else b""
        return Answer(url, response.status, found, body)


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], most: int) -> bytes:
    if response.length is not None and response.length > most:
        raise TooLarge
    encodings = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    return inflate(_chunks(response), [name for name in encodings if name not in {"", "identity"}], most)


def _chunks(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while chunk := response.read1(STEP):
        yield chunk
    if response.length:
        raise Damaged("its end is missing")


def _words(error: Exception, most: int) -> str:
    if isinstance(error, TooLarge):
        return f"it is larger than {most / 1_000_000:g} MB"
    if isinstance(error, Damaged):
        return str(error)
    if isinstance(error, socket.gaierror):
        return "its host is not known"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "its host does not answer"
    if isinstance(error, http.client.HTTPException | ssl.SSLError):
        return f"its host does not speak {'TLS' if isinstance(error, ssl.SSLError) else 'HTTP'} as it should"
    return f"its host cannot be reached: {(error.args[-1] if error.args else type(error).__name__)!s}".lower()
