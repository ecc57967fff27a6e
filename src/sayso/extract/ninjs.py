"""Articles that are items of ninjs, the IPTC's news in JSON, of any version from 1.0 to 3: what agencies deliver."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import html

from sayso.errors import NotAnArticle
from sayso.extract.build import build, is_date
from sayso.extract.lines import parse
from sayso.records import Article, Raw

_TEXTS = {None, "text", "composite", "component"}
_BLOCKS = (
    "//p | //h1 | //h2 | //h3 | //h4 | //li | //blockquote | //td | //div | //pre | //br | //section | //figcaption"
)
_SPACE = re.compile(r"[^\S\n]+")
_GONE = {"canceled": "its agency has withdrawn it", "withheld": "its agency withholds it"}


def article(raw: Raw) -> Article:
    """Read the item that `raw` holds. Raises `NotAnArticle` when it is none, has no text, or has been withdrawn."""
    try:
        item = parse(raw.data)
    except ValueError as error:
        raise NotAnArticle(raw.name, str(error)) from error
    if not isinstance(item, dict) or not isinstance(item.get("uri"), str):
        raise NotAnArticle(raw.name, "it is no item of ninjs: it has no uri")
    return _article(raw.name, {key.replace("_", "").casefold(): value for key, value in item.items()})


def _article(where: str, item: Mapping[str, Any]) -> Article:
    """The article of an item whose keys are in lower case: so they are in versions 1, and in others they are not."""
    status, kind = item.get("pubstatus"), item.get("type")
    if status in _GONE:
        raise NotAnArticle(where, f"{_GONE[status]} ({status})")
    if kind not in _TEXTS:
        raise NotAnArticle(where, f"it is of type {kind}, and no text")
    text = _text(item)
    if not text:
        raise NotAnArticle(where, "there is no text in it")
    first, version = _date(item.get("firstcreated")), _date(item.get("versioncreated"))
    return build(
        where,
        item["uri"],
        text,
        outlet=_said(item.get("copyrightholder")) or _source(item.get("infosources")),
        title=_chosen(item.get("headlines"), "main") or _said(item.get("headline")) or _said(item.get("headlinemain")),
        byline=_said(item.get("byline")) or _said(item.get("by")),
        published=first or version,
        updated=version if first and version != first else None,
        language=_said(item.get("language")),
    )


def _text(item: Mapping[str, Any]) -> str:
    """The plain text of an item, or else that of its markup."""
    bodies = [body for body in _objects(item.get("bodies")) if _said(body.get("value"))]
    plain = [body["value"] for body in bodies if _kind(body) == "text/plain"]
    old = [_said(item.get(name)) for name in ("bodytext", "bodymain")]
    marked = [body["value"] for body in bodies if _kind(body) != "text/plain"]
    marked += [value for key, value in item.items() if key.startswith("body") and key != "bodies" and _said(value)]
    found = next(filter(None, (*plain, *old)), None)
    return found or next(filter(None, map(_plain, marked)), "")


def _kind(body: Mapping[str, Any]) -> str | None:
    return _said(body.get("contentType")) or _said(body.get("contenttype"))


def _plain(markup: str) -> str:
    """The words of markup, a blank line between its blocks."""
    tree = html.fromstring(f"<div>{markup}</div>")
    for element in tree.xpath("//script | //style"):
        element.drop_tree()
    for element in tree.xpath(_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        element.text = ("" if element.tag == "br" else "\n") + (element.text or "")
    lines = (_SPACE.sub(" ", line).strip() for line in tree.text_content().splitlines())
    return "\n\n".join(line for line in lines if line)


def _chosen(values: Any, role: str) -> str | None:
    named = _objects(values)
    chosen = [one for one in named if one.get("role") == role] or named
    return next(filter(None, (_said(one.get("value")) for one in chosen)), None)


def _source(values: Any) -> str | None:
    return next(filter(None, (_said(one.get("name")) for one in _objects(values))), None)


def _objects(values: Any) -> list[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, Iterable) else []


def _said(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _date(value: Any) -> str | None:
    return value if isinstance(value, str) and is_date(value) else None
