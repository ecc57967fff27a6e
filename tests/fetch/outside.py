"""An internet of one's own: servers on loopback that pass for hosts of the outside, and a canary for all that is not.

Nothing here ever connects to another machine. `Outside` answers look-ups from a table, and numeric addresses in any
spelling as the system does, without a query. A connection to an address of `doors` goes to its server; every other one
goes to the canary, which counts connections and bytes.
"""

import socket
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PUBLIC = "93.184.215.14"


class FakeClock:
    """A clock that moves when somebody sleeps."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.time = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


class RawServer:
    """A server on loopback that hands each connection to `serve`, in a thread of its own."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=[connection], daemon=True).start()

    def _handle(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._serve(connection)
            except OSError:
                return

    def close(self) -> None:
        self._listener.close()


class Canary(RawServer):
    """Counts what reaches it, which should be nothing."""

    def __init__(self) -> None:
        self.connections = 0
        self.bytes = 0
        super().__init__(self._count)

    def _count(self, connection: socket.socket) -> None:
        self.connections += 1
        while data := connection.recv(65536):
            self.bytes += len(data)


class Site:
    """A web server on loopback. `pages` maps "host/path" to a body or to (status, headers, body); `asked` is its log."""

    def __init__(self, pages: dict | None = None) -> None:
        self.pages = pages if pages is not None else {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                place = self.headers["Host"] + self.path
                if not place.endswith("/robots.txt"):
                    site.asked.append((place, {name.lower(): value for name, value in self.headers.items()}))
                found = site.pages.get(place)
                found = found(self.headers) if callable(found) else found
                status, headers, body = found if isinstance(found, tuple) else (200 if found else 404, {}, found or "")
                data = body.encode() if isinstance(body, str) else body
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", "Content-Length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def places(self) -> list[str]:
        return [place for place, _ in self.asked]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Outside:
    """The network as `Web` sees it. `names` maps host names to addresses, or to a function that gives them."""

    def __init__(self, canary: Canary, tls: ssl.SSLContext | None = None) -> None:
        self.names: dict[str, list[str] | Callable[[], list[str]]] = {}
        self.doors: dict[str, int] = {}
        self.connected: list[str] = []
        self._canary = canary
        self._tls = tls

    def host(self, server: RawServer | Site, *names: str, address: str = PUBLIC) -> None:
        """Put `server` behind `names`, as if it had a public address."""
        self.doors[address] = server.port
        self.names |= {name: [address] for name in names}

    def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        known = self.names.get(host)
        if known is not None:
            return known() if callable(known) else known
        # As the system reads numbers, and without a query for anything else.
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return [str(address[0]) for *_, address in found]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.doors.get(address, self._canary.port)), timeout=seconds)

    def secure(self, sock: socket.socket, host: str) -> socket.socket:
        assert self._tls
        return self._tls.wrap_socket(sock, server_hostname=host)
