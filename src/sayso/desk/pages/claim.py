"""A claim: the whole story with the words behind it, and the same to take away."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.claims.order import in_time
from sayso.desk import links, words
from sayso.desk.copied import copied
from sayso.desk.desk import desk_of
from sayso.desk.render import page
from sayso.desk.timeline import timeline
from sayso.desk.tree import roots
from sayso.exports import claim_json, claim_svg, dossier
from sayso.exports.format1 import line
from sayso.ledger.records import Head
from sayso.ledger.view import View
from sayso.records import Article, Claim, Entry, Kind, Speaker, Stance

FORMS = {".json": "application/json", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim with the statements of its positions, in order of time, and the articles that are named in it."""

    claim: Claim
    entries: tuple[Entry, ...]
    heads: Mapping[str, Head]
    speakers: Mapping[str, Speaker]


@dataclass(frozen=True, slots=True)
class Voice:
    """All that one speaker said on one side."""

    speaker: Speaker
    entries: tuple[Entry, ...]


def claim(request: Request) -> Response:
    """The page of a claim, or what `.json`, `.csv` or `.svg` behind its id asks for."""
    id, dot, form = request.path_params["id"].partition(".")
    with desk_of(request).ledger.view() as view:
        found = gather(view, id)
        if found.claim.id != id:
            return RedirectResponse(links.claim(found.claim.id, dot + form), 303)
        if dot:
            return taken(found, dot + form)
        return page(request, "claim.html", **_values(view, found))


def gather(view: View, id: str) -> Dossier:
    """All that the page of a claim is about. Raises `HTTPException`."""
    found = view.claim(id) if id else None
    if found is None:
        raise HTTPException(404, "There is no such claim.")
    entries = tuple(in_time(view.statements([position.statement for position in found.positions])))
    origins = (article for origin in found.origin_list for article in origin.articles)
    articles = {*origins, *(row.article for row in found.history), *(entry.article.id for entry in entries)}
    by = (speaker for row in found.history for speaker in row.by)
    return Dossier(found, entries, view.heads(sorted(articles)), view.speakers_by_ids(by))


def taken(found: Dossier, form: str) -> Response:
    """The claim to take away. Raises `HTTPException`."""
    if form not in FORMS:
        raise HTTPException(404, "A claim can be had as .json, .csv or .svg.")
    if form == ".json":
        body = line(claim_json.to_json(found.claim), indent=2) + "\n"
    elif form == ".svg":
        body = claim_svg.svg(found.claim, [_article(head) for head in found.heads.values()])
    else:
        body = _table(found)
    name = f'attachment; filename="{found.claim.id}{form}"'
    return Response(body, media_type=FORMS[form], headers={"Content-Disposition": name})


def _values(view: View, found: Dossier) -> dict[str, object]:
    at = {head.id: head.published or head.at for head in found.heads.values()}
    return {
        "found": found,
        "claim": found.claim,
        "numbers": dossier.numbers(found.claim, found.entries),
        "timeline": timeline(found.claim, found.entries, at),
        "roots": roots(found.claim, found.entries, found.heads),
        "copies": copied(found.entries),
        "sides": [(stance, words.SIDES[stance], _voices(found, stance)) for stance in Stance],
        "verdicts": view.verdicts(found.claim),
        "turns": dossier.turns(found.claim.history),
        "beside": [one for one in view.beside(found.claim.id) if one.id != found.claim.id],
    }


def _voices(found: Dossier, stance: Stance) -> list[Voice]:
    mine = {position.statement for position in found.claim.positions if position.stance is stance}
    groups: dict[str, list[Entry]] = {}
    for entry in found.entries:
        if entry.statement.id in mine:
            unnamed = entry.speaker.kind in (Kind.UNNAMED, Kind.UNKNOWN)
            groups.setdefault(entry.speaker.name if unnamed else entry.speaker.id, []).append(entry)
    return [Voice(entries[0].speaker, tuple(entries)) for entries in groups.values()]


def _article(head: Head) -> Article:
    return Article(head.id, head.url, "", head.outlet, head.title, published=head.published)


_COLUMNS = (
    *("claim", "statement", "stance", "origin", "speaker", "speaker_name", "act", "content", "via", "said"),
    *("outlet", "url", "published"),
)


def _table(found: Dossier) -> str:
    from sayso.exports.table import cell, guarded

    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(_COLUMNS)
    entries = {entry.statement.id: entry for entry in found.entries}
    for position in found.claim.positions:
        if position.statement in entries:
            entry = entries[position.statement]
            row: Sequence[object] = (
                found.claim.id,
                position.statement,
                position.stance.value,
                position.origin,
                entry.speaker.id,
                entry.speaker.name,
                entry.statement.act.value,
                words.content(entry.statement),
                [carrier.name for carrier in entry.via],
                entry.statement.said and entry.statement.said.date,
                entry.article.outlet,
                entry.article.url,
                entry.article.published,
            )
            writer.writerow([cell(value, guarded) for value in row])
    return written.getvalue()
