"""What the API gives back: objects of format 1, with `next` where there are more."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.exceptions import HTTPException

from sayso.core import Sayso
from sayso.desk.api.operations import Values
from sayso.desk.asked import cursor, place
from sayso.desk.desk import Desk
from sayso.desk.finding import find
from sayso.errors import SourceError
from sayso.exports import claim_json, format1, whole
from sayso.ledger.records import Head
from sayso.ledger.view import View
from sayso.records import Entry, Reading

Json = Mapping[str, Any]


def claims(view: View, asked: Values) -> Json:
    """Claims that fit, what moved last first."""
    found, following = view.board(
        status=asked["status"],
        speaker=asked["speaker"],
        outlet=asked["outlet"],
        since=asked["since"],
        after=place(asked["cursor"]),
        limit=asked["limit"],
    )
    return _list("claims", map(claim_json.to_json, found), cursor(following))


def claim(view: View, asked: Values) -> Json:
    """One claim, with its statements and those who hold them."""
    found = view.claim(asked["id"]) if asked["id"] else None
    if found is None:
        raise HTTPException(404, "There is no such claim.")
    entries = view.statements([position.statement for position in found.positions])
    return {"sayso": 1, "claim": claim_json.to_json(found), **_entries(entries)}


def statements(view: View, asked: Values) -> Json:
    """Statements of a speaker, the newest first."""
    found, following = view.said(asked["speaker"], after=place(asked["cursor"]), limit=asked["limit"])
    return {"sayso": 1, **_entries(found), "next": cursor(following)}


def statement(view: View, asked: Values) -> Json:
    """One statement."""
    found = view.statements([asked["id"]])
    if not found:
        raise HTTPException(404, "There is no such statement.")
    held = view.holding([asked["id"]])
    return {"sayso": 1, **_entries(found), "claims": held.get(asked["id"], [])}


def speakers(view: View, asked: Values) -> Json:
    """Speakers by the words of a name, the last of which may be unfinished."""
    return _list("speakers", map(whole.speaker_of, view.speakers_like(asked["name"], asked["limit"])), None)


def speaker(view: View, asked: Values) -> Json:
    """One speaker."""
    found = view.speakers_by_ids([asked["id"]]).get(asked["id"])
    if found is None:
        raise HTTPException(404, "There is no such speaker.")
    return {"sayso": 1, "speaker": whole.speaker_of(found)}


def articles(view: View, asked: Values) -> Json:
    """Versions of articles without their texts, the newest first."""
    found, following = view.newest(after=place(asked["cursor"]), limit=asked["limit"])
    return _list("articles", map(_head, found), cursor(following))


def article(view: View, asked: Values) -> Json:
    """One version of an article with what was read in it."""
    versions = view.versions(asked["id"])
    if not versions:
        raise HTTPException(404, "There is no such article.")
    chosen = ([one for one in versions if one.reading.article.id == asked["id"]] or versions)[-1]
    known = view.speakers_by_ids(chosen.speakers.values())
    return {
        "sayso": 1,
        "article": whole.article_of(chosen),
        "speakers": [whole.speaker_of(speaker) for speaker in {one.id: one for one in known.values()}.values()],
        "statements": whole.statements_of(chosen),
        "versions": [version.reading.article.id for version in versions],
    }


def search(view: View, asked: Values) -> Json:
    """What fits some words."""
    found = find(view, asked["q"], asked["limit"])
    return {
        "sayso": 1,
        "claims": [claim_json.to_json(claim) for claim in found.claims],
        **_entries(found.statements, found.speakers),
        "articles": [_head(head) for head in found.articles],
    }


def read(desk: Desk, given: Values) -> Json:
    """Read a text, or the page at an address, and store nothing."""
    try:
        return format1.to_json(_reading(desk.sayso, given))
    except SourceError as error:
        raise HTTPException(422, f"{error.problem[:1].upper()}{error.problem[1:]}.") from error


def _reading(sayso: Sayso, given: Values) -> Reading:
    facts = {name: given.get(name) for name in ("outlet", "title", "byline", "published", "updated")}
    if given.get("text"):
        return sayso.read_text(given["text"], url=given.get("url"), **facts)
    for found in sayso.read(given["url"]):
        if isinstance(found, SourceError):
            raise found
        return found
    raise HTTPException(422, "There is no article.")


def _entries(entries: Iterable[Entry], more: Iterable[Any] = ()) -> dict[str, Any]:
    found = list(entries)
    speakers = {one.id: one for one in more}
    speakers |= {one.id: one for entry in found for one in (entry.speaker, *entry.via)}
    return {
        "statements": [whole.entry_of(entry) for entry in found],
        "speakers": [whole.speaker_of(one) for one in speakers.values()],
    }


def _list(name: str, found: Iterable[Json], following: str | None) -> Json:
    return {"sayso": 1, name: list(found), "next": following}


def _head(head: Head) -> Json:
    return {
        "id": head.id,
        "url": head.url,
        "outlet": head.outlet,
        "title": head.title,
        "published": head.published,
        "at": head.at,
    }
