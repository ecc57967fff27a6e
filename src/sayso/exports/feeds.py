"""What moved: every change of a claim's status, origins or sides, as an Atom feed (RFC 4287) or a JSON Feed (1.1)."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from sayso.exports.dossier import origins, turns
from sayso.exports.format1 import line
from sayso.exports.naming import instant, web
from sayso.ledger.records import Head
from sayso.ledger.view import View
from sayso.records import Claim, Standing
from sayso.text.visible import visible

MOST = 100
"""Moves that a feed tells of: the latest."""
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01"
_MOVES = uuid5(NAMESPACE_URL, "urn:sayso:move")


@dataclass(frozen=True, slots=True)
class Move:
    """A claim that came to stand elsewhere: `before` is `None` where it is new."""

    claim: Claim
    before: Standing | None
    after: Standing


@dataclass(frozen=True, slots=True)
class Site:
    """Where a feed is found; `claim` gives the address of a claim's page by its id."""

    title: str = "sayso: what moved"
    home: str | None = None
    feed: str | None = None
    claim: Callable[[str], str] | None = None


def as_atom(view: View) -> Iterator[str]:
    """The latest moves in a ledger as an Atom feed."""
    found = latest(view.claims())
    yield atom(found, _heads(view, found), Site())


def as_json_feed(view: View) -> Iterator[str]:
    """The same as a JSON Feed."""
    found = latest(view.claims())
    yield json_feed(found, _heads(view, found), Site())


def _heads(view: View, found: Iterable[Move]) -> dict[str, Head]:
    return view.heads([move.after.article for move in found])


def latest(claims: Iterable[Claim], most: int = MOST) -> list[Move]:
    """The latest moves of `claims`, the newest first; those of no known time are the oldest."""
    return heapq.nlargest(
        most, (move for claim in claims for move in moves(claim)), key=lambda move: move.after.at or ""
    )


def moves(claim: Claim) -> Iterator[Move]:
    """All moves of a claim, the oldest first."""
    steps = turns(claim.history)
    yield Move(claim, None, steps[0])
    for before, after in pairwise(steps):
        yield Move(claim, before, after)


def atom(found: Iterable[Move], articles: Mapping[str, Head], site: Site) -> str:
    """An Atom feed of moves; `articles` are the articles that made them, by id."""
    Xml.register_namespace("", _ATOM)
    feed = Xml.Element(f"{{{_ATOM}}}feed")
    entries = [_item(move, articles, site) for move in found]
    _put(feed, "id", site.feed or "urn:sayso:feed")
    _put(feed, "title", site.title)
    _put(feed, "updated", max((entry["date_published"] for entry in entries), default=instant(_NEVER)))
    _put(_put(feed, "author"), "name", "sayso")
    for relation, address in (("alternate", site.home), ("self", site.feed)):
        if address:
            _put(feed, "link", rel=relation, href=address)
    for entry in entries:
        _entry(_put(feed, "entry"), entry)
    Xml.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode") + "\n"


def json_feed(found: Iterable[Move], articles: Mapping[str, Head], site: Site) -> str:
    """The same as a JSON Feed; what is ours in an item is under `_sayso`."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": site.home,
        "feed_url": site.feed,
        "items": [_item(move, articles, site) for move in found],
    }
    return line({key: value for key, value in feed.items() if value is not None}, indent=1) + "\n"


def _item(move: Move, articles: Mapping[str, Head], site: Site) -> dict[str, Any]:
    claim, after = move.claim, move.after
    article = articles.get(after.article)
    address = web(article.url) if article else None
    item = {
        "id": uuid5(_MOVES, f"{claim.id} {after.article} {after.status}").urn,
        "url": site.claim(claim.id) if site.claim else address,
        "external_url": address,
        "title": visible(f"{after.status.value}: {claim.gloss}"),
        "content_text": visible(_told(move, article)),
        "date_published": instant(after.at or (article.at if article else _NEVER)),
        "tags": [after.status.value],
        "_sayso": {
            "claim": claim.id,
            "from": move.before and move.before.status.value,
            "to": after.status.value,
            "origins": after.origins,
            "by": list(after.by),
            "article": after.article,
        },
    }
    return {key: value for key, value in item.items() if value is not None}


def _told(move: Move, article: Head | None) -> str:
    before, after = move.before, move.after
    if before is None:
        was = "A new claim. "
    elif (before.status, before.origins) == (after.status, after.origins):
        was = "Who confirms or denies it has changed. "
    else:
        was = f"It was {before.status.value}, {origins(before)}. "
    source = f" After: {', '.join(filter(None, (article.outlet, article.title, article.url)))}." if article else ""
    return f"{was}It is {after.status.value}, {origins(after)}: {after.reason}.{source}"


def _entry(entry: Xml.Element, item: dict[str, Any]) -> None:
    _put(entry, "id", item["id"])
    _put(entry, "title", item["title"])
    _put(entry, "updated", item["date_published"])
    _put(entry, "category", term=item["tags"][0])
    for relation, address in {"alternate": item.get("url"), "related": item.get("external_url")}.items():
        if address:
            _put(entry, "link", rel=relation, href=address)
    _put(entry, "content", item["content_text"], type="text")


def _put(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    # The only characters that are visible and yet not allowed in XML.
    child.text = text and text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    return child
