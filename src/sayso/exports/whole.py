"""A whole ledger as JSON: one object for other programs, or lines from which the same ledger can be made again."""

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from sayso.exports import claim_json
from sayso.exports.format1 import article_json, line, statement_json, to_json
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Article, Decision, Entry, Raw, Speaker


def as_json(view: View) -> Iterator[str]:
    """One object of format 1 with articles, speakers, statements and claims, in parts, so that none need be large."""
    yield '{"sayso": 1,\n "articles": ['
    yield from _array(article_of(stored) for stored in view.readings())
    yield '],\n "speakers": ['
    yield from _array(speaker_of(known) for known in view.speakers())
    yield '],\n "statements": ['
    yield from _array(statement for stored in view.readings() for statement in statements_of(stored))
    yield '],\n "claims": ['
    yield from _array(claim_json.to_json(claim) for claim in view.claims())
    yield "]}\n"


def schema() -> dict[str, Any]:
    """Load the JSON Schema (2020-12) of what `as_json` makes."""
    return _schema("ledger1.schema.json")


def lines_schema() -> dict[str, Any]:
    """Load the JSON Schema (2020-12) of each line that `as_lines` makes."""
    return _schema("lines1.schema.json")


def _schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("sayso.exports") / name).read_text(encoding="utf-8"))
    return loaded


def as_lines(view: View) -> Iterator[str]:
    """All that ever happened, one object a line, in order: readings and decisions. `sayso add` takes them back."""
    for one in view.log():
        yield line(decided(one) if isinstance(one, Decision) else logged(one)) + "\n"


def part(entries: Sequence[Entry], view: View) -> dict[str, Any]:
    """Some statements in the same form as the whole, with their articles and speakers."""
    articles = {entry.article.id: entry.article for entry in entries}
    speakers = {speaker.id: speaker for entry in entries for speaker in (entry.speaker, *entry.via)}
    numbers = view.numbers(list(articles))
    return {
        "sayso": 1,
        "articles": [_version(article, numbers[article.id]) for article in articles.values()],
        "speakers": [speaker_of(speaker) for speaker in speakers.values()],
        "statements": [entry_of(entry) for entry in entries],
        "claims": [],
    }


def article_of(stored: Stored) -> dict[str, Any]:
    """The article of a stored reading, as one of several versions."""
    return _version(stored.reading.article, stored.version)


def _version(article: Article, number: int) -> dict[str, Any]:
    return {**article_json(article), "version": number, "addresses": list(article.addresses)}


def entry_of(entry: Entry) -> dict[str, Any]:
    """A statement, with the ids of its article and of the ledger's speakers."""
    return {
        **statement_json(entry.statement),
        "article": entry.article.id,
        "speaker": entry.speaker.id,
        "via": [speaker.id for speaker in entry.via],
    }


def speaker_of(known: Speaker) -> dict[str, Any]:
    """A speaker of the ledger."""
    return {
        "id": known.id,
        "name": known.name,
        "kind": known.kind.value,
        "aliases": list(known.aliases),
        "heard_by": known.heard_by,
    }


def statements_of(stored: Stored) -> list[dict[str, Any]]:
    """The statements of a stored reading, with the ledger's speakers, and the article of each."""
    return [
        {
            **statement_json(statement),
            "article": stored.reading.article.id,
            "speaker": stored.speakers[statement.speaker],
            "via": [stored.speakers[carrier] for carrier in statement.via],
        }
        for statement in stored.reading.statements
    ]


def decided(decision: Decision) -> dict[str, Any]:
    """A decision with who made it, when and why."""
    return {
        "sayso": 1,
        "decision": {
            "kind": decision.kind,
            "by": decision.by,
            "at": decision.at,
            "reason": decision.reason,
            "data": decision.data,
        },
    }


def logged(stored: Stored) -> dict[str, Any]:
    """A stored reading with all that the ledger has of it."""
    reading = to_json(stored.reading)
    whys = stored.reading.why
    statements = reading["statements"]
    if whys:
        statements = [
            {**statement, "why": {"speaker": why.speaker, "act": why.act, "said": why.said}}
            for statement, why in zip(statements, whys, strict=True)
        ]
    return {
        **reading,
        "article": article_of(stored),
        "speakers": [{**speaker, "known": stored.speakers[speaker["id"]]} for speaker in reading["speakers"]],
        "statements": statements,
        "reading": {"model": stored.made.model, "code": stored.made.code, "at": stored.made.at},
        "document": _document(stored.raw),
    }


def _document(raw: Raw | None) -> dict[str, Any] | None:
    if raw is None:
        return None
    return {
        "url": raw.url,
        "name": raw.name,
        "fetched": raw.fetched,
        "headers": [list(header) for header in raw.headers],
        "data": base64.b64encode(zlib.compress(raw.data)).decode(),
    }


def _array(values: Iterator[dict[str, Any]]) -> Iterator[str]:
    before = "\n  "
    for value in values:
        yield before + line(value)
        before = ",\n  "
