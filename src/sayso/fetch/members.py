"""The bytes of a file, decompressed where it is gzip, also behind damage."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

STEP = 262_144
"""Bytes that are read, and decompressed, at a time."""
MAGIC = b"\x1f\x8b\x08"


class Gap(Exception):
    """What comes next does not follow on what came before: bytes from `offset` of the file on are lost."""

    def __init__(self, offset: int, problem: str) -> None:
        super().__init__(offset, problem)
        self.offset = offset
        self.problem = problem


def plain(stream: BinaryIO) -> Iterator[bytes | Gap]:
    """Give the content of `stream` piece by piece, with a `Gap` where bytes are damaged. Members of gzip are joined."""
    first = stream.read(STEP)
    if not first.startswith(MAGIC[:2]):
        while first:
            yield first
            first = stream.read(STEP)
        return
    yield from _Members(stream, first).pieces()


class _Members:
    def __init__(self, stream: BinaryIO, first: bytes) -> None:
        self._stream = stream
        self._data = first
        self._offset = 0  # In the file, of what `_data` begins with.

    def pieces(self) -> Iterator[bytes | Gap]:
        while self._more():
            start = self._offset
            if not self._data.startswith(MAGIC):
                if not self._data.strip(b"\0"):
                    self._skip(len(self._data))
                    continue
                yield Gap(start, "what is there is not gzip")
                self._seek_member()
                continue
            try:
                yield from self._member()
            except zlib.error:
                yield Gap(start, "it cannot be decompressed")
                self._seek_member(past=1)

    def _member(self) -> Iterator[bytes | Gap]:
        start, member = self._offset, zlib.decompressobj(zlib.MAX_WBITS | 16)
        while not member.eof:
            if not self._more():
                yield Gap(start, "its end is missing")
                return
            piece = member.decompress(self._data, STEP)
            rest = member.unused_data if member.eof else member.unconsumed_tail
            self._offset += len(self._data) - len(rest)
            self._data = rest
            if piece:
                yield piece
            while not member.eof and not rest and (piece := member.decompress(b"", STEP)):
                yield piece

    def _seek_member(self, past: int = 0) -> None:
        """Go to where the next member may begin."""
        self._skip(past)
        while self._more(len(MAGIC)):
            at = self._data.find(MAGIC)
            if at >= 0:
                self._skip(at)
                return
            self._skip(max(1, len(self._data) - len(MAGIC) + 1))

    def _skip(self, count: int) -> None:
        count = min(count, len(self._data))
        self._offset += count
        self._data = self._data[count:]

    def _more(self, least: int = 1) -> bool:
        """Have `least` bytes at hand, or all there are; tells whether there are any."""
        while len(self._data) < least:
            read = self._stream.read(STEP)
            if not read:
                break
            self._data += read
        return bool(self._data)
