"""What an article costs a ledger with claims that is large: `python -m benchmarks.claims_growth [--articles 1000 20000]`.

The same articles are added to ledgers of each size, one by one, each followed by its claims, as `sayso add` does. They
are generated: as many statements in each, and as many words in each statement, as `sayso read` finds in political news;
in affairs of one to eight articles, by people of whom a third are quoted all over the ledger. Reading is left out, and
so is the embedder, whose cost is the same for every article: what it would see is made up, so that statements of one
affair are alike, and those of two as little as those of news are. What is measured is all the rest: the ledger, the
search for what is near, and finding the claims of the affair anew. The ledgers are filled by `benchmarks.desk`, with
`--a-day` articles a day, of which those of five months are looked through. `--models` says what the embedder costs
besides. Times are of the processor.
"""

import argparse
import random
import statistics
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

import numpy as np
from sqlalchemy import bindparam, update

from benchmarks.desk import NAMES, generate
from benchmarks.ledger import SYLLABLES, Maker, _statement
from sayso.claims.build import Rules, Seen
from sayso.claims.look import Look
from sayso.claims.models import Models
from sayso.grouping import Grouping, entries_of
from sayso.ledger import schema
from sayso.ledger.ledger import Ledger
from sayso.records import Act, Article, Entry, Found, Kind, Made, Raw, Reading, Speaker, Statement

# Deciles of what is read in 20 articles of PolNeAR dev, without the longest tenth.
STATEMENTS = (2, 4, 7, 9, 12, 21, 22, 29, 37, 42)
WORDS = (1, 3, 5, 7, 8, 11, 14, 17, 21, 31)
A_DAY = 200
NEW_AFFAIR = 0.4
LARGEST = 8
ADDED = 200
TODAY = datetime(2026, 6, 1, tzinfo=UTC)
COMMON = 1.0
"""How much of a vector all news has in common: two articles of two affairs have a cosine of about 0.5."""


