"""Statements as annotations of the W3C Web Annotation Data Model, in one page of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.exports.anchors import selectors
from sayso.exports.format1 import line
from sayso.exports.naming import instant, iri, urn
from sayso.exports.sides import sides
from sayso.ledger.records import Stored
from sayso.ledger.view import View
from sayso.records import Position, Speaker, Statement

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def as_page(view: View) -> Iterator[str]:
    """One AnnotationPage with an annotation a statement, in parts."""
    taken, known = sides(view.claims()), {speaker.id: speaker for speaker in view.speakers()}
    yield f'{{"@context": "{_CONTEXT}", "id": "urn:sayso:annotations", "type": "AnnotationPage",\n "items": ['
    before = "\n  "
    for stored in view.readings():
        for statement in stored.reading.statements:
            speaker = known[stored.speakers[statement.speaker]]
            yield before + line(annotation(stored, statement, speaker, taken.get(statement.id, ())))
            before = ",\n  "
    yield "]}\n"


def annotation(
    stored: Stored, statement: Statement, speaker: Speaker, taken: Sequence[tuple[str, Position]]
) -> dict[str, Any]:
    """One annotation: its targets are the pieces of the content, its bodies say whose words they are and on which side.

    `taken` are the claims that the statement takes a position on, with the position.
    """
    article = stored.reading.article
    state = {"type": "TimeState", "sourceDate": instant(stored.at)}
    return {
        "@context": _CONTEXT,
        "id": urn("statement", statement.id),
        "type": "Annotation",
        "motivation": "identifying",
        "created": instant(stored.made.at or stored.at),
        "generator": {"id": urn("model", stored.made.model), "type": "Software", "name": f"sayso {stored.made.code}"},
        "body": [
            _text(speaker.name, "identifying"),
            {"type": "SpecificResource", "source": urn("speaker", speaker.id), "purpose": "identifying"},
            _text(statement.act.value, "tagging"),
            *(_text(position.stance.value, "tagging") for _, position in taken),
            *({"type": "SpecificResource", "source": urn("claim", claim), "purpose": "linking"} for claim, _ in taken),
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": iri(article.url) or urn("article", article.id),
                "selector": selectors(article.text, piece),
                "state": state,
            }
            for piece in statement.content
        ],
    }


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
