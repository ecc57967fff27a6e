"""A desk on loopback, over a ledger with a few claims; real in all but the reader and the models."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

import uvicorn

from sayso.core import Sayso
from sayso.desk.app import application
from sayso.desk.desk import Desk
from sayso.desk.settings import Settings
from sayso.desk.work import Work
from sayso.ledger.ledger import Ledger
from sayso.records import Reading
from tests.claims.test_grouping import Models
from tests.claims.test_grouping import analyse as lines_of

CUT = "the Brannoch link was cut by the cabinet on Monday night while the town was asleep and nobody was told of it"
TEXTS = {
    "a0": ("2026-03-09", "The Clarion", f"Oona Tresk|says|{CUT}\nPim Rosk|denies|the link was cut"),
    "a1": ("2026-03-10", "Grid Weekly", f"O Tresk|says|{CUT}\nPim Rosk|denies|the link was cut at all"),
    "a2": ("2026-03-11", "The Clarion", "Ada Lunn|says|the fish were counted twice in March\nPim Rosk|denies|the Brannoch link was cut by anybody"),
    "a3": ("2026-03-12", "Grid Weekly", "Ada Lunn|denies|the fish were counted twice by Zemara\nOona Tresk|confirms|the fish were counted\nPim Rosk|declines|the fish"),
}  # fmt: skip
LATER = "Oona Tresk|says|the Brannoch link was cut by the cabinet on Tuesday\nAda Lunn|says|the link was cut"


def analyse(article):
    """Who, act and what on each line; a text of other lines says nothing."""
    fits = all(line.count("|") == 2 for line in article.text.splitlines())
    return lines_of(article) if fits else Reading(article, (), ())


def sayso() -> Sayso:
    return Sayso(analyse, models=Models())


def add(reader: Sayso, ledger: Ledger, path, id, day, outlet, text, **facts) -> None:
    line = {"id": id, "url": f"https://{id}.example/", "title": f"The {outlet} on {day}", "publisher": outlet}
    path.write_text(json.dumps({"published": day, **line, **facts, "text": text}))
    list(reader.add(ledger, path))


def fill(ledger: Ledger, folder) -> None:
    """Four articles, one of them changed later, and their claims."""
    reader = sayso()
    for id, (day, outlet, text) in TEXTS.items():
        add(reader, ledger, folder / f"{id}.jsonl", id, day, outlet, text)
    later = {"url": "https://a0.example/", "updated": "2026-03-13"}
    add(reader, ledger, folder / "later.jsonl", "a0v2", "2026-03-09", "The Clarion", LATER, **later)
    list(reader.group(ledger))


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def json(self):
        return json.loads(self.body)


@dataclass(frozen=True)
class Served:
    """A desk that runs, and what asks it."""

    port: int
    desk: Desk

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path, method="GET", *, form=None, body=None, host=None, read=True, **headers) -> Answer:
        """One request; `form` is sent as a form of this very page, as a browser would."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent.setdefault("Host", host or f"127.0.0.1:{self.port}")
        if form is not None:
            body, method = urlencode(form, doseq=True), "POST"
            sent = {"Origin": self.url, "Content-Type": "application/x-www-form-urlencoded", **sent}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, sent)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode() if read else "")
        finally:
            connection.close()


@contextmanager
def served(ledger: Ledger, settings: Settings | None = None, reader: Sayso | None = None) -> Iterator[Served]:
    """Serve `ledger` while the block runs."""
    reader = reader or sayso()
    desk = Desk(ledger, reader, Work(reader, ledger), settings or Settings())
    config = uvicorn.Config(
        application(desk), port=0, log_level="error", timeout_graceful_shutdown=1, server_header=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Served(server.servers[0].sockets[0].getsockname()[1], desk)
    finally:
        server.should_exit = True
        thread.join(10)
