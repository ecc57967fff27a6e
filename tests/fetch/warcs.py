"""Web archives of one's own."""

import gzip


def record(
    number, body=None, *, kind="response", length=None, status="200 OK", media="text/html", headers="", url=None
):
    body = body if body is not None else page(number)
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    target = url or f"http://clarion.example/{number}"
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2026-03-09T16:00:0{number % 10}Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def page(number):
    return f'<html lang=en><body><article><p>"It rained {number} times," said Ann Lee.</p></article></body></html>'.encode()


INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 10\r\n\r\nformat: x\n\r\n\r\n"


def zipped(*records):
    return b"".join(gzip.compress(one) for one in records)
