"""What the embedder sees in the articles of a batch, once for each part."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.batch.rows import Row
from sayso.batch.store import Store
from sayso.claims.look import POSITIONS, SIZE
from sayso.claims.order import at
from sayso.core import Sayso
from sayso.extract import readings
from sayso.grouping import entries, sights_of
from sayso.ledger.portrait import names_in
from sayso.ledger.records import Sight
from sayso.ledger.write import other_id
from sayso.records import Found, Raw, Reading

_VECTOR, _POSITIONS = 2 * 2 * SIZE, 2 * 2 * POSITIONS
"""Bytes of what both models see in a statement, in half floats."""


@dataclass(frozen=True, slots=True)
class See:
    """A job: to look at the statements of part `number`. `made` says with what."""

    number: int
    out: Path
    made: str

    def do(self, sayso: Sayso) -> int:
        """Write a row for each article, and give back how many there are."""
        store = Store(self.out)
        rows = [_row(found.reading, sayso) for found in read(store, self.number)]
        store.put("sights", self.number, rows, self.made)
        return len(rows)


def _row(reading: Reading, sayso: Sayso) -> Row:
    article = reading.article
    sights, point = sights_of(entries(reading, {}), sayso.models)
    return {
        "url": article.url,
        "addresses": list(article.addresses),
        "article": article.id,
        "other": other_id(article),
        "text": hashlib.sha256(article.text.encode()).hexdigest(),
        "at": at(article),
        "point": point,
        "names": " ".join(sorted(names_in(article.text))),
        "sights": b"".join(sight.vector + sight.positions for sight in sights),
    }


def unpacked(row: Row, statements: list[str]) -> Iterator[Sight]:
    """What was seen in the statements of a row's article, which go by the ids `statements`, in their order."""
    data, size = row["sights"], _VECTOR + _POSITIONS
    for number, id in enumerate(statements):
        one = data[number * size : (number + 1) * size]
        yield Sight(id, one[:_VECTOR], one[_VECTOR:])


def read(store: Store, number: int) -> list[Found]:
    """The readings of a part, without the documents they were made from."""
    return [_found(row) for row in store.read("articles", number, ["text", "reading"])]


def _found(row: Row) -> Found:
    line = json.loads(row["reading"])
    line["article"]["text"], line["document"] = row["text"], None
    found = readings.found(Raw("batch:", "batch", json.dumps(line).encode()), 1)
    assert isinstance(found, Found)
    return found
