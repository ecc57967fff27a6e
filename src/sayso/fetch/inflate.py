"""Decompression that stops: no answer grows beyond what was allowed, however small it came over the wire."""

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator

STEP = 65_536
"""Bytes that are held decompressed at a time, beside the answer itself."""
_LAYERS = 3
_MEMBERS = 1_000
_ZSTD_WINDOW = 23  # 8 MB, which RFC 9659 sets as the most that a client must give.


class TooLarge(Exception):
    """More came out than was allowed."""


class Damaged(Exception):
    """The bytes are not what they claim to be."""


def inflate(chunks: Iterable[bytes], encodings: list[str], most: int) -> bytes:
    """Undo `encodings` (as Content-Encoding lists them) on `chunks`, at most `most` bytes before, between and after.

    Raises `TooLarge` and `Damaged`.
    """
    if len(encodings) > _LAYERS:
        raise Damaged(f"it is encoded {len(encodings)} times over")
    pieces = _at_most(chunks, most)
    for encoding in reversed(encodings):
        if encoding not in _DECODERS:
            raise Damaged(f"it is in an encoding that was not asked for ({encoding[:20]!r})")
        pieces = _at_most(_DECODERS[encoding](pieces), most)
    return b"".join(pieces)


def _at_most(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            raise TooLarge
        yield piece


def _gzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    return _members(chunks, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16))


def _deflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Undo "deflate", which the standard wraps in zlib and some servers send bare."""
    chunks = iter(chunks)
    first = next(chunks, b"")
    bare = len(first) < 2 or first[0] & 0x0F != 8 or (first[0] << 8 | first[1]) % 31
    yield from _members(_with(first, chunks), lambda: zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS))


def _with(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _members(chunks: Iterable[bytes], start: "Callable[[], zlib._Decompress]") -> Iterator[bytes]:
    member, count = start(), 1
    for chunk in chunks:
        data = chunk
        while data:
            if member.eof:
                if data[0] != 0x1F:  # What trails the last member is padding.
                    return
                member, count = start(), count + 1
                if count > _MEMBERS:
                    raise TooLarge
            try:
                yield member.decompress(data, STEP)
            except zlib.error as error:
                raise Damaged("it cannot be decompressed") from error
            data = member.unused_data if member.eof else member.unconsumed_tail
    while not member.eof:
        # What was held back beyond the last step; nothing more means that the end is missing.
        piece = member.decompress(member.unconsumed_tail, STEP)
        if not piece:
            raise Damaged("its end is missing")
        yield piece


def _brotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    decoder = brotli.Decompressor()
    try:
        for chunk in chunks:
            if decoder.is_finished():
                return
            yield decoder.process(chunk, output_buffer_limit=STEP)
            while not decoder.can_accept_more_data():
                yield decoder.process(b"", output_buffer_limit=STEP)
        while not decoder.is_finished():
            # What is held back although more could be taken; nothing more means that the end is missing.
            piece = decoder.process(b"", output_buffer_limit=STEP)
            if not piece:
                raise Damaged("its end is missing")
            yield piece
    except brotli.error as error:
        raise Damaged("it cannot be decompressed") from error


def _zstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    limits: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
    frame, count = zstd.ZstdDecompressor(options=limits), 1
    try:
        for chunk in chunks:
            data = chunk
            while data or not (frame.needs_input or frame.eof):
                if frame.eof:
                    frame, count = zstd.ZstdDecompressor(options=limits), count + 1
                    if count > _MEMBERS:
                        raise TooLarge
                yield frame.decompress(data, STEP)
                data = frame.unused_data if frame.eof else b""
    except zstd.ZstdError as error:
        raise Damaged("it cannot be decompressed") from error
    if not frame.eof:
        raise Damaged("its end is missing")


_DECODERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
ACCEPTED = "gzip, deflate, br, zstd"
"""The Accept-Encoding header that fits."""
