"""A ledger as entities of FollowTheMoney, one a line, as Aleph and its relatives read them.

An article is an Article, a claim a Note, a statement a Documentation that ties its article to who said it and to the
claims it takes a position on. Somebody unnamed is a Note, too: no name of a description must be taken for a person's.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence

from sayso.exports.dossier import origins
from sayso.exports.format1 import line
from sayso.exports.naming import instant, web
from sayso.exports.sides import sides
from sayso.exports.wording import attribution, quote
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Claim, Kind, Position, Speaker, Statement
from sayso.text.visible import visible

_SCHEMATA = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.OUTLET: "Organization",
    Kind.STATE: "PublicBody",
    Kind.GROUP: "Organization",
    Kind.DOCUMENT: "Document",
}
_LONG, _NAMES = {"bodyText"}, {"name", "alias"}


def as_entities(view: View) -> Iterator[str]:
    """An entity a line: speakers, claims, then each article with its statements."""
    for speaker in view.speakers():
        yield _speaker(speaker)
    for claim in view.claims():
        yield _claim(claim)
    taken = sides(view.claims())
    for stored in view.readings():
        yield _article(stored)
        for statement in stored.reading.statements:
            yield _statement(stored, statement, taken.get(statement.id, ()))


def _speaker(speaker: Speaker) -> str:
    schema = _SCHEMATA.get(speaker.kind, "Note")
    notes = {"summary": [f"an {speaker.kind.value} source"]} if schema == "Note" else {}
    return _entity("speaker", speaker.id, schema, name=[speaker.name], alias=speaker.aliases, **notes)


def _claim(claim: Claim) -> str:
    now = claim.now
    return _entity(
        "claim",
        claim.id,
        "Note",
        name=[claim.gloss],
        summary=[f"{now.status.value}, {origins(now)}: {now.reason}"],
        keywords=[now.status.value],
        entity=[_id("speaker", id) for id in dict.fromkeys(position.speaker for position in claim.positions)],
        proof=[_id("article", row.article) for row in claim.history],
    )


def _article(stored: Stored) -> str:
    article = stored.reading.article
    return _entity(
        "article",
        article.id,
        "Article",
        title=[article.title],
        author=[article.byline],
        publisher=[article.outlet],
        sourceUrl=[web(article.url)],
        publishedAt=[_day(article.published)],
        modifiedAt=[_day(article.updated)],
        bodyText=[article.text],
    )


def _statement(stored: Stored, statement: Statement, taken: Sequence[tuple[str, Position]]) -> str:
    article = stored.reading.article
    return _entity(
        "statement",
        statement.id,
        "Documentation",
        document=[_id("article", article.id)],
        entity=[_id("speaker", stored.speakers[statement.speaker]), *(_id("claim", claim) for claim, _ in taken)],
        role=[statement.act.value],
        status=[position.stance.value for _, position in taken],
        date=[statement.said.date if statement.said else None],
        summary=[quote(statement)],
        description=[attribution(article, statement)],
        recordId=[statement.id],
        sourceUrl=[web(article.url)],
    )


def _entity(kind: str, id: str, schema: str, **properties: Sequence[str | None]) -> str:
    clean = {name: dict.fromkeys(_clean(name, value) for value in given if value) for name, given in properties.items()}
    kept = {name: [value for value in values if value] for name, values in clean.items()}
    return line({"id": _id(kind, id), "schema": schema, "properties": {k: v for k, v in kept.items() if v}}) + "\n"


def _clean(name: str, text: str) -> str:
    """A value as FollowTheMoney would make it without a word: names of a letter at least, lines in long texts alone."""
    rows = text.splitlines() if name in _LONG else [text]
    clean = "\n".join(" ".join(visible(row).split()) for row in rows).strip()
    if name in _NAMES:
        clean = clean.strip("\"' ") if any(map(str.isalnum, clean)) else ""
    return unicodedata.normalize("NFC", clean)


def _id(kind: str, id: str) -> str:
    return f"sayso-{kind}-{hashlib.sha1(id.encode(), usedforsecurity=False).hexdigest()}"


def _day(given: str | None) -> str | None:
    return given and instant(given).rstrip("Z")
