"""From bytes to text."""

import codecs
import re

from sayso.errors import NotText

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRAY = 0.001
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode_page(data: bytes, where: str, *, otherwise: str | None = None) -> str:
    """Turn `data` into text as `decode` does, but do not mind a byte here and there that does not belong.

    Raises `NotText`.
    """
    try:
        return decode(data, where, otherwise=otherwise)
    except NotText:
        text = data.decode("utf-8", "replace")
        if "\0" in text or text.count("\ufffd") > len(text) * _STRAY:
            raise
        return text


def decode(data: bytes, where: str, *, otherwise: str | None = None) -> str:
    """Turn `data` into text, unchanged: UTF-16 or UTF-32 where a byte order mark says so, else UTF-8.

    What is not UTF-8 is read in the encoding `otherwise`, where one is given.
    Raises `NotText` for binary data and for bytes that are not in their encoding.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is None and b"\0" in data:
        raise NotText(where, f"it is not text: there is a NUL byte at offset {data.index(0)}")
    text = _decode(data, where, marked or "utf-8", otherwise)
    if len(_CONTROL.findall(text)) > len(text) / 2:
        raise NotText(where, "it is not text: most of it is control characters")
    return text


def _decode(data: bytes, where: str, encoding: str, otherwise: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if otherwise:
            return _decode(data, where, otherwise, None)
        problem = (
            f"it is not {encoding.upper()}: byte {data[error.start]:#04x} at offset {error.start} does not belong there"
        )
        raise NotText(where, problem) from error
