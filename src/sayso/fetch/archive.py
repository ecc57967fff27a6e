"""Web archives: the pages in a WARC file, as they were fetched."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from sayso.errors import BadRecord, SourceError
from sayso.fetch.split import split
from sayso.records import Raw

SUFFIXES = (".warc", ".warc.gz")
LARGEST = 10_000_000
"""Bytes that a page may have, decompressed."""

_READ = {"text/html", "application/xhtml+xml"}


def is_archive(place: str) -> bool:
    """Tell whether `place` names a web archive."""
    return place.lower().endswith(SUFFIXES)


def pages(place: str, stream: BinaryIO) -> Iterator[Raw | SourceError]:
    """Read the pages in the web archive `stream`, in order, one in memory at a time.

    Of what is damaged comes a `BadRecord`, and the records behind it are read. Pictures, redirects, errors and the like
    are passed over.
    """
    empty = True
    for record in split(stream):
        empty = False
        found = BadRecord(place, record) if isinstance(record, str) else _page(place, record)
        if found:
            yield found
    if empty:
        yield BadRecord(place, "there are no records in it")


def _page(place: str, record: bytes) -> Raw | SourceError | None:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        for found in ArchiveIterator(io.BytesIO(record), record_types=wanted, parse_http=True, auto_decode="all"):
            return _raw(place, found)
    except (OSError, ValueError) as error:
        return BadRecord(place, f"a record in it cannot be read: {error}")
    return None


def _raw(place: str, record: Any) -> Raw | SourceError | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    http = record.http_headers
    media = record.http_content_type or record.headers.get("Content-Type") or ""
    if not url.startswith(("http://", "https://")) or media.partition(";")[0].strip().lower() not in _READ:
        return None
    if http is not None and http.status_code not in {None, 200}:
        return None
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        return BadRecord(place, f"{url[:200]} in it is larger than {LARGEST // 1_000_000} MB")
    headers = tuple((name.lower(), value) for name, value in http.astuples()) if http is not None else ()
    return Raw(url, f"{place}: {url[:500]}", data, fetched=_date(record), headers=headers)


def _date(record: Any) -> str | None:
    try:
        date = datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return None
    return (date.astimezone(UTC) if date.tzinfo else date).strftime("%Y-%m-%dT%H:%M:%SZ")
