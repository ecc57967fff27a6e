"""A ledger as linked data: schema.org for what there is, CiTO for the sides, PROV for where it comes from.

Claims stand under their status, which is derived; there is no rating and no review.
"""

from collections.abc import Iterator
from typing import Any

from sayso.exports.format1 import line
from sayso.exports.naming import urn
from sayso.exports.sides import Sides, sides
from sayso.exports.wording import quote
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Claim, Form, Kind, Speaker, Stance, Statement

CONTEXT = {
    "@vocab": "http://schema.org/",
    "id": "@id",
    "type": "@type",
    "cito": "http://purl.org/spar/cito/",
    "prov": "http://www.w3.org/ns/prov#",
    "sayso": "urn:sayso:term:",
}
_TYPES = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.OUTLET: "NewsMediaOrganization",
    Kind.STATE: "GovernmentOrganization",
    Kind.GROUP: "Organization",
    Kind.DOCUMENT: "CreativeWork",
}
_SIDES = {Stance.AFFIRMS: "cito:supports", Stance.DENIES: "cito:disputes", Stance.UNDECIDED: "cito:discusses"}
_Node = dict[str, Any]


def as_graph(view: View) -> Iterator[str]:
    """One JSON-LD document with its context in it, in parts."""
    yield '{"@context": ' + line(CONTEXT) + ',\n "@graph": ['
    before = "\n  "
    for node in nodes(view):
        yield before + line({key: value for key, value in node.items() if value not in (None, [])})
        before = ",\n  "
    yield "]}\n"


def nodes(view: View) -> Iterator[_Node]:
    """All nodes of the graph: speakers, claims with their origins, articles with their statements."""
    yield from map(_speaker, view.speakers())
    taken: Sides = {}
    for claim in view.claims():
        for statement, found in sides([claim]).items():
            taken.setdefault(statement, []).extend(found)
        yield from _claim(claim)
    for stored in view.readings():
        yield _article(stored)
        yield from (_statement(stored, statement, taken) for statement in stored.reading.statements)


def _ref(kind: str, id: str) -> _Node:
    return {"id": urn(kind, id)}


def _speaker(speaker: Speaker) -> _Node:
    return {
        **_ref("speaker", speaker.id),
        "type": [_TYPES.get(speaker.kind, "Thing"), "prov:Agent"],
        "name": speaker.name,
        "alternateName": list(speaker.aliases),
        "sayso:kind": speaker.kind.value,
        "sayso:heardBy": speaker.heard_by,
    }


def _claim(claim: Claim) -> Iterator[_Node]:
    now = claim.now
    articles = [row.article for row in claim.history]
    names = {origin.id: f"{claim.id}:{origin.id}" for origin in claim.origin_list}
    yield {
        **_ref("claim", claim.id),
        "type": "Claim",
        "text": claim.gloss,
        "creativeWorkStatus": now.status.value,
        "sayso:reason": now.reason,
        "sayso:origins": now.origins,
        "sayso:by": [_ref("speaker", id) for id in now.by],
        "firstAppearance": _ref("article", articles[0]),
        "appearance": [_ref("article", id) for id in articles],
        "prov:wasDerivedFrom": [_ref("statement", position.statement) for position in claim.positions],
        "prov:hadPrimarySource": [_ref("origin", name) for name in names.values()],
    }
    for origin in claim.origin_list:
        yield {
            **_ref("origin", names[origin.id]),
            "type": "prov:Entity",
            "name": origin.name,
            "sayso:kind": origin.kind.value,
            "sayso:heardBy": origin.heard_by,
            "sayso:withdrawn": origin.withdrawn,
            "sayso:undetermined": origin.undetermined,
            "subjectOf": [_ref("article", id) for id in origin.articles],
        }


def _article(stored: Stored) -> _Node:
    article = stored.reading.article
    return {
        **_ref("article", article.id),
        "type": ["NewsArticle", "prov:Entity"],
        "url": article.url,
        "headline": article.title,
        "publisher": article.outlet and {"type": "NewsMediaOrganization", "name": article.outlet},
        "creditText": article.byline,
        "datePublished": article.published,
        "dateModified": article.updated,
        "inLanguage": article.language,
        "version": stored.version,
        "sourceOrganization": [{"type": "Organization", "name": credit.name} for credit in article.credits],
        "correction": [
            {"type": "CorrectionComment", "text": note.text, "sayso:kind": note.kind.value} for note in article.notes
        ],
    }


def _statement(stored: Stored, statement: Statement, taken: Sides) -> _Node:
    found = taken.get(statement.id, [])
    speaker = _ref("speaker", stored.speakers[statement.speaker])
    carriers = [_ref("speaker", stored.speakers[carrier]) for carrier in statement.via]
    grouped = ((_SIDES[side], [c for c, position in found if position.stance is side]) for side in Stance)
    return {
        **_ref("statement", statement.id),
        # What is told in the outlet's own words is no quotation.
        "type": ["Statement" if statement.form is Form.INDIRECT else "Quotation", "prov:Entity"],
        "text": quote(statement),
        "creator": speaker,
        "dateCreated": statement.said and statement.said.date,
        "isPartOf": _ref("article", stored.reading.article.id),
        "about": [_ref("claim", claim) for claim in dict.fromkeys(claim for claim, _ in found)],
        **{side: [_ref("claim", claim) for claim in claims] for side, claims in grouped},
        "prov:wasQuotedFrom": _ref("article", stored.reading.article.id),
        "prov:wasAttributedTo": speaker,
        "sayso:via": carriers and {"@list": carriers},
        "sayso:form": statement.form.value,
        "sayso:act": statement.act.value,
        "sayso:hedged": statement.hedged,
        "sayso:confidence": statement.confidence,
    }
