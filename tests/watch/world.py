"""A week of news on sites of one's own, served on loopback while an injected clock runs."""

import hashlib
import random
import threading
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.fetch.outside import FakeClock

HOUR = 3600


@dataclass
class Story:
    """An article, and when its text changed."""

    path: str
    at: float
    changes: list[float] = field(default_factory=list)

    def version(self, now: float) -> int:
        return 1 + sum(change <= now for change in self.changes)


@dataclass
class Asked:
    """A request, as the server saw it."""

    at: float
    host: str
    path: str
    conditional: bool
    status: int


class World:
    """`sites` sites with a feed each, for `days`; `log` is all that was asked of them, `rude` what should not have been."""

    def __init__(self, sites: int, days: float, clock: FakeClock, seed: int = 1) -> None:
        self.clock = clock
        self.start = clock.now()
        self.end = self.start + days * 24 * HOUR
        self.log: list[Asked] = []
        self.rude: list[str] = []
        self._left_alone: dict[str, float] = {}
        self._last: dict[str, float] = {}
        self._etags: dict[str, str] = {}
        chance = random.Random(seed)
        self.stories = {f"site{number}.example": self._stories(chance) for number in range(sites)}
        # One site in five is busy now and then, and says so in one of two ways.
        self._busy = {
            host: sorted(chance.uniform(self.start, self.end) for _ in range(5))
            for host in list(self.stories)[:: 5 if sites > 4 else 2]
        }
        self._server = self._serve()
        self.port = self._server.server_address[1]

    def feeds(self) -> list[str]:
        return [f"http://{host}/feed.xml" for host in self.stories]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def interval(self, host: str) -> float:
        return 5.0 if host.endswith(("2.example", "7.example")) else 1.0

    def _stories(self, chance: random.Random) -> list[Story]:
        stories, at = [], self.start - chance.uniform(0, 12 * HOUR)
        while at < self.end:
            age = [chance.uniform(0.2, 60) * HOUR for _ in range(chance.choice([0, 0, 0, 1, 1, 3]))]
            stories.append(Story(f"/{len(stories)}", at, sorted(at + change for change in age)))
            at += chance.expovariate(1 / (8 * HOUR))
        return stories

    def answer(self, host: str, path: str, headers) -> tuple[int, dict[str, str], bytes]:
        now = self.clock.now()
        self._check(host, path, now)
        status, more, body = self._page(host, path, now)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"' if status == 200 else ""
        known = self._etags.get(host + path)
        sent = headers.get("If-None-Match")
        if sent and sent != known:
            self.rude.append(f"{host}{path}: {sent} was never its ETag")
        if status == 200:
            self._etags[host + path] = etag
            more["ETag"] = etag
            if sent == etag:
                status, body = 304, b""
        self.log.append(Asked(now, host, path, bool(sent), status))
        return status, more, body

    def _check(self, host: str, path: str, now: float) -> None:
        if now < self._left_alone.get(host, 0):
            self.rude.append(f"{host}{path}: asked {self._left_alone[host] - now:.0f} s too early after Retry-After")
        last = self._last.get(host)
        if last is not None and now - last < self.interval(host) - 0.001:
            self.rude.append(f"{host}{path}: asked {now - last:.2f} s after the request before")
        self._last[host] = now

    def _page(self, host: str, path: str, now: float) -> tuple[int, dict[str, str], bytes]:
        if path == "/robots.txt":
            return 200, {}, f"User-agent: *\nCrawl-delay: {self.interval(host):.0f}\n".encode()
        if any(busy <= now < busy + HOUR / 4 for busy in self._busy.get(host, ())):
            until = now + HOUR / 2
            self._left_alone[host] = max(self._left_alone.get(host, 0), float(int(until)))
            as_date = len(self.log) % 2
            return 429, {"Retry-After": formatdate(int(until), usegmt=True) if as_date else str(HOUR // 2)}, b""
        out = [story for story in self.stories[host] if story.at <= now]
        if path == "/feed.xml":
            items = "".join(
                f"<item><link>http://{host}{story.path}?utm_source=rss</link></item>" for story in out[-30:]
            )
            return 200, {}, f"<rss><channel><title>{host}</title>{items}</channel></rss>".encode()
        story = next((story for story in out if story.path == path.partition("?")[0]), None)
        return (404, {}, b"") if story is None else (200, {}, page(host, story, story.version(now)))

    def _serve(self) -> ThreadingHTTPServer:
        world = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = world.answer(self.headers["Host"], self.path, self.headers)
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return server


def page(host: str, story: Story, version: int) -> bytes:
    added = "".join(
        f'<p>"The council met {number} times over it," said Ben Holt of the ferry company on the quay.</p>'
        for number in range(2, version + 1)
    )
    return f"""<html lang="en"><head><meta property="og:site_name" content="{host}"></head><body><article><h1>Story</h1>
<p>"There was no deal about {story.path} at {host}," said Ann Lee, the mayor of Dunmere, who had come to the quay.</p>
<p>The council of Dunmere had voted on the harbour road, and she was asked what that would mean for the ferry.</p>
{added}</article></body></html>""".encode()
