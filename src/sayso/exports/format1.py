"""Format 1: readings as JSON."""

import json
from importlib.resources import files
from typing import Any

from sayso.records import Article, Credit, Note, Reading, Said, Span, Speaker, Statement

# JSON leaves these as they are. But some terminals obey C1 control characters, and some readers of lines end a line
# at the others.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def dumps(reading: Reading, *, indent: int | None = None) -> str:
    """Write `reading` as JSON text, on one line unless `indent` is given; control characters are all escaped."""
    return line(to_json(reading), indent=indent)


def line(value: Any, *, indent: int | None = None) -> str:
    """Write `value` as JSON text, on one line unless `indent` is given; control characters are all escaped."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_ESCAPED)


def to_json(reading: Reading) -> dict[str, Any]:
    """Turn `reading` into an object of format 1, which `schema` describes."""
    return {
        "sayso": 1,
        "article": article_json(reading.article),
        "speakers": [_speaker(speaker) for speaker in reading.speakers],
        "statements": [statement_json(statement) for statement in reading.statements],
    }


def schema() -> dict[str, Any]:
    """Load the JSON Schema (2020-12) of one object of format 1."""
    loaded: dict[str, Any] = json.loads((files("sayso.exports") / "format1.schema.json").read_text(encoding="utf-8"))
    return loaded


def article_json(article: Article) -> dict[str, Any]:
    """Turn `article` into an object of format 1."""
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "text": article.text,
        "credits": [_credit(credit) for credit in article.credits],
        "notes": [note_json(note) for note in article.notes],
    }


def _credit(credit: Credit) -> dict[str, Any]:
    return {"name": credit.name, "start": credit.start, "end": credit.end}


def note_json(note: Note) -> dict[str, Any]:
    """Turn `note` into an object of format 1."""
    return {"kind": note.kind.value, "text": note.text, "start": note.start, "end": note.end}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "aliases": list(speaker.aliases),
        "heard_by": speaker.heard_by,
        "anonymity": speaker.anonymity and _span(speaker.anonymity),
    }


def statement_json(statement: Statement) -> dict[str, Any]:
    """Turn `statement` into an object of format 1."""
    return {
        "id": statement.id,
        "form": statement.form.value,
        "act": statement.act.value,
        "source": statement.source and _span(statement.source),
        "cue": statement.cue and _span(statement.cue),
        "content": [_span(span) for span in statement.content],
        "speaker": statement.speaker,
        "via": list(statement.via),
        "said": statement.said and _said(statement.said),
        "hedged": statement.hedged,
        "confidence": statement.confidence,
        "candidates": list(statement.candidates),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _said(said: Said) -> dict[str, Any]:
    return {"date": said.date, "text": said.text, "start": said.start, "end": said.end}
