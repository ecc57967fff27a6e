"""An article: its text with every statement marked, and what changed between its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.compared import compared
from sayso.desk.desk import desk_of
from sayso.desk.links import anchor
from sayso.desk.render import page
from sayso.exports import wording
from sayso.exports.sheet import Entry, sheet
from sayso.ledger.diff import diff, note_mark
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Claim, Statement


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a statement. `speaker` is the ledger's id; `why` says how each part came about."""

    entry: Entry
    statement: Statement
    anchor: str
    speaker: str
    why: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    dropped: bool


def article(request: Request) -> Response:
    """The page of a version of an article."""
    with desk_of(request).ledger.view() as view:
        versions = _versions(view, request.path_params["id"], whole=True)
        chosen = _chosen(versions, request.path_params["id"])
        laid = sheet(chosen.reading, "1")
        notes = _notes(view, chosen, laid.entries)
        return page(
            request, "article.html", chosen=chosen, article=chosen.reading.article, sheet=laid, notes=notes,
            versions=versions, made=chosen.made,
        )  # fmt: skip


def changes(request: Request) -> Response:
    """Two versions of an article side by side: the last two, unless they are named."""
    with desk_of(request).ledger.view() as view:
        versions = _versions(view, request.path_params["id"])
    if len(versions) == 1:
        raise HTTPException(404, "There is one version of this article, so nothing has changed.")
    last = _number(request, "to", versions) or len(versions)
    first = _number(request, "from", versions) or max(last - 1, 1)
    before, after = versions[first - 1], versions[last - 1]
    return page(
        request, "changes.html", versions=versions, before=before, after=after, diff=diff(before, after),
        rows=compared(before.reading.article.text, after.reading.article.text), note_mark=note_mark,
    )  # fmt: skip


def _versions(view: View, id: str, *, whole: bool = False) -> list[Stored]:
    found = view.versions(id, whole=whole)
    if not found:
        raise HTTPException(404, "There is no such article.")
    return found


def _chosen(versions: Sequence[Stored], id: str) -> Stored:
    named = [version for version in versions if version.reading.article.id == id]
    return (named or versions)[-1]


def _notes(view: View, chosen: Stored, entries: Sequence[Entry]) -> Mapping[int, Note]:
    reading = chosen.reading
    held = view.holding([statement.id for statement in reading.statements])
    claims = view.claims_by_ids(sorted({id for ids in held.values() for id in ids}))
    return {entry.number: _note(chosen, entry, held, claims) for entry in entries}


def _note(chosen: Stored, entry: Entry, held: Mapping[str, Sequence[str]], claims: Mapping[str, Claim]) -> Note:
    reading, place = chosen.reading, entry.number - 1
    statement = reading.statements[place]
    return Note(
        entry,
        statement,
        anchor(statement.id),
        chosen.speakers[statement.speaker],
        wording.why(reading, place) if len(reading.why) == len(reading.statements) else (),
        tuple(claims[id] for id in held.get(statement.id, ()) if id in claims),
        statement.id in chosen.dropped,
    )


def _number(request: Request, name: str, versions: Sequence[Stored]) -> int | None:
    given = request.query_params.get(name)
    if not given:
        return None
    if not given.isdecimal() or not 1 <= int(given[:9]) <= len(versions):
        raise HTTPException(404, f"The article has no version {given[:9]}, only {len(versions)}.")
    return int(given)
