"""Feeds: RSS, Atom, JSON Feed, news sitemaps, and lists of them."""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.errors import NotAFeed
from sayso.extract.moments import first_date
from sayso.fetch.urls import parse as parse_url
from sayso.watch import xml

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)

_LONGEST_TITLE = 1_000

MOST = 5_000
"""Entries of a feed that are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed names. `published` is ISO 8601."""

    url: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says. `feeds` are the addresses of other feeds, where it is a list of them."""

    kind: str
    title: str | None
    entries: tuple[Entry, ...]
    feeds: tuple[str, ...] = ()


def parse(data: bytes, url: str) -> Feed:
    """Read the feed that was found at `url`. Raises `NotAFeed`."""
    if _PAGE.match(data):
        raise NotAFeed(url, "it is a page; `sayso discover` finds the feeds of a site")
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return _json_feed(json.loads(data.decode("utf-8-sig")), url)
        root = xml.parse(data)
        return _KINDS[xml.name(root).lower()](root, url)
    except (KeyError, ValueError, RecursionError) as error:
        raise NotAFeed(url, "it is no feed") from error


def _rss(root: Any, url: str) -> Feed:
    items = (element for element in root.iter("{*}item") if xml.name(element) == "item")
    return Feed("RSS", _title(root, "channel"), _entries(items, _item, url))


def _atom(root: Any, url: str) -> Feed:
    return Feed("Atom", _title(root, "feed"), _entries(root.iter("{*}entry"), _item, url))


def _sitemap(root: Any, url: str) -> Feed:
    return Feed("sitemap", None, _entries(root.iter("{*}url"), _place, url))


def _index(root: Any, url: str) -> Feed:
    places = _entries(root.iter("{*}sitemap"), _place, url)
    newest = sorted(places, key=lambda place: place.published or "", reverse=True)
    return Feed("sitemap index", None, (), tuple(place.url for place in newest))


def _opml(root: Any, url: str) -> Feed:
    found = (element.get("xmlUrl") or element.get("xmlurl") for element in root.iter("{*}outline"))
    return Feed("OPML", None, (), tuple(dict.fromkeys(filter(None, (_web(address, url) for address in found)))))


_KINDS: dict[str, Callable[[Any, str], Feed]] = {
    "rss": _rss,
    "rdf": _rss,
    "feed": _atom,
    "urlset": _sitemap,
    "sitemapindex": _index,
    "opml": _opml,
}


def _entries(elements: Iterator[Any], read: Callable[[Any], tuple[Any, Any, Any]], url: str) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for _, element in zip(range(MOST), elements, strict=False):
        link, title, published = read(element)
        address = _web(link, url)
        if address:
            entry = Entry(address, _plain(title) if title else None, first_date([published]))
            found.setdefault(address, entry)
    return tuple(found.values())


def _item(element: Any) -> tuple[Any, Any, Any]:
    said: dict[str, str] = {}
    links: list[str] = []
    for child in element:
        name = xml.name(child)
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                links.append(child.get("href"))
        elif name == "link":
            links.append(xml.text(child))
        elif name != "guid" or child.get("isPermaLink", "true").lower() == "true":
            said.setdefault(name, xml.text(child))
    link = said.get("origLink") or next(filter(None, links), None) or said.get("guid")
    return (
        link,
        said.get("title"),
        said.get("pubDate") or said.get("published") or said.get("date") or said.get("updated"),
    )


def _place(element: Any) -> tuple[Any, Any, Any]:
    said = {xml.name(child): xml.text(child) for child in element.iter() if child is not element}
    return said.get("loc"), said.get("title"), said.get("publication_date") or said.get("lastmod")


def _json_feed(found: Any, url: str) -> Feed:
    if not isinstance(found, dict) or "jsonfeed.org" not in str(found.get("version")):
        raise ValueError
    items = found.get("items")
    entries = _entries(iter(items if isinstance(items, list) else []), _json_item, url)
    title = found.get("title")
    return Feed("JSON Feed", _plain(title) if isinstance(title, str) else None, entries)


def _json_item(item: Any) -> tuple[Any, Any, Any]:
    said = item if isinstance(item, dict) else {}
    said = {key: value for key, value in said.items() if isinstance(value, str)}
    return said.get("url") or said.get("external_url"), said.get("title"), said.get("date_published")


def _title(root: Any, holder: str) -> str | None:
    channel = root if xml.name(root) == holder else next(root.iter("{*}" + holder), None)
    titles = (xml.text(child) for child in (channel if channel is not None else ()) if xml.name(child) == "title")
    return _plain(next(titles, "")) or None


def _plain(title: str) -> str:
    """A title without what no database takes: halves of characters, and NUL."""
    text = html.unescape(title[:_LONGEST_TITLE]).replace("\0", "")
    return " ".join(text.encode(errors="ignore").decode().split())


def _web(link: Any, base: str) -> str | None:
    """The address that `link` leads to, when it is one of the web."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        return str(parse_url(html.unescape(link), _base(base)))
    except ValueError:
        return None


def _base(url: str) -> Any:
    try:
        return parse_url(url)
    except ValueError:
        return None
