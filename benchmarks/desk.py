"""How fast the desk answers over a large ledger: `python -m benchmarks.desk [--articles N] [--readers N] [--seconds N]`.

A ledger is generated, row by row as reading and grouping would have left it. Readers then ask for boards, claims,
speakers and searches at once, each for a page a second at most, as somebody who reads quickly would, while another
process keeps adding articles. Printed are the times of answers by page, in milliseconds.
"""

import argparse
import http.client
import json
import multiprocessing
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from sayso.ledger import schema
from sayso.ledger.ledger import Ledger
from sayso.ledger.names import key, sound
from sayso.records import Kind

NOUNS = [
    "bridge",
    "harbour",
    "ferry",
    "tender",
    "budget",
    "court",
    "mine",
    "railway",
    "clinic",
    "dam",
    "festival",
    "census",
    "permit",
    "strike",
    "audit",
]
VERBS = [
    "opened",
    "closed",
    "sold",
    "delayed",
    "cancelled",
    "approved",
    "inspected",
    "moved",
    "insured",
    "flooded",
    "repaired",
    "renamed",
]
NAMES = [f"{first} {last}" for first in ["Ada", "Pim", "Oona", "Tom", "Ines", "Karl", "Mira", "Jost", "Lena", "Ulf"]
         for last in ["Tresk", "Rosk", "Lunn", "Wick", "Brook", "Reed", "Vik", "Aas", "Holm", "Brandt", "Solvang", "Krantz"]]  # fmt: skip
OUTLETS = [f"{city} {kind}" for city in ["Clarion", "Grid", "Harbour", "Nightly", "Concordia", "Torvik", "Alder"]
           for kind in ["Post", "Courier", "News", "Weekly"]]  # fmt: skip
STATEMENTS = 8
_AT_ONCE = 2_000


def generate(ledger: Ledger, articles: int) -> None:
    """Articles of eight statements, by 120 speakers known everywhere and others known once; two to five a claim."""
    chance = random.Random(7)
    with ledger.writing() as connection:
        speakers(connection, articles)
        for start in range(0, articles, _AT_ONCE):
            batch(connection, range(max(start, 1), min(start + _AT_ONCE, articles)), chance)
        connection.execute(text("INSERT INTO versions_words (versions_words) VALUES ('rebuild')"))
        connection.execute(text("INSERT INTO statements_words (statements_words) VALUES ('rebuild')"))
        connection.execute(text("INSERT INTO names_words (rowid, name) SELECT id, name FROM names"))


