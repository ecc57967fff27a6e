"""The folder of a batch: three tables in Parquet, cut into parts, each written whole or not at all.

OUT/batch.json                        what the batch is made with
OUT/articles/part-000000.parquet      a row an article, with its reading and the bytes it was made from
OUT/statements/part-000000.parquet    a row a statement
OUT/failures/part-000000.parquet      a row for each thing that could not be read

A part is there when its file in `articles` is, which is written last.
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
_TYPES = {
    "statements": "int32",
    "document": "binary",
    "start": "int32",
    "end": "int32",
    "hedged": "bool_",
    "confidence": "float64",
}


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
        import pyarrow.parquet as pq

        for number in sorted(self.parts()):
            for table in ("articles", "failures"):
                yield from pq.read_table(self._path(table, number), columns=["record"])["record"].to_pylist()

    def write(self, number: int, rows: Rows) -> None:
        """Write part `number`, over what a broken run may have left of it."""
        self._write("statements", number, rows.statements, _STATEMENTS)
        self._write("failures", number, rows.failures, _FAILURES)
        self._write("articles", number, rows.articles, _ARTICLES)

    def _write(self, table: str, number: int, rows: Sequence[Row], columns: Sequence[str]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = {name: getattr(pa, kind)() for name, kind in _TYPES.items()} | {"via": pa.list_(pa.string())}
        schema = pa.schema([(name, types.get(name, pa.string())) for name in columns])
        stream = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), stream, compression="zstd")
        _put(self._path(table, number), stream.getvalue().to_pybytes())

    def _path(self, table: str, number: int) -> Path:
        return self.out / table / f"part-{number:06d}.parquet"


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
