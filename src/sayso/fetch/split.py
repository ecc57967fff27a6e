"""A WARC file, split into its records: also behind damage, and with no more in memory than one record."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.fetch.members import Gap, plain
from sayso.text.patterns import pattern

LARGEST = 12_000_000
"""Bytes that a record may have; larger ones are passed over."""

_LONGEST_HEADER = 65_536
_START = pattern(rb"[\r\n]*WARC/1\.\d")
_NEXT = pattern(rb"\r?\n\r?\nWARC/1\.\d\r?\n")
_END_OF_HEADER = pattern(rb"\r?\n\r?\n")
_LENGTH = pattern(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_ENDS = (b"\r\n\r\n", b"\n\n")
_KEEP = 32


def split(stream: BinaryIO) -> Iterator[bytes | str]:
    """Give the records of `stream`, each with its headers; in the place of what is lost, what is wrong in words."""
    return _Split(stream).records()


class _Split:
    def __init__(self, stream: BinaryIO) -> None:
        self._pieces = plain(stream)
        self._data = bytearray()
        self._gap: Gap | None = None  # Behind what is at hand.
        self._ended = False

    def records(self) -> Iterator[bytes | str]:
        while True:
            if self._fill(1):
                yield from self._record()
            elif self._gap:
                yield f"it is damaged at byte {self._gap.offset:,}: {self._gap.problem}"
                self._gap = None
            else:
                return

    def _record(self) -> Iterator[bytes | str]:
        self._fill(_LONGEST_HEADER)
        start = _START.match(self._data)
        if not start:
            if self._data.strip(b"\r\n\0"):
                yield "something in it is no record"
            self._seek()
            return
        header = _END_OF_HEADER.search(self._data, start.end(), _LONGEST_HEADER)
        length = _LENGTH.search(self._data, start.end(), header.start()) if header else None
        if not header and self._gap:
            self._data.clear()
        elif not header or not length:
            yield "a record in it has no length"
            self._seek(start.end())
        else:
            yield from self._sized(start.end(), header.end(), int(length[1]))

    def _sized(self, start: int, header: int, length: int) -> Iterator[bytes | str]:
        end = header + length
        if end > LARGEST:
            yield f"a record in it is larger than any page ({length:,} bytes)"
            self._seek(start)
        elif not self._fill(end) and self._gap:
            self._data.clear()
        elif len(self._data) < end:
            yield "its end is missing"
            self._seek(start)
        elif not self._closed(end):
            yield "a record in it is not as long as it says"
            self._seek(start)
        else:
            record = bytes(self._data[:end]).lstrip(b"\r\n")
            del self._data[:end]
            yield record

    def _closed(self, end: int) -> bool:
        """Tell whether a record ends at `end`: with its two lines, or with nothing or another one behind it."""
        self._fill(end + _KEEP)
        rest = self._data[end : end + _KEEP]
        if not rest.strip(b"\r\n\0") or _START.match(rest) or (self._gap and len(rest) < _KEEP):
            return True
        # What follows is no record. Then it is junk, unless another record begins before this one ends.
        return rest.startswith(_ENDS) and not _NEXT.search(self._data, 0, end)

    def _seek(self, start: int = 0) -> None:
        """Go to the next place where a record seems to begin."""
        while True:
            found = _NEXT.search(self._data, start)
            if found:
                del self._data[: found.start()]
                return
            del self._data[: max(0, len(self._data) - _KEEP)]
            start = 0
            if not self._fill(len(self._data) + 1):
                self._data.clear()
                return

    def _fill(self, least: int) -> bool:
        """Have `least` bytes at hand, or all there are before a gap; tells whether there are as many."""
        while len(self._data) < least and not self._gap and not self._ended:
            piece = next(self._pieces, None)
            if piece is None:
                self._ended = True
            elif isinstance(piece, Gap):
                self._gap = piece
            else:
                self._data += piece
        return len(self._data) >= least
