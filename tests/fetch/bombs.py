"""Small data that decompresses into much."""

import gzip
import io
import sys
import zlib

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MEGABYTE = 1_000_000


def _zeros(megabytes, compressor, flush):
    out = io.BytesIO()
    block = bytes(MEGABYTE)
    for _ in range(megabytes):
        out.write(compressor(block))
    out.write(flush())
    return out.getvalue()


def gzipped(megabytes):
    compressor = zlib.compressobj(1, zlib.DEFLATED, 31)
    return _zeros(megabytes, compressor.compress, compressor.flush)


def deflated(megabytes):
    compressor = zlib.compressobj(1)
    return _zeros(megabytes, compressor.compress, compressor.flush)


def bare_deflated(megabytes):
    compressor = zlib.compressobj(1, zlib.DEFLATED, -15)
    return _zeros(megabytes, compressor.compress, compressor.flush)


def brotlied(megabytes):
    compressor = brotli.Compressor(quality=1)
    return _zeros(megabytes, compressor.process, compressor.finish)


def zstded(megabytes):
    compressor = zstd.ZstdCompressor()
    return _zeros(megabytes, compressor.compress, compressor.flush)


def members(count, megabytes=0):
    return gzip.compress(bytes(megabytes * MEGABYTE)) * count


def bombs(megabytes):
    """Content-Encoding and body of each bomb that grows to `megabytes`."""
    return {
        "gzip": ("gzip", gzipped(megabytes)),
        "deflate": ("deflate", deflated(megabytes)),
        "bare deflate": ("deflate", bare_deflated(megabytes)),
        "br": ("br", brotlied(megabytes)),
        "zstd": ("zstd", zstded(megabytes)),
        "gzip in gzip": ("gzip, gzip", gzip.compress(gzipped(megabytes))),
        "br in zstd in gzip": ("br, zstd, gzip", gzip.compress(zstd.compress(brotlied(megabytes)))),
        "ten layers": (", ".join(["gzip"] * 10), gzipped(1)),
        "members": ("gzip", members(megabytes, 1)),
        "empty members": ("gzip", members(5_000)),
        "plain": ("identity", bytes(min(megabytes, 30) * MEGABYTE)),
    }
