"""Records as rows and back. Spans lie as offsets only: their words are those of the version's text."""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any

from sayso.records import Act, Article, Credit, Form, Kind, Note, NoteKind, Said, Span, Speaker, Statement, Why
from sayso.text.folded import fold

_WORD = re.compile(r"\w+")
_QUOTED = 6
"""Words that a quotation needs to tell who said it."""


def span_row(span: Span) -> list[int]:
    """The offsets of `span`."""
    return [span.start, span.end]


def credit_rows(credits: Sequence[Credit]) -> str:
    """Credits as JSON."""
    return json.dumps([[credit.name, credit.start, credit.end] for credit in credits], ensure_ascii=False)


def note_rows(notes: Sequence[Note]) -> str:
    """Notes as JSON."""
    return json.dumps([[note.kind.value, note.text, note.start, note.end] for note in notes], ensure_ascii=False)


def statement_row(statement: Statement, why: Why | None) -> dict[str, Any]:
    """What a row of `statements` holds, but for the keys."""
    source, cue, said = statement.source, statement.cue, statement.said
    parts = [source.text if source else "", *(piece.text for piece in statement.content)]
    return {
        "form": statement.form.value,
        "act": statement.act.value,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "content": json.dumps([span_row(piece) for piece in statement.content]),
        "said_date": said.date if said else None,
        "said_start": said.start if said else None,
        "said_end": said.end if said else None,
        "hedged": statement.hedged,
        "confidence": statement.confidence,
        "candidates": json.dumps(statement.candidates, ensure_ascii=False),
        "why": why and json.dumps([why.speaker, why.act, why.said], ensure_ascii=False),
        "quoted": digest_of(statement),
        "words": fold(" ".join(filter(None, parts))),
    }


def digest_of(statement: Statement) -> str | None:
    """A digest of the words of a direct or mixed statement, when they are enough to tell who said them."""
    if statement.form is Form.INDIRECT:
        return None
    words = _WORD.findall(" ".join(piece.text for piece in statement.content).casefold())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:24] if len(words) >= _QUOTED else None


def article_of(row: Any) -> Article:
    """The article of a row of `versions`, under the ledger's id."""
    return Article(
        id=row.key,
        url=row.url,
        text=row.text,
        outlet=row.outlet,
        title=row.title,
        byline=row.byline,
        published=row.published,
        updated=row.updated,
        language=row.language,
        credits=tuple(Credit(*credit) for credit in json.loads(row.credits)),
        notes=tuple(Note(NoteKind(kind), *rest) for kind, *rest in json.loads(row.notes)),
    )


def speaker_of(row: Any, text: str) -> Speaker:
    """The speaker of a row of `appearances`."""
    return Speaker(
        id=row.local,
        name=row.name,
        kind=Kind(row.kind),
        aliases=tuple(json.loads(row.aliases)),
        heard_by=row.heard_by,
        anonymity=row.anonymity and span_of(text, *json.loads(row.anonymity)),
    )


def statement_of(row: Any, text: str, via: Sequence[str]) -> Statement:
    """The statement of a row of `statements` that has the speaker's `local` id beside it."""
    content = (span_of(text, start, end) for start, end in json.loads(row.content))
    said = span_of(text, row.said_start, row.said_end)
    return Statement(
        id=row.key,
        form=Form(row.form),
        act=Act(row.act),
        source=span_of(text, row.source_start, row.source_end),
        cue=span_of(text, row.cue_start, row.cue_end),
        content=tuple(piece for piece in content if piece),
        speaker=row.local,
        via=tuple(via),
        said=Said(row.said_date, said.text, said.start, said.end) if said else None,
        hedged=bool(row.hedged),
        confidence=row.confidence,
        candidates=tuple(json.loads(row.candidates)),
    )


def why_of(row: Any) -> Why | None:
    """Why a statement was read as it was, where the row says so."""
    return Why(*json.loads(row.why)) if row.why else None


def span_of(text: str, start: int | None, end: int | None) -> Span | None:
    """The span of `text` between two offsets, when there are any."""
    return None if start is None or end is None else Span(text[start:end], start, end)
