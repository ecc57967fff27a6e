"""A ledger as a SQLite file for others to ask: plain tables, views in words, full text, and facets for Datasette.

It is no ledger, and nothing is read back from it: documents, superseded readings and decisions are left out.
"""

import json
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import IO, Any

from sayso.exports.claim_json import to_json
from sayso.exports.dossier import turns
from sayso.exports.table import rows
from sayso.ledger.view import View
from sayso.records import Claim

_STATEMENT = (
    *("statement", "article", "speaker", "via", "form", "act", "source", "cue", "content", "start", "end"),
    *("said", "hedged", "confidence"),
)
_ARTICLE = ("id", "version", "url", "outlet", "title", "byline", "published", "updated", "language", "text")
_POSITION = ("statement", "speaker", "stance", "origin")
_ORIGIN = ("id", "name", "kind", "heard_by", "withdrawn", "undetermined", "articles", "reasons")
_STANDING = ("article", "at", "status", "origins", "by", "reason")
_FACETS = {
    "articles": ["outlet", "language"],
    "speakers": ["kind", "heard_by"],
    "statements": ["act", "form", "hedged"],
    "claims": ["status", "origins"],
    "positions": ["stance"],
    "origins": ["kind", "withdrawn", "undetermined"],
    "history": ["status"],
    "who_said_what": ["speaker", "outlet", "act"],
    "who_is_for_and_against": ["claim", "stance", "speaker"],
}


def write_database(view: View, stream: IO[bytes]) -> None:
    """Write a SQLite file to `stream`."""
    with TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / "tables.db"
        database = sqlite3.connect(path, isolation_level=None)
        try:
            _fill(database, view)
        finally:
            database.close()
        with path.open("rb") as made:
            copyfileobj(made, stream)


def metadata(name: str) -> str:
    """The metadata for Datasette of the file `name`, as JSON: `datasette FILE -m FILE-metadata.json`."""
    described = {
        table: {"facets": facets, **({"sort_desc": "moved"} if table == "claims" else {})}
        for table, facets in _FACETS.items()
    }
    about = "Who said what, on whose authority, and who denies it. A status is derived, and no verdict."
    whole = {"title": "sayso", "description": about, "databases": {Path(name).stem: {"tables": described}}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _fill(database: sqlite3.Connection, view: View) -> None:
    database.executescript((files("sayso.exports") / "assets" / "tables.sql").read_text(encoding="utf-8"))
    database.execute("BEGIN")
    _insert(database, "articles", (_article(stored) for stored in view.readings()))
    _insert(
        database,
        "speakers",
        ((one.id, one.name, one.kind.value, one.heard_by, _json(one.aliases)) for one in view.speakers()),
    )
    _insert(database, "statements", (tuple(_plain(row[name]) for name in _STATEMENT) for row in rows(view)))
    for claim in view.claims():
        _claim(database, claim)
    database.execute("COMMIT")
    database.executescript("INSERT INTO statements_words(statements_words) VALUES ('rebuild'); ANALYZE; VACUUM;")


def _article(stored: Any) -> tuple[Any, ...]:
    article = stored.reading.article
    return tuple(stored.version if name == "version" else getattr(article, name) for name in _ARTICLE)


def _claim(database: sqlite3.Connection, claim: Claim) -> None:
    whole, now = to_json(claim), claim.now
    _insert(
        database,
        "claims",
        [
            (
                claim.id,
                claim.gloss,
                now.status.value,
                now.origins,
                _json(now.by),
                now.reason,
                turns(claim.history)[-1].at,
            )
        ],
    )
    _insert(database, "positions", ((claim.id, *(one[name] for name in _POSITION)) for one in whole["positions"]))
    _insert(database, "origins", ((claim.id, *(_plain(one[n]) for n in _ORIGIN)) for one in whole["origin_list"]))
    _insert(database, "history", ((claim.id, *(_plain(one[n]) for n in _STANDING)) for one in whole["history"]))


def _insert(database: sqlite3.Connection, table: str, values: Any) -> None:
    found: Iterator[tuple[Any, ...]] = iter(values)
    first = next(found, None)
    if first is not None:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        database.execute(statement, first)
        database.executemany(statement, found)


def _plain(value: Any) -> Any:
    return _json(value) if isinstance(value, list) else value


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
