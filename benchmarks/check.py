"""Speed of `sayso check`: `python -m benchmarks.check [--articles 100000] [--ledger FILE]`.

A draft of 1,000 words against a ledger of generated articles, ten statements each, every hundredth statement the first of
a claim of four, which is a matter of its own: the time of a check once the models are loaded, and of its parts. The draft's sentences are those of articles in the
ledger, half of them between quotation marks, so that much is found and looked up.
"""

import argparse
import dataclasses
import json
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import insert, select

from benchmarks.ledger import PER_ARTICLE, Maker, fill
from sayso.check.check import findings
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.lookup import _label_of, _seen, lookup
from sayso.claims.models import SEERS
from sayso.core import Sayso
from sayso.extract.build import build
from sayso.ledger import schema
from sayso.ledger.ledger import Ledger
from sayso.records import Claim, Kind, Origin, Position, Stance, Standing, Status

WORDS = 1000
APART = 100
OF = 4


def claims(ledger: Ledger) -> int:
    """Put claims into the ledger, each of the statements that lie together; give back how many."""
    count = 0
    with ledger.writing() as connection:
        table, readings = schema.statements.c, schema.readings.c
        wanted = select(table.id, table.key, table.reading_id, readings.version_id).order_by(table.id)
        found = connection.execute(wanted.join(schema.readings, readings.id == table.reading_id)).all()
        for part in _parts(found):
            numbered = list(enumerate(part, count + 1))
            connection.execute(insert(schema.matters), [{"id": number, "stale": False} for number, _ in numbered])
            connection.execute(insert(schema.places), [_place(number, group[0]) for number, group in numbered])
            rows = [{**_row(number, [one.key for one in group]), "id": number} for number, group in numbered]
            connection.execute(insert(schema.claims), rows)
            held = [(number, one) for number, group in numbered for one in group]
            connection.execute(insert(schema.positions), [_position(number, one.key) for number, one in held])
            connection.execute(insert(schema.sights), [_sight(one.id) for _, one in held])
            count += len(part)
    return count


def _parts(found: Sequence[Any]) -> Iterator[list[Sequence[Any]]]:
    groups = iter([found[i : i + OF] for i in range(0, len(found) - OF, APART)])
    while part := list(islice(groups, 1000)):
        yield part


def _place(number: int, one: Any) -> dict:
    return {
        "version_id": one.version_id,
        "reading_id": one.reading_id,
        "matter_id": number,
        "month": "2026-01",
        "point": b"",
    }


def _position(number: int, key: str) -> dict:
    return {"claim_id": number, "statement": key, "speaker": "s", "stance": "affirms", "outlet": "Outlet 1"}


def _sight(number: int) -> dict:
    point = np.random.default_rng(number).normal(size=384)
    packed = (point / np.linalg.norm(point)).astype(np.float16).tobytes()
    return {"statement_id": number, "model": SEERS, "point": packed, "positions": b""}


def _row(matter: int, group: list[str]) -> dict:
    positions = tuple(Position(key, "s", Stance.AFFIRMS, "o1") for key in group)
    origin = Origin("o1", "an official", Kind.UNNAMED, "Outlet 1", ())
    standing = Standing("n1", "2026-01-01", Status.SINGLE_SOURCE, 1, (), "generated")
    claim = Claim(f"c{group[0]}", "generated", positions, (origin,), (standing,))
    data = json.dumps(dataclasses.asdict(claim))
    return {"matter_id": matter, "key": claim.id, "gloss": "generated", "status": "single-source", "moved_at": "2026",
            "data": data, "live": True}  # fmt: skip


def draft_text() -> str:
    """A thousand words of what articles of the ledger say."""
    sentences: list[str] = []
    for number, found in enumerate(islice(Maker(3).found(), WORDS)):
        statement = found.reading.statements[number % PER_ARTICLE]
        said, who = statement.content[0].text, statement.source.text
        sentences.append(f"“{said.capitalize()},” said {who}." if number % 2 else f"{who} said {said}.")
        if sum(len(sentence.split()) for sentence in sentences) >= WORDS:
            break
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--ledger", help="where to make the ledger, or where it was made before")
    parser.add_argument("--all", action="store_true", help="with the rules that are off, those on claims among them")
    args = parser.parse_args()
    sayso, text, config = Sayso(), draft_text(), Config(enable=frozenset({"all"} if args.all else ()))
    article = build("draft", "draft", text, published="2026-03-12")
    with tempfile.TemporaryDirectory() as name:
        where = args.ledger or str(Path(name) / "check.db")
        made = Path(where).exists()
        with Ledger.open(where, create=True) as ledger:
            if not made:
                begun = time.perf_counter()
                fill(ledger, args.articles * PER_ARTICLE)
                print(f"{args.articles:,} articles, {claims(ledger):,} claims in {time.perf_counter() - begun:.0f} s")
            parts: dict[str, list[tuple[float, float]]] = {"read": [], "look up": [], "rules": [], "all": []}
            for _ in range(7):
                times = [_now()]
                draft = Draft(sayso.analyse(article))
                times.append(_now())
                _seen.cache_clear()
                _label_of.cache_clear()
                with ledger.view() as view:
                    known = lookup(view)(draft, args.all)
                times.append(_now())
                found = findings(draft, known, config)
                times.append(_now())
                for part, (a, b) in zip(parts, [*pairwise(times), (times[0], times[-1])], strict=True):
                    parts[part].append((b[0] - a[0], b[1] - a[1]))
    print(f"{len(text.split()):,} words, {len(draft.reading.statements)} statements, {len(known.entries)} entries, "
          f"{len(known.matches)} claims taken up, {len(found)} findings")  # fmt: skip
    for part, pairs in parts.items():
        wall, processor = (statistics.median(pair[i] for pair in pairs[1:]) for i in (0, 1))
        print(f"{part:<8} {wall * 1000:6.0f} ms, of the processor {processor * 1000:6.0f} ms")


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


if __name__ == "__main__":
    main()
