"""Readings that are lines of JSON, as a ledger writes them: taken as they are, not read again."""

import base64
import binascii
import zlib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sayso.errors import BadLine, NotAnArticle
from sayso.extract.build import build
from sayso.extract.lines import parse
from sayso.records import (
    Act,
    Article,
    Credit,
    Decision,
    Form,
    Found,
    Kind,
    Made,
    Note,
    NoteKind,
    Raw,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
    Why,
)

LARGEST = 20_000_000
"""Bytes that the document of a reading may have."""

_T = TypeVar("_T")
_Object = dict[str, Any]


def is_reading(raw: Raw) -> bool:
    """Tell whether a line holds a reading: its first key is "sayso"."""
    return raw.data.removeprefix(b"\xef\xbb\xbf").lstrip()[1:].lstrip().startswith(b'"sayso"')


def found(raw: Raw, number: int) -> Found | Decision:
    """Take what line `number` of a file holds: a reading, with the bytes it was made from, or a decision.

    Raises `BadLine`.
    """
    try:
        line = parse(raw.data)
        if line["sayso"] != 1:
            raise ValueError("it is of another format than 1")
        if "decision" in line:
            return _decision(line["decision"])
        article = _article(raw.name, line["article"])
        return Found(_reading(article, line), _made(line.get("reading")), _raw(line.get("document")))
    except NotAnArticle as error:
        raise BadLine(raw.name, number, error.problem) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise BadLine(raw.name, number, f"it is no reading of format 1 ({error})") from error
    except ValueError as error:
        raise BadLine(raw.name, number, str(error)) from error


def _reading(article: Article, line: _Object) -> Reading:
    text = article.text
    speakers = tuple(_speaker(text, speaker) for speaker in line["speakers"])
    statements = tuple(_statement(text, statement) for statement in line["statements"])
    known = {speaker.id for speaker in speakers}
    for statement in statements:
        for speaker in (statement.speaker, *statement.via):
            if speaker not in known:
                raise ValueError(f"statement {statement.id} has a speaker {speaker!r} who is not among the speakers")
    whys = [statement.get("why") for statement in line["statements"]]
    return Reading(article, speakers, statements, tuple(Why(**why) for why in whys if why))


def _article(where: str, given: _Object) -> Article:
    names = ("outlet", "title", "byline", "published", "updated", "language")
    facts: Any = {name: _optional(str, given.get(name)) for name in names}
    article = build(where, _string(given["url"]), _string(given["text"]), id=_string(given["id"]), **facts)
    text = article.text
    return Article(
        **{name: getattr(article, name) for name in ("id", "url", "text", *names)},
        credits=tuple(Credit(_string(one["name"]), *_offsets(text, one)) for one in given["credits"]),
        notes=tuple(Note(NoteKind(one["kind"]), *_span_parts(text, one)) for one in given["notes"]),
        addresses=_strings(given.get("addresses", ())),
    )


def _speaker(text: str, given: _Object) -> Speaker:
    return Speaker(
        id=_string(given["id"]),
        name=_string(given["name"]),
        kind=Kind(given["kind"]),
        aliases=_strings(given["aliases"]),
        heard_by=_optional(str, given.get("heard_by")),
        anonymity=_span(text, given.get("anonymity")),
    )


def _statement(text: str, given: _Object) -> Statement:
    content = tuple(Span(*_span_parts(text, piece)) for piece in given["content"])
    if not content:
        raise ValueError(f"statement {given['id']} has no content")
    said = given["said"]
    return Statement(
        id=_string(given["id"]),
        form=Form(given["form"]),
        act=Act(given["act"]),
        source=_span(text, given["source"]),
        cue=_span(text, given["cue"]),
        content=content,
        speaker=_string(given["speaker"]),
        via=_strings(given["via"]),
        said=said and Said(_string(said["date"]), *_span_parts(text, said)),
        hedged=bool(given["hedged"]),
        confidence=float(given["confidence"]),
        candidates=_strings(given.get("candidates", ())),
    )


def _decision(given: _Object) -> Decision:
    if not isinstance(given["data"], dict):
        raise TypeError("its data is no object")
    kind, by, at = (_string(given[name]) for name in ("kind", "by", "at"))
    return Decision(kind, by, str(given["reason"]), given["data"], at=at)


def _made(given: _Object | None) -> Made:
    if given is None:
        return Made("unknown", "unknown")
    return Made(_string(given["model"]), _string(given["code"]), _optional(str, given.get("at")))


def _raw(given: _Object | None) -> Raw | None:
    if given is None:
        return None
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(base64.b64decode(given["data"], validate=True), LARGEST)
    except (zlib.error, binascii.Error) as error:
        raise ValueError(f"its document cannot be unpacked ({error})") from error
    if not unpacking.eof:
        raise ValueError(f"its document is larger than any article (at most {LARGEST // 1_000_000} MB), or cut off")
    headers = tuple((_string(name), _string(value)) for name, value in given["headers"])
    return Raw(
        _string(given["url"]),
        _string(given["name"]),
        data,
        fetched=_optional(_string, given["fetched"]),
        headers=headers,
    )


def _span(text: str, given: _Object | None) -> Span | None:
    return Span(*_span_parts(text, given)) if given else None


def _span_parts(text: str, given: _Object) -> tuple[str, int, int]:
    start, end = _offsets(text, given)
    if text[start:end] != given["text"]:
        raise ValueError(f"its text does not read {given['text']!r} from {start} to {end}")
    return text[start:end], start, end


def _offsets(text: str, given: _Object) -> tuple[int, int]:
    # Numbers come as floats: whole ones of thousands of digits are refused by `int`.
    start, end = int(given["start"]), int(given["end"])
    if not 0 <= start < end <= len(text):
        raise ValueError(f"there is nothing from {start} to {end} in its text")
    return start, end


def _string(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} is no string")
    return value


def _strings(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(_string(value) for value in values)


def _optional(make: Callable[[Any], _T], value: Any) -> _T | None:
    return None if value is None else make(value)
