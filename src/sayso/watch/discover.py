"""Finds the feeds of a site."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import html as markup

from sayso.errors import NotAFeed, NotFetched, SourceError
from sayso.fetch.urls import parse as parse_url
from sayso.fetch.web import Web
from sayso.watch import feed as feeds
from sayso.watch.feed import Feed

_MOST = 20
_DECLARED = '//link[contains(concat(" ", @rel, " "), " alternate ")][@href][@type]'
_TYPES = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", re.IGNORECASE)
_LINKED = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?)(?:$|[/._?-])", re.IGNORECASE)
_NEWS = re.compile(r"news", re.IGNORECASE)
_USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/news-sitemap.xml")


def discover(address: str, web: Web) -> Iterator[tuple[str, Feed]]:
    """Find the feeds of the site at `address`: those its page declares, its news sitemaps, those it links to.

    Where there are none of these, the usual places are tried. Raises `NotFetched` when the page cannot be had.
    """
    found = web.get(address)
    body = found.body or b""
    with suppress(NotAFeed):
        yield found.url, feeds.parse(body, found.url)
        return
    seen: set[str] = set()
    yield from _tried(_named(body, found.url, web), web, seen)
    if not seen:
        yield from _tried(iter(_USUAL), web, seen, found.url)


def _tried(links: Iterator[str], web: Web, seen: set[str], base: str | None = None) -> Iterator[tuple[str, Feed]]:
    tried: set[str] = set()
    for link in links:
        try:
            url = str(parse_url(link, parse_url(base) if base else None))
            if url in tried or len(tried) >= _MOST:
                continue
            tried.add(url)
            fetched = web.get(url)
            feed = feeds.parse(fetched.body or b"", fetched.url)
        except (ValueError, SourceError):
            continue
        if fetched.url not in seen:
            seen.add(fetched.url)
            yield fetched.url, feed


def _named(body: bytes, url: str, web: Web) -> Iterator[str]:
    tree = _tree(body)
    base = parse_url(url)
    links = [] if tree is None else list(_links(tree))
    with suppress(NotFetched):
        links += filter(_NEWS.search, web.robots(base).sitemaps)
    for link in links:
        try:
            yield str(parse_url(link, base))
        except ValueError:
            continue


def _links(tree: Any) -> Iterator[str]:
    for element in tree.xpath(_DECLARED):
        if _TYPES.match(element.get("type")):
            yield element.get("href")
    for link in tree.xpath("//a/@href"):
        if _LINKED.search(link):
            yield link


def _tree(body: bytes) -> Any:
    try:
        return markup.document_fromstring(body, parser=markup.HTMLParser(no_network=True))
    except (ValueError, AssertionError, markup.etree.ParserError):
        return None