def speakers(connection: Connection, articles: int) -> None:
    rows, names = [], []
    for number in range(1, len(NAMES) + articles // 2 + 1):
        name = NAMES[number - 1] if number <= len(NAMES) else f"{NAMES[number % 97].split()[0]} {word(number)}"
        slug = name.casefold().replace(" ", "-")
        rows.append({"id": number, "slug": slug, "number": 1, "name": name, "kind": "person", "added_at": "2026"})
        names.append({"id": number, "speaker_id": number, "name": name, "key": key(name),
                      "sound": sound(name, Kind.PERSON), "uses": 5})  # fmt: skip
    connection.execute(insert(schema.speakers), rows)
    connection.execute(insert(schema.names), names)


def word(number: int) -> str:
    """A name that nobody else has."""
    letters = "".join("bdfgklmnprstvz"[int(digit, 14)] + "aeiou"[number % 5] for digit in base14(number))
    return letters.title()


def base14(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 14)
        digits = "0123456789abcd"[rest] + digits
    return digits


def batch(connection: Connection, numbers: range, chance: random.Random) -> None:
    """The rows of some articles, and their claims: those of one matter stand in articles side by side."""
    rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for number in numbers:
        an_article(rows, number, chance)
    for matter in range(numbers[0] // 10, numbers[-1] // 10 + 1):
        mine = [number for number in range(matter * 10, matter * 10 + 10) if number in numbers]
        if mine:
            some_claims(rows, matter, mine, chance)
    for table in (schema.articles, schema.addresses, schema.versions, schema.readings, schema.appearances, schema.links,
                  schema.statements, schema.matters, schema.places, schema.claims, schema.positions):  # fmt: skip
        connection.execute(insert(table), rows[table])


def an_article(rows: dict[Any, list[dict[str, Any]]], number: int, chance: random.Random) -> None:
    at, url = day(number), f"https://{number}.example/"
    outlet, noun = OUTLETS[chance.randrange(len(OUTLETS))], NOUNS[number // 10 % len(NOUNS)]
    parts, said = [], []
    for place in range(STATEMENTS):
        who = chance.randrange(1, len(NAMES) + 1) if chance.random() < 0.7 else len(NAMES) + 1 + (number + place) // 2
        what = f"the {noun} of {word(number // 10 + 5)} was {chance.choice(VERBS)} on day {chance.randrange(90)}"
        start = sum(map(len, parts))
        parts.append(f"{what}, said somebody who was asked about it and spoke at some length about the matter.\n\n")
        said.append((who if who <= len(NAMES) + 1 else len(NAMES) + 1 + who % max(number // 2, 1), what, start))
    whole = "".join(parts)
    rows[schema.articles].append({"id": number, "url": url, "added_at": at})
    rows[schema.addresses].append(
        {"id": number, "key": f"{number}.example/", "url": url, "article_id": number, "added_at": at}
    )
    rows[schema.versions].append(
        {"id": number, "key": f"v{number}", "article_id": number, "text": whole, "sha256": str(number), "url": url,
         "outlet": outlet, "title": f"The {noun} of {word(number // 10 + 5)}", "published": at, "credits": "[]",
         "notes": "[]", "names": "[]", "at": at, "added_at": at}
    )  # fmt: skip
    rows[schema.readings].append(
        {"id": number, "version_id": number, "model": "m", "code": "1", "read_at": at, "at": at, "placed_at": at}
    )
    for place, (who, what, start) in enumerate(said):
        id = number * STATEMENTS + place
        rows[schema.appearances].append(
            {"id": id, "reading_id": number, "local": f"p{place}", "name": "x", "kind": "person", "aliases": "[]",
             "roles": '{"roles": [], "proper": []}'}
        )  # fmt: skip
        rows[schema.links].append(
            {"id": id, "appearance_id": id, "speaker_id": who, "reason": "", "linked_at": at, "live": True}
        )
        rows[schema.statements].append(
            {"id": id, "reading_id": number, "key": f"v{number}:{start}-{start + len(what)}", "form": "indirect",
             "act": chance.choice(["says", "says", "denies"]), "content": json.dumps([[start, start + len(what)]]),
             "appearance_id": id, "hedged": False, "confidence": 0.9, "candidates": "[]", "words": what}
        )  # fmt: skip


def some_claims(rows: dict[Any, list[dict[str, Any]]], matter: int, articles: list[int], chance: random.Random) -> None:
    known = {row["id"]: row for row in rows[schema.versions] if row["id"] in articles}
    mine = [row for row in rows[schema.statements] if row["reading_id"] in known]
    who = {row["appearance_id"]: row["speaker_id"] for row in rows[schema.links]}
    rows[schema.matters].append({"id": matter + 1, "stale": False})
    for number in articles:
        rows[schema.places].append(
            {"id": number, "version_id": number, "reading_id": number, "matter_id": matter + 1,
             "month": known[number]["at"][:7], "at": known[number]["at"], "point": b"\0" * 768}
        )  # fmt: skip
    chance.shuffle(mine)
    for place in range(4):
        held = sorted(mine[place * 12 : place * 12 + 12], key=lambda row: row["id"])
        if not held:
            return
        id = (matter + 1) * 4 + place
        positions = [
            {"statement": row["key"], "speaker": slug(who[row["appearance_id"]]),
             "stance": "denies" if row["act"] == "denies" else "affirms", "origin": "o1"} for row in held
        ]  # fmt: skip
        history = [
            {"article": f"v{row['reading_id']}", "at": known[row["reading_id"]]["at"],
             "status": chance.choice(["disputed", "confirmed"]), "origins": 1, "by": [positions[0]["speaker"]],
             "reason": "it was asked for"} for row in held
        ]  # fmt: skip
        origin = {"id": "o1", "name": "Ada Tresk", "kind": "person", "heard_by": None, "withdrawn": False,
                  "undetermined": False, "articles": sorted({row["article"] for row in history}), "reasons": []}  # fmt: skip
        data = {"id": f"c{id:08x}", "gloss": f"{held[0]['words'].capitalize()}.", "positions": positions,
                "origin_list": [origin], "history": history}  # fmt: skip
        rows[schema.claims].append(
            {"id": id, "key": data["id"], "matter_id": matter + 1, "gloss": data["gloss"],
             "status": history[-1]["status"], "moved_at": history[-1]["at"], "data": json.dumps(data), "live": True}
        )  # fmt: skip
        rows[schema.positions] += [
            {"claim_id": id, "outlet": known[row["reading_id"]]["outlet"], "moved_at": history[-1]["at"],
             **{name: value for name, value in one.items() if name != "origin"}}
            for one, row in zip(positions, held, strict=True)
        ]  # fmt: skip


def slug(number: int) -> str:
    name = NAMES[number - 1] if number <= len(NAMES) else f"{NAMES[number % 97].split()[0]} {word(number)}"
    return name.casefold().replace(" ", "-")


def day(number: int) -> str:
    return (
        f"{2000 + number // 4000 % 26}-{1 + number // 334 % 12:02}-{1 + number // 12 % 28:02}T{number % 24:02}:00:00Z"
    )


def pages(articles: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What a reader asks for, without end: a page and its address. Readers do not move in step."""
    while True:
        matter = chance.randrange(1, articles // 10)
        boards = ["/", "/?status=disputed", f"/?outlet={chance.choice(OUTLETS).replace(' ', '+')}"]
        known = {
            "board": chance.choice([*boards, f"/?speaker={slug(chance.randrange(1, 121))}"]),
            "claim": f"/claim/c{(matter + 1) * 4 + chance.randrange(4):08x}",
            "speaker": f"/speaker/{slug(chance.randrange(1, len(NAMES) + articles // 4))}",
            "search": "/search?q=" + chance.choice([word(matter + 5)[:5], "bridge+clo", "Tresk", "harbour"]),
        }
        yield chance.choice(list(known.items()))


def read(port: int, articles: int, seed: int, seconds: float, pause: float, told: Any) -> None:
    """One reader. Tells the times of its pages."""
    chance, times, until = random.Random(seed), [], time.monotonic() + seconds
    time.sleep(chance.random() * max(pause, 0.1))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for page, path in pages(articles, chance):
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        took = time.perf_counter() - began
        times.append((page, took, answer.status))
        if time.monotonic() > until:
            break
        time.sleep(max(0.0, pause - took))
    told.put(times)


def write(where: str, seconds: float, told: Any) -> None:
    """Another process that keeps adding: as fast as a reader of articles would, four a second."""
    from tests.ledger.sample import article, found

    until, count = time.monotonic() + seconds, 0
    with Ledger.open(where) as ledger:
        while time.monotonic() < until:
            line = f'"The bridge of {word(count + 9)} was sold," said Ada Tresk. "It was not," said Pim Rosk.'
            ledger.add(found(article(line, id=f"new{count}", url=f"https://new{count}.example/")))
            count += 1
            time.sleep(0.25)
    told.put(count)


def measure(where: str, articles: int, readers: int, seconds: float, pause: float) -> None:
    program = [sys.executable, "-c", "from sayso.cli import main; main()", "serve", "--ledger", where, "--port", "0"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        port = int(desk.stdout.readline().rstrip("/\n").rpartition(":")[2])
        try:
            for seed in range(3):
                read(port, articles, seed, 1, 0, multiprocessing.Queue())
            report(*ask(where, port, articles, readers, seconds, pause), readers, pause)
        finally:
            desk.terminate()


def ask(where: str, port: int, articles: int, readers: int, seconds: float, pause: float) -> tuple[Any, int]:
    told, written = multiprocessing.Queue(), multiprocessing.Queue()
    writer = multiprocessing.Process(target=write, args=(where, seconds, written))
    workers = [
        multiprocessing.Process(target=read, args=(port, articles, seed, seconds, pause, told))
        for seed in range(readers)
    ]
    for process in (writer, *workers):
        process.start()
    times = [one for _ in workers for one in told.get()]
    added = written.get()
    for process in (writer, *workers):
        process.join()
    return times, added


def report(times: Any, added: int, readers: int, pause: float) -> None:
    print(f"{readers} readers, a page each {pause:g} s at most; {len(times)} pages, {added} articles added meanwhile")
    groups = defaultdict(list)
    for page, took, status in times:
        groups[page].append(took * 1000)
        groups["all"].append(took * 1000)
        assert status < 500
    for page, took in groups.items():
        took.sort()
        print(f"{page:8} median {took[len(took) // 2]:6.0f} ms   p99 {took[int(len(took) * 0.99)]:6.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds from one page of a reader to the next")
    parser.add_argument("--ledger", help="keep the generated ledger in this file, or go on with it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = given.ledger or f"{folder}/large.db"
        if not Path(where).exists():
            with Ledger.open(where, create=True) as ledger:
                began = time.perf_counter()
                generate(ledger, given.articles)
                print(f"{given.articles:,} articles generated in {time.perf_counter() - began:.0f} s")
        measure(where, given.articles, given.readers, given.seconds, given.pause)


if __name__ == "__main__":
    main()
