"""The edge of the network and of time. Tests put servers and a clock of their own in their place."""

import queue
import socket
import ssl
import threading
import time
from functools import cache
from typing import Protocol


class Net(Protocol):
    """Where connections come from. All methods raise `OSError`."""

    def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        """Find the numeric addresses of `host`. Raises `TimeoutError` after `seconds`."""

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """Connect to a numeric address, with no name looked up again. Raises `TimeoutError` after `seconds`."""

    def secure(self, sock: socket.socket, host: str) -> socket.socket:
        """Speak TLS over `sock` with a host whose certificate is good for `host`."""


class Clock(Protocol):
    """What the time is, in seconds since 1970, and how it passes."""

    def now(self) -> float:
        """The time."""

    def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""


class Internet:
    """The real network. Proxies that the environment names are not used: behind one, no address could be checked."""

    def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        """Look `host` up as the system does."""
        # The system's look-up cannot be interrupted, so it is left behind when it takes too long.
        answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()
        threading.Thread(target=lambda: answers.put(_look_up(host, port)), daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(answer, OSError):
            raise answer
        return answer

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """Connect by TCP."""
        return socket.create_connection((address, port), timeout=seconds)

    def secure(self, sock: socket.socket, host: str) -> socket.socket:
        """Trust whom the system trusts, and whom Mozilla does."""
        return _trust().wrap_socket(sock, server_hostname=host)


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """The time."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        time.sleep(seconds)


def _look_up(host: str, port: int) -> list[str] | OSError:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        return error
    except UnicodeError:
        return socket.gaierror(socket.EAI_NONAME, "the name is malformed")
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@cache
def _trust() -> ssl.SSLContext:
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
