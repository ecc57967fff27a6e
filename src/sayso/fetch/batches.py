"""The readings of a batch: its table of articles, given back as lines of format 1, each with the document it is of."""

import base64
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import NotAnArticle, SourceError

SUFFIX = ".parquet"
_COLUMNS = ["text", "reading", "document"]
_AT_ONCE = 50


def is_part(path: Path) -> bool:
    """Tell whether `path` is named like a part of a batch's articles."""
    return path.suffix == SUFFIX and path.parent.name == "articles" and not path.name.startswith(".")


def lines(place: str) -> Iterator[bytes]:
    """The lines of one part, in order. Raises `SourceError` when it is none, or when pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SourceError(place, "Parquet needs pyarrow: pip install 'sayso[parquet]'") from error
    try:
        with pq.ParquetFile(place) as file:
            if missing := set(_COLUMNS) - set(file.schema_arrow.names):
                raise NotAnArticle(place, f"it is no part of a batch: it has no {' and no '.join(sorted(missing))}")
            for batch in file.iter_batches(_AT_ONCE, columns=_COLUMNS):
                yield from map(_line, batch.to_pylist())
    except (pa.ArrowException, ValueError, TypeError, KeyError) as error:
        raise SourceError(place, f"it is damaged, or no part of a batch ({error})") from error


def _line(row: dict[str, Any]) -> bytes:
    line = json.loads(row["reading"])
    line["article"]["text"] = row["text"]
    if line["document"]:
        line["document"]["data"] = base64.b64encode(zlib.compress(row["document"])).decode()
    return json.dumps(line).encode()
