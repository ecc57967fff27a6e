"""Files and standard input, read one piece at a time."""

import gzip
import hashlib
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import BadLine, MissingSource, NotAnArticle, NotText, SourceError
from sayso.fetch import archive, batches
from sayso.fetch.places import KINDS, LINES, STDIN, find, is_read, unreadable
from sayso.records import Raw

LARGEST = 20_000_000
"""Bytes that one article may take, as a file or as a line."""

_TOO_LARGE = f"it is larger than any article (at most {LARGEST // 1_000_000} MB)"


@dataclass(frozen=True, slots=True)
class Line(Raw):
    """One line of a JSONL file. `number` counts from 1."""

    number: int


def fetch(source: str | os.PathLike[str]) -> Iterator[Raw | SourceError]:
    """Read what lies at the places of `source`, in order: a `Line` for each line of a JSONL file, else a `Raw`.

    Of a place that cannot be read comes a `SourceError`, and the rest is still read.
    """
    for place in find(source):
        if isinstance(place, SourceError):
            yield place
        else:
            yield from _fetch(place)


def _fetch(place: str) -> Iterator[Raw | SourceError]:
    if not place:
        # An empty path would be the working folder: never what an unset shell variable means.
        yield MissingSource("''", "there is no such file or folder")
        return
    try:
        with _open(place) as stream:
            yield from _read(place, stream)
    except (EOFError, zlib.error) as error:
        yield SourceError(place, f"it cannot be decompressed: {error}")
    except OSError as error:
        yield unreadable(place, error)


def _open(place: str) -> AbstractContextManager[BinaryIO]:
    if place == STDIN:
        return nullcontext(sys.stdin.buffer)
    return cast(BinaryIO, gzip.open(place)) if place.lower().endswith(f"{LINES[0]}.gz") else Path(place).open("rb")


def _read(place: str, stream: BinaryIO) -> Iterator[Raw | SourceError]:
    if archive.is_archive(place):
        yield from archive.pages(place, stream)
        return
    suffix = Path(place).suffix.lower()
    if suffix == batches.SUFFIX:
        yield from _batch(place)
        return
    if suffix and not is_read(place):
        yield NotAnArticle(place, f"it is not a {KINDS} file")
        return
    first = stream.readline(LARGEST + 1)
    if place.lower().endswith(LINES) or (not suffix and first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")):
        yield from _lines(place, first, stream)
        return
    data = first + stream.read(LARGEST + 1 - len(first))
    yield NotAnArticle(place, _TOO_LARGE) if len(data) > LARGEST else Raw(_url(place, data), place, data)


def _batch(place: str) -> Iterator[Raw | SourceError]:
    url = _url(place, b"")
    try:
        for number, data in enumerate(batches.lines(place), 1):
            yield Line(url, place, data, number)
    except SourceError as error:
        yield error


def _lines(place: str, first: bytes, stream: BinaryIO) -> Iterator[Raw | SourceError]:
    if b"\0" in first:
        yield NotText(place, f"it is not text: there is a NUL byte at offset {first.index(0)}")
        return
    url, empty = _url(place, first), True
    rest = iter(lambda: stream.readline(LARGEST + 1), b"")
    for number, data in enumerate(chain([first], rest), 1):
        if len(data) > LARGEST:
            _skip_line(data, stream)
            yield BadLine(place, number, _TOO_LARGE)
        elif data.strip():
            yield Line(url, place, data, number)
        empty = empty and not data.strip()
    if empty:
        yield NotAnArticle(place, "it is empty")


def _skip_line(data: bytes, stream: BinaryIO) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(LARGEST)


def _url(place: str, data: bytes) -> str:
    # Standard input has no address; its content stands in, so that two texts are never two versions of one article.
    return f"stdin:{hashlib.sha256(data).hexdigest()[:12]}" if place == STDIN else Path(place).resolve().as_uri()
