"""From what was fetched to rows of tables: the one thing that every engine does, with no engine in it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sayso.batch.keys import key
from sayso.core import Sayso
from sayso.errors import SourceError
from sayso.exports.format1 import to_json
from sayso.exports.table import statement_row
from sayso.records import Found, Raw, Reading, Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some records: `articles` and `statements` that were read, and `failures` where that was not possible.

    An article that is kept and not read stands in `articles` and in `failures`.
    """

    articles: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)


def rows(records: Iterable[Raw], sayso: Sayso, *, title_line: bool = False) -> Rows:
    """Read all `records`, in order. Raises `ModelError`."""
    done = Rows()
    for raw in records:
        for found in sayso.read_raw(raw, title_line=title_line):
            if isinstance(found, SourceError):
                done.failures.append({"record": key(raw), "problem": str(found)})
            else:
                done.articles.append(_article(raw, found))
                done.statements.extend(_statement(found.reading, one) for one in found.reading.statements)
    return done


def _article(raw: Raw, found: Found) -> Row:
    reading, document = found.reading, found.raw
    article = reading.article
    return {
        "record": key(raw),
        "article": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "text": article.text,
        "statements": len(reading.statements),
        "reading": json.dumps(_line(found), ensure_ascii=False),
        "document": document.data if document else None,
    }


def _line(found: Found) -> dict[str, Any]:
    """A line of format 1 as a ledger writes it, but for what has a column of its own: the text and the document."""
    reading, document = found.reading, found.raw
    line = to_json(reading)
    del line["article"]["text"]
    line["article"]["addresses"] = list(reading.article.addresses)
    for statement, why in zip(line["statements"], reading.why, strict=False):
        statement["why"] = {"speaker": why.speaker, "act": why.act, "said": why.said}
    made = {"model": found.made.model, "code": found.made.code, "at": found.made.at}
    origin = document and {
        "url": document.url,
        "name": document.name,
        "fetched": document.fetched,
        "headers": [list(header) for header in document.headers],
    }
    return {**line, "reading": made, "document": origin}


def _statement(reading: Reading, statement: Statement) -> Row:
    speakers = {one.id: one for one in reading.speakers}
    carriers = [speakers[carrier] for carrier in statement.via]
    return statement_row(reading.article, statement, reading.speaker(statement), carriers)