class Affairs:
    """Readings without end, each of an affair that is its title."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        maker = Maker(seed)
        self._words, self._weights = maker._words, maker._weights
        self._going: list[tuple[str, list[str], list[int]]] = []

    def found(self) -> Iterator[Found]:
        """Make one reading after another, all of one day."""
        for number in count():
            yield self._found(number, (TODAY + timedelta(seconds=number)).isoformat())

    def _found(self, number: int, at: str) -> Found:
        affair, people = self._affair(number)
        parts, statements, end = [], [], 0
        for i in range(self._chance.choice(STATEMENTS)):
            name, content = self._chance.choice(people), " ".join(self._said(self._chance.choice(WORDS)))
            sentence = f"{name} said {content}."
            statements.append(self._statement(sentence, end, name, content, i))
            parts.append(sentence)
            end += len(sentence) + 2
        text, url = "\n\n".join(parts), f"https://outlet{number % 300}.example/{number}"
        article = Article(f"n{number}", url, text, outlet=f"Outlet {number % 300}", title=affair, published=at)
        speakers = tuple(Speaker(name, name, Kind.PERSON) for name in dict.fromkeys(s.speaker for s in statements))
        return Found(Reading(article, speakers, tuple(statements)), Made("none", "0"), Raw(url, url, text.encode()))

    def _statement(self, sentence: str, end: int, name: str, content: str, number: int) -> Statement:
        said = len(name) + len(" said ")
        made = _statement(sentence, end, end, name, end + said, content, number)
        return replace(made, act=self._chance.choices((Act.SAYS, Act.DENIES, Act.DECLINES), (8, 1, 1))[0])

    def _said(self, words: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._weights, k=words)

    def _affair(self, number: int) -> tuple[str, list[str]]:
        if not self._going or self._chance.random() < NEW_AFFAIR:
            people = [*self._chance.sample(NAMES, 2), *(f"{self._name()} {self._name()}" for _ in range(4))]
            self._going.append((f"affair {number}", people, []))
        title, people, articles = self._chance.choice(self._going)
        articles.append(number)
        self._going = [one for one in self._going if len(one[2]) < LARGEST]
        return title, people

    def _name(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=4)).capitalize()


class Standins(Models):
    """Stand in for the models: statements are alike by the affair of their article."""

    rules: Rules = Models().rules  # type: ignore[assignment]

    def see(self, entries: Sequence[Entry]) -> Seen:
        """A vector that all news shares, one of the affair, and some noise for each statement."""
        if not entries:
            return Seen(Look.at_nothing(), Look.at_nothing())
        vectors = np.stack([
            COMMON * _vector("news") + _vector(e.article.title or "") + 0.6 * _vector(e.statement.content[0].text)
            for e in entries
        ])  # fmt: skip
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        look = Look(vectors, np.tile([0.7, 0.1, 0.1, 0.1], (len(entries), 1)))
        return Seen(look, look)


def _vector(words: str) -> np.ndarray:
    vector = np.random.default_rng(zlib.crc32(words.encode())).standard_normal(384)
    return vector / np.linalg.norm(vector)


def filled(ledger: Ledger, articles: int, a_day: int) -> None:
    """Fill the ledger, its articles in places of their own that lie as those of news do."""
    generate(ledger, articles)
    common, chance = _vector("news"), np.random.default_rng(3)
    places = schema.places
    wanted = update(places).where(places.c.id == bindparam("number"))
    with ledger.writing() as connection:
        for start in range(0, articles, 5000):
            points = chance.standard_normal((5000, 384)) / 384**0.5 + COMMON * common
            points /= np.linalg.norm(points, axis=1, keepdims=True)
            at = [(TODAY - timedelta(days=number / a_day)).isoformat() for number in range(start, start + 5000)]
            rows = [
                {"number": start + i, "point": point.astype(np.float16).tobytes(), "month": at[i][:7], "at": at[i]}
                for i, point in enumerate(points)
            ]
            connection.execute(wanted, rows)


def costs(ledger: Ledger) -> tuple[list[float], list[float]]:
    """Seconds that each article takes to be added, and with its claims."""
    models = Standins()
    grouping, added, grouped = Grouping(ledger, models), [], []
    # The places that are near in time are read once, by the first article.
    for found in islice(Affairs(2).found(), ADDED + 1):
        begun = time.process_time()
        ledger.holds(found.reading.article)
        ledger.add(found)
        added.append(time.process_time() - begun)
        for _ in grouping.catch_up():
            pass
        grouped.append(time.process_time() - begun)
    return added[1:], grouped[1:]


def growth(where: str, sizes: Sequence[int], a_day: int) -> None:
    """Add the same articles to ledgers of all `sizes`."""
    first: list[float] = []
    for size in sizes:
        with Ledger.open(where.format(size), create=True) as ledger:
            filled(ledger, size, a_day)
            added, grouped = costs(ledger)
        first = first or grouped
        ratio = statistics.median(late / early for late, early in zip(grouped, first, strict=True))
        print(
            f"behind {size:,} articles: {statistics.mean(grouped) * 1000:.1f} ms (the ledger alone"
            f" {statistics.mean(added) * 1000:.1f}), {sum(grouped) / sum(first):.2f} times what it costs behind"
            f" {sizes[0]:,} (median of {ADDED} articles {ratio:.2f})",
            flush=True,
        )


def models() -> None:
    """What the embedder costs for one such article."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "s.db", create=True) as ledger:
        for found in islice(Affairs(2).found(), 12):
            ledger.add(found)
        with ledger.view() as view:
            readings = [entries_of(stored) for stored in view.readings()]
    real, times = Models(), []
    for entries in readings:
        begun = time.process_time()
        real.see(entries)
        times.append(time.process_time() - begun)
    print(f"the embedder: {sorted(times)[len(times) // 2] * 1000:.0f} ms an article")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000, 20_000, 100_000])
    parser.add_argument("--a-day", type=int, default=A_DAY, help="what is near in time is looked through")
    parser.add_argument("--models", action="store_true")
    args = parser.parse_args()
    if args.models:
        models()
    with tempfile.TemporaryDirectory() as folder:
        growth(str(Path(folder) / "{}.db"), args.articles, args.a_day)


if __name__ == "__main__":
    main()
