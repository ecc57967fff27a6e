"""The folder of a batch: tables in Parquet, cut into parts, each written whole or not at all.

OUT/batch.json                        what the batch is made with
OUT/articles/part-000000.parquet      a row an article, with its reading and the bytes it was made from
OUT/statements/part-000000.parquet    a row a statement
OUT/failures/part-000000.parquet      a row for each thing that could not be read

A part is there when its file in `articles` is, which is written last. With claims there are besides:

OUT/sights/part-000000.parquet        a row for each of `articles`: what the embedder sees in its statements
OUT/places/2026-03.parquet            a row an article of a month: its number, time, vector and names
OUT/claims/part-000000.parquet        a row a claim
OUT/positions/part-000000.parquet     a row a position
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.batch.rows import Row, Rows
from sayso.errors import BatchError

try:
    import fcntl
except ImportError:  # There is none on Windows, where two runs are for the user to keep apart.
    fcntl = None  # type: ignore[assignment]

_ARTICLES = (
    *("record", "article", "url", "outlet", "title", "byline", "published", "updated", "language", "text"),
    *("statements", "reading", "document"),
)
_STATEMENTS = (
    *("statement", "article", "url", "outlet", "published", "speaker", "speaker_name", "speaker_kind", "via"),
    *("form", "act", "source", "cue", "content", "start", "end", "said", "hedged", "confidence"),
)
_FAILURES = ("record", "problem")
_TABLES = {
    "articles": _ARTICLES,
    "statements": _STATEMENTS,
    "failures": _FAILURES,
    "sights": ("url", "addresses", "article", "other", "text", "at", "point", "names", "sights"),
    "places": ("number", "seconds", "point", "names"),
    "claims": ("claim", "gloss", "status", "by", "origins", "articles", "outlets", "first", "last", "object"),
    "positions": ("claim", "stance", "origin", *_STATEMENTS),
}
_TYPES = {
    "statements": "int32",
    "document": "binary",
    "start": "int32",
    "end": "int32",
    "hedged": "bool_",
    "confidence": "float64",
    "point": "binary",
    "sights": "binary",
    "number": "int64",
    "seconds": "float64",
    "origins": "int32",
    "articles": "int32",
    "outlets": "int32",
}
_LISTS = ("via", "addresses", "by")
_MADE = b"sayso"
ROWS = 4096
"""Rows that are read at a time, at most."""


@dataclass(frozen=True, slots=True)
class Store:
    """The folder `out`."""

    out: Path

    @contextmanager
    def begun(self, made: dict[str, Any]) -> Iterator["Store"]:
        """Make the folder, or go on with one that was made with the very same; nobody else writes to it meanwhile.

        Raises `BatchError`.
        """
        self._begin(made)
        with (self.out / ".lock").open("wb") as lock:
            if fcntl:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as error:
                    raise BatchError(str(self.out), "another run is writing to it") from error
            yield self

    def _begin(self, made: dict[str, Any]) -> None:
        about = self.out / "batch.json"
        if about.exists():
            if json.loads(about.read_text(encoding="utf-8")) != made:
                raise BatchError(str(self.out), "it was begun with another model, code or option; name another folder")
        elif self.out.exists() and any(self.out.iterdir()):
            raise BatchError(str(self.out), "there is something else in this folder")
        for name in ("articles", "statements", "failures"):
            (self.out / name).mkdir(parents=True, exist_ok=True)
        _put(about, (json.dumps(made, indent=2) + "\n").encode())

    def parts(self) -> set[int]:
        """The numbers of the parts that are there."""
        return {int(path.stem.removeprefix("part-")) for path in self.out.glob("articles/part-*.parquet")}

    def records(self) -> Iterator[str]:
        """The keys of all records in the parts that are there."""
        for number in sorted(self.parts()):
            for table in ("articles", "failures"):
                yield from (row["record"] for row in self.read(table, number, ["record"]))

    def write(self, number: int, rows: Rows) -> None:
        """Write part `number`, over what a broken run may have left of it."""
        self.put("statements", number, rows.statements)
        self.put("failures", number, rows.failures)
        self.put("articles", number, rows.articles)

    def put(self, table: str, part: int | str, rows: Sequence[Row], made: str = "") -> None:
        """Write a part of a table whole; `made` is kept with it and says what it was made from."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {name: getattr(pa, kind)() for name, kind in _TYPES.items()}
        types |= {name: pa.list_(pa.string()) for name in _LISTS}
        schema = pa.schema([(name, types.get(name, pa.string())) for name in _TABLES[table]])
        if made:
            schema = schema.with_metadata({_MADE: made.encode()})
        stream = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), stream, compression="zstd", row_group_size=ROWS)
        path = self.path(table, part)
        path.parent.mkdir(exist_ok=True)
        _put(path, stream.getvalue().to_pybytes())

    def read(self, table: str, part: int | str, columns: Sequence[str] | None = None) -> list[Row]:
        """The rows of a part of a table."""
        import pyarrow.parquet as pq

        with pq.ParquetFile(self.path(table, part)) as file:
            rows: list[Row] = file.read(columns=columns and list(columns)).to_pylist()
        return rows

    def count(self, table: str, part: int | str) -> int:
        """How many rows a part of a table has."""
        import pyarrow.parquet as pq

        return int(pq.read_metadata(self.path(table, part)).num_rows)

    def made(self, table: str, part: int | str) -> str | None:
        """What a part of a table was made from; `None` where it is not there."""
        import pyarrow.parquet as pq

        path = self.path(table, part)
        return (pq.read_metadata(path).metadata or {}).get(_MADE, b"").decode() if path.exists() else None

    def path(self, table: str, part: int | str) -> Path:
        """Where a part of a table lies."""
        name = f"part-{part:06d}" if isinstance(part, int) else part
        return self.out / table / f"{name}.parquet"


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
