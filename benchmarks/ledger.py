"""Speed of the ledger: `python -m benchmarks.ledger [--articles 20000] [--statements 1000000] [--ledger WHERE]`.

First what it costs to add an article as the ledger grows, reading left out; then how long `who` and `search` take at a
million statements. Articles and readings are generated: invented people, words by Zipf's law.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from sqlalchemy import insert

from sayso.ledger import dialect, schema
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import statement_row
from sayso.records import Act, Article, Form, Found, Kind, Made, Raw, Reading, Span, Speaker, Statement

FIRST = [
    "Anna",
    "Tom",
    "Ada",
    "Ilya",
    "Mara",
    "Otto",
    "Lena",
    "Karl",
    "Ines",
    "Hugo",
    "Vera",
    "Paul",
    "Rosa",
    "Emil",
    "Nora",
    "Ivan",
    "Clara",
    "Felix",
    "Greta",
    "Oscar",
]
SYLLABLES = [
    "bro",
    "lin",
    "fro",
    "qui",
    "van",
    "dor",
    "sel",
    "mar",
    "tor",
    "ben",
    "hal",
    "rin",
    "cas",
    "wel",
    "pol",
    "gar",
    "net",
    "ost",
    "fen",
    "lud",
]
ROLES = [
    "mayor",
    "minister",
    "spokesman",
    "analyst",
    "engineer",
    "captain",
    "teacher",
    "lawyer",
    "union",
    "leader",
    "chairman",
    "director",
]
TABLES = (
    "articles",
    "addresses",
    "versions",
    "readings",
    "speakers",
    "names",
    "appearances",
    "links",
    "statements",
)
PER_ARTICLE = 10
WINDOW = 200


class Maker:
    """Makes readings without end; the words and people of all come from the same few thousand."""

    def __init__(self, seed: int) -> None:
        self._chosen = random.Random(seed)
        make = random.Random(1)
        self._words = ["".join(make.choices(SYLLABLES, k=make.randint(1, 3))) for _ in range(8000)]
        self._people = [
            (f"{make.choice(FIRST)} {''.join(make.choices(SYLLABLES, k=2)).capitalize()}", make.choice(ROLES))
            for _ in range(6000)
        ]
        self._places = ["".join(make.choices(SYLLABLES, k=3)).capitalize() for _ in range(400)]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(8000)))

    def found(self) -> Iterator[Found]:
        """Make one reading after another."""
        number = 0
        while True:
            yield self._found(number)
            number += 1

    def _found(self, number: int) -> Found:
        place = self._chosen.choice(self._places)
        people = self._chosen.choices(self._people, cum_weights=self._weights[:6000], k=4)
        parts, statements, end = [], [], 0
        for _ in range(PER_ARTICLE):
            name, role = self._chosen.choice(people)
            content = " ".join(self._chosen.choices(self._words, cum_weights=self._weights, k=14))
            sentence = f"At {place}, {role} {name} said {content}."
            source, said = end + sentence.index(name), end + sentence.index(content)
            statements.append(_statement(sentence, end, source, name, said, content, len(statements)))
            parts.append(sentence)
            end += len(sentence) + 2
        text = "\n\n".join(parts)
        day = f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        url = f"https://outlet{number % 300}.example/{number}"
        article = Article(f"n{number}", url, text, outlet=f"Outlet {number % 300}", title=place, published=day)
        names = dict.fromkeys(statement.speaker for statement in statements)
        speakers = tuple(Speaker(name, name, Kind.PERSON) for name in names)
        raw = Raw(url, url, text.encode())
        return Found(Reading(article, speakers, tuple(statements)), Made("none", "0"), raw)


def _statement(sentence: str, end: int, source: int, name: str, said: int, content: str, number: int) -> Statement:
    cue = end + sentence.index(" said ") + 1
    return Statement(
        id=f"s{number}",
        form=Form.INDIRECT,
        act=Act.SAYS,
        source=Span(name, source, source + len(name)),
        cue=Span("said", cue, cue + 4),
        content=(Span(content, said, said + len(content)),),
        speaker=name,
        via=(),
        said=None,
        hedged=False,
        confidence=0.9,
    )


def growth(where: str, articles: int) -> None:
    """Add articles one by one, each in a transaction of its own, as `sayso add` does. Times are of the processor."""
    with Ledger.open(where, create=True) as ledger:
        costs = []
        for found in islice(Maker(2).found(), articles):
            begun = time.process_time()
            ledger.holds(found.reading.article)
            ledger.add(found)
            costs.append(time.process_time() - begun)
    first = _around(costs, 1000)
    print(f"adding the 1,000th article: {first * 1000:.1f} ms (median of {WINDOW} around it)")
    for at in (at for at in (5000, 10_000, 20_000, 50_000, 100_000, 200_000) if at <= articles):
        cost = _around(costs, at)
        print(f"adding the {at:,}th: {cost * 1000:.1f} ms, {cost / first:.2f} times as much")


def _around(costs: list[float], at: int) -> float:
    return statistics.median(costs[max(0, at - WINDOW) : at + WINDOW])


def fill(ledger: Ledger, statements: int) -> None:
    """Put generated rows into the tables, past the rules that link speakers: each name is one speaker."""
    people: dict[str, int] = {}
    ids = {"appearances": 0, "statements": 0}
    making = Maker(3).found()
    for start in range(0, statements // PER_ARTICLE, 2000):
        rows: dict[str, list[dict]] = {table: [] for table in TABLES}
        for number, found in enumerate(islice(making, 2000), start + 1):
            _rows(number, found, people, ids, rows)
        with ledger.writing() as connection:
            for table in TABLES:
                if rows[table]:
                    connection.execute(insert(schema.metadata.tables[table]), rows[table])
            dialect.index_words(connection, rows["statements"])


def _rows(number: int, found: Found, people: dict[str, int], ids: dict[str, int], rows: dict[str, list[dict]]) -> None:
    reading, article, now = found.reading, found.reading.article, "2026-01-01T00:00:00Z"
    rows["articles"].append({"id": number, "url": article.url, "added_at": now})
    rows["addresses"].append(
        {"id": number, "key": article.url, "url": article.url, "article_id": number, "added_at": now}
    )
    facts = {"text": article.text, "url": article.url, "outlet": article.outlet, "title": article.title}
    made = {
        "credits": "[]",
        "notes": "[]",
        "names": "[]",
        "at": article.published,
        "added_at": now,
        "sha256": article.id,
    }
    rows["versions"].append({"id": number, "key": article.id, "article_id": number, **facts, **made})
    rows["readings"].append({"id": number, "version_id": number, "model": "none", "code": "0", "read_at": now})
    local: dict[str, int] = {}
    for speaker in reading.speakers:
        ids["appearances"] += 1
        local[speaker.id] = appearance = ids["appearances"]
        if speaker.name not in people:
            person = people[speaker.name] = len(people) + 1
            slug = speaker.name.casefold().replace(" ", "-")
            its = {"name": speaker.name, "kind": "person"}
            rows["speakers"].append({"id": person, "slug": slug, "number": 1, **its, "added_at": now})
            key = speaker.name.casefold()
            rows["names"].append({"speaker_id": person, "name": speaker.name, "key": key, "sound": key, "uses": 1})
        its = {"local": speaker.id, "name": speaker.name, "kind": "person", "aliases": "[]", "roles": "{}"}
        rows["appearances"].append({"id": appearance, "reading_id": number, **its})
        link = {"appearance_id": appearance, "speaker_id": people[speaker.name], "reason": "generated"}
        rows["links"].append({**link, "linked_at": now, "live": True})
    for statement in reading.statements:
        ids["statements"] += 1
        its = statement_row(statement, None)
        key = f"{article.id}:{statement.content[0].start}"
        keys = {"id": ids["statements"], "reading_id": number, "key": key}
        rows["statements"].append({**its, **keys, "appearance_id": local[statement.speaker]})


def queries(where: str, statements: int) -> None:
    """Fill a ledger and ask it."""
    with Ledger.open(where, create=True) as ledger:
        begun = time.perf_counter()
        fill(ledger, statements)
        took = time.perf_counter() - begun
        with ledger.view() as view:
            stats = view.stats()
            people = [speaker.name for speaker in islice(view.speakers(), 3000)]
        print(f"{sum(stats.acts.values()):,} statements, {sum(stats.speakers.values()):,} speakers in {took:.0f} s")
        maker = Maker(3)
        common, usual, rare = maker._words[0], maker._words[300], maker._words[7000]
        for what, ask in {
            "who, the most quoted": lambda view: view.who(people[0], 200),
            "who, somebody": lambda view: view.who(people[1500], 200),
            "who, a surname": lambda view: view.who(people[40].split()[1], 200),
            "search, a rare word": lambda view: view.search(rare),
            "search, a usual word": lambda view: view.search(usual),
            "search, the commonest word": lambda view: view.search(common),
            "search, two words": lambda view: view.search(f"{common} {usual}"),
            "search, a phrase": lambda view: view.search(f'"{common} {usual}"'),
        }.items():
            times, found = [], 0
            for _ in range(7):
                begun = time.perf_counter()
                with ledger.view() as view:
                    found = sum(len(getattr(one, "entries", (one,))) for one in ask(view))
                times.append(time.perf_counter() - begun)
            print(f"{what:<28}{statistics.median(times) * 1000:7.1f} ms, {found} statements")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="an empty PostgreSQL database to fill; files unless given")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if args.articles:
            growth(args.ledger or str(Path(name) / "growth.db"), args.articles)
        if args.statements:
            queries(args.ledger or str(Path(name) / "queries.db"), args.statements)


if __name__ == "__main__":
    main()
