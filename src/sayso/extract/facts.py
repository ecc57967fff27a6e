"""What a page says about its article. What it does not say is not guessed."""

import html
import re
from collections.abc import Iterable
from itertools import chain
from typing import Any
from urllib.parse import urljoin

from sayso.extract.build import Facts, is_date
from sayso.extract.linked import Linked

_META = "//meta[@property=$name or @name=$name]/@content"
_ITEM = "//*[@itemprop=$name]/@content | //*[@itemprop=$name]/@datetime"
_TIME = "(//article//time | //main//time)/@datetime"
_HEADING = "//article//h1 | //main//h1 | //h1"
_CANONICAL = '//link[@rel="canonical"]/@href'
_LONGEST_ADDRESS = 2_000
_BYLINE = '//*[@rel="author" or @itemprop="author" or contains(concat(" ", @class, " "), " byline ")]'
_BY = re.compile(r"by[\s:]+", re.IGNORECASE)
_LONGEST_BYLINE = 100


def facts(tree: Any) -> Facts:
    """Find what the page `tree` (an lxml element) says about its article, in its linked data before its markup."""
    linked = Linked(tree)
    outlet = _first(linked.names("publisher"), _meta(tree, "og:site_name"))
    return Facts(
        outlet=outlet,
        title=_title(tree, linked, outlet),
        byline=_byline(tree, linked),
        published=_date(tree, linked, "datePublished", "article:published_time", "date", "dcterms.created")
        or _first_date(tree.xpath(_TIME)),
        updated=_date(tree, linked, "dateModified", "article:modified_time", "og:updated_time", "dcterms.modified"),
        language=_first([tree.get("lang")]),
    )


def canonical(tree: Any, url: str) -> list[str]:
    """List the addresses that the page at `url` gives as its article's own. A file has none to begin with."""
    if not url.startswith(("http://", "https://")):
        return []
    given = [*tree.xpath(_CANONICAL), *_meta(tree, "og:url")]
    return [found for found in (_absolute(url, address) for address in given if isinstance(address, str)) if found]


def _absolute(url: str, address: str) -> str | None:
    try:
        found = urljoin(url, address.strip())
    except ValueError:
        return None
    return found if found.startswith(("http://", "https://")) and len(found) <= _LONGEST_ADDRESS else None


def _title(tree: Any, linked: Linked, outlet: str | None) -> str | None:
    headings = (heading.text_content() for heading in tree.xpath(_HEADING))
    title = _first(linked.values("headline"), _meta(tree, "og:title"), headings, tree.xpath("//head/title/text()"))
    if title and outlet:
        # "Mayor denies deal | The Clarion"
        return re.sub(rf"\s+[|·•:–—-]\s+{re.escape(outlet)}$", "", title)
    return title


def _byline(tree: Any, linked: Linked) -> str | None:
    names = linked.names("author") or _meta(tree, "author", "article:author")
    marked = (element.text_content() for element in tree.xpath(_BYLINE))
    written = dict.fromkeys(name for name in map(_clean, names) if name and "://" not in name)
    byline = ", ".join(written) or next((mark for mark in map(_clean, marked) if 0 < len(mark) <= _LONGEST_BYLINE), "")
    return _BY.sub("", byline, count=1) if _BY.match(byline) else byline or None


def _date(tree: Any, linked: Linked, item: str, *names: str) -> str | None:
    return _first_date(chain(linked.values(item), _meta(tree, *names), tree.xpath(_ITEM, name=item)))


def _meta(tree: Any, *names: str) -> list[str]:
    return [content for name in names for content in tree.xpath(_META, name=name)]


def _first(*candidates: Iterable[Any]) -> str | None:
    return next(filter(None, map(_clean, chain(*candidates))), None)


def _first_date(candidates: Iterable[Any]) -> str | None:
    return next(filter(is_date, map(_clean, candidates)), None)


def _clean(value: Any) -> str:
    # Linked data often holds the entities of the markup around it.
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
