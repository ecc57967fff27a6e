"""Finds words again by a TextQuoteSelector, as clients of the Web Annotation Data Model do."""

from random import Random

from sayso.exports.anchors import selectors
from sayso.records import Span

WORDS = ("and", "the ferry", "“No,”", "\n\nUpdate: it rained.", "there was no call", "é")


def find(text: str, selector: dict[str, str]) -> int | None:
    """Where the quoted words begin: among all places, the one whose surroundings are most like those in the selector."""
    exact, best, place = selector["exact"], -1, None
    start = text.find(exact)
    while start >= 0:
        before, after = text[:start][::-1], text[start + len(exact) :]
        alike = _alike(before, selector["prefix"][::-1]) + _alike(after, selector["suffix"])
        if alike > best:
            best, place = alike, start
        start = text.find(exact, start + 1)
    return place


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def moved(text: str, span: Span, chosen: Random) -> bool:
    """Whether `span` is found again after something was added or taken away elsewhere in `text`."""
    quote, position = selectors(text, span)
    assert text[position["start"] : position["end"]] == quote["exact"] == span.text
    before, after = text[: span.start], text[span.end :]
    if chosen.random() < 0.5:
        changed = _edited(before, chosen)
        return find(changed + span.text + after, quote) == len(changed)
    return find(before + span.text + _edited(after, chosen), quote) == span.start


def _edited(text: str, chosen: Random) -> str:
    at = chosen.randint(0, len(text))
    gone = chosen.choice((0, chosen.randint(0, 30)))
    return text[:at] + chosen.choice(WORDS) + text[at + gone :]
