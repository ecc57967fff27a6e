"""A ledger as a table, a row a statement: CSV for spreadsheets, Parquet for programs."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

from sayso.errors import SaysoError
from sayso.exports.wording import quote
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Article, Kind, Speaker, Statement

COLUMNS = (
    "statement",
    "article",
    "version",
    "url",
    "outlet",
    "title",
    "byline",
    "published",
    "updated",
    "speaker",
    "speaker_name",
    "speaker_kind",
    "via",
    "form",
    "act",
    "source",
    "cue",
    "content",
    "start",
    "end",
    "said",
    "hedged",
    "confidence",
)
_NUMBERS = {"version": "int64", "start": "int64", "end": "int64", "hedged": "bool", "confidence": "float64"}
# What a spreadsheet takes for the beginning of a formula, in plain and in full width.
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
_AT_ONCE = 10_000
BETWEEN = "; "
"""What stands between the carriers of a statement in CSV."""


def rows(view: View) -> Iterator[dict[str, Any]]:
    """One row for each statement of a reading that no later one supersedes."""
    known = {speaker.id: speaker for speaker in view.speakers()}
    for stored in view.readings():
        for statement in stored.reading.statements:
            yield _row(stored, statement, known)


def as_csv(view: View) -> Iterator[str]:
    """The rows as CSV (RFC 4180), with a line of names first.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    return _csv(view, guarded)


def as_raw_csv(view: View) -> Iterator[str]:
    """The rows as CSV, every text as it is: for programs, not for spreadsheets."""
    return _csv(view, str)


def _csv(view: View, text: Callable[[str], str]) -> Iterator[str]:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in rows(view):
        yield _drained(written)
        writer.writerow([cell(row[name], text) for name in COLUMNS])
    yield _drained(written)


def write_parquet(view: View, stream: IO[bytes]) -> None:
    """Write the rows as Parquet to `stream`. Raises `SaysoError` when pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SaysoError("Parquet needs pyarrow: pip install 'sayso[parquet]'") from error
    types: dict[str, Any] = {
        name: getattr(pa, "bool_" if kind == "bool" else kind)() for name, kind in _NUMBERS.items()
    }
    types["via"] = pa.list_(pa.string())
    schema = pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(rows(view)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _row(stored: Stored, statement: Statement, known: dict[str, Speaker]) -> dict[str, Any]:
    article = stored.reading.article
    carriers = [known[stored.speakers[carrier]] for carrier in statement.via]
    said = statement_row(article, statement, known[stored.speakers[statement.speaker]], carriers)
    of_version = {
        "version": stored.version,
        "title": article.title,
        "byline": article.byline,
        "updated": article.updated,
    }
    return {name: (said | of_version)[name] for name in COLUMNS}


def statement_row(
    article: Article, statement: Statement, speaker: Speaker, carriers: Sequence[Speaker]
) -> dict[str, Any]:
    """The columns that tell of a statement alone."""
    return {
        "statement": statement.id,
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "speaker": speaker.id,
        "speaker_name": speaker.name,
        "speaker_kind": Kind(speaker.kind).value,
        "via": [carrier.name for carrier in carriers],
        "form": statement.form.value,
        "act": statement.act.value,
        "source": statement.source and statement.source.text,
        "cue": statement.cue and statement.cue.text,
        "content": quote(statement),
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "said": statement.said and statement.said.date,
        "hedged": statement.hedged,
        "confidence": statement.confidence,
    }


def cell(value: Any, text: Callable[[str], str]) -> Any:
    """A value as CSV has it; `text` writes texts, as `guarded` does."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        value = BETWEEN.join(value)
    return text(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" \u00a0\ufeff\u200b").startswith(_FORMULA) else text


def _drained(written: io.StringIO) -> str:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text


def _batches(found: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in found:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
