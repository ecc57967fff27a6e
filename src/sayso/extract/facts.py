"""What a page says about its article. What it does not say is not guessed."""

import html
import re
from collections.abc import Iterable
from itertools import chain
from typing import Any
from urllib.parse import urljoin

from sayso.extract.build import Facts
from sayso.extract.linked import Linked
from sayso.extract.moments import first_date

_META = "//meta[@property=$name or @name=$name]/@content"
_ITEM = "//*[@itemprop=$name]/@content | //*[@itemprop=$name]/@datetime"
_PUBLISHER = (
    '//*[@itemprop="publisher"]//*[@itemprop="name"]/@content | //*[@itemprop="publisher"]//*[@itemprop="name"]/text()'
)
_TIME = "(//article//time | //main//time)/@datetime"
_HEADING = "//article//h1 | //main//h1 | //h1"
_CANONICAL = '//link[@rel="canonical"]/@href'
_LONGEST_ADDRESS = 2_000
_LONGEST_BYLINE = 100

_WORDS_OF_CLASS = 'concat(" ", translate(@class, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-", "abcdefghijklmnopqrstuvwxyz  "), " ")'
_BYLINE_CLASSES = " or ".join(
    f'contains({_WORDS_OF_CLASS}, " {word} ")' for word in ("byline", "author", "authors", "contributors")
)
_BYLINE = f'//*[@rel="author" or @itemprop="author" or {_BYLINE_CLASSES}]'
_BY = re.compile(r"(?:(?:written|posted|words|reported) )?by[\s:]+", re.IGNORECASE)
# "Mayor denies deal | The Clarion", "The Clarion: Mayor denies deal"
_AFTER = re.compile(r"\s+[|·•:–—-]\s+(?P<name>[^|·•–—]{2,50})$")

_OUTLET_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "DC.publisher", "dcterms.publisher")
_TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "dcterms.title", "DC.title", "title")
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dcterms.creator",
    "DC.creator",
    "byl",
)
_PUBLISHED_NAMES = (
    *("article:published_time", "og:published_time", "parsely-pub-date", "date", "pubdate", "publish-date"),
    *("publication_date", "sailthru.date", "dcterms.created", "dcterms.issued", "DC.date.issued", "DC.date"),
    *("citation_publication_date", "cXenseParse:recs:publishtime"),
)
_UPDATED_NAMES = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified", "DC.date.modified")


def facts(tree: Any) -> Facts:
    """Find what the page `tree` (an lxml element) says about its article, in its linked data before its markup."""
    linked = Linked(tree)
    outlet = _first(linked.names("publisher"), _meta(tree, *_OUTLET_NAMES), tree.xpath(_PUBLISHER))
    headings = [_clean(heading.text_content()) for heading in tree.xpath(_HEADING)]
    outlet = outlet or _named_in_title(tree, headings)
    return Facts(
        outlet=outlet,
        title=_title(tree, linked, headings, outlet),
        byline=_byline(tree, linked, outlet),
        published=_date(tree, linked, "datePublished", *_PUBLISHED_NAMES) or first_date(tree.xpath(_TIME)),
        updated=_date(tree, linked, "dateModified", *_UPDATED_NAMES),
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


def _named_in_title(tree: Any, headings: list[str]) -> str | None:
    """Find the outlet in the title of the window, where that is a heading of the page and one name more."""
    window = _first(tree.xpath("//head/title/text()")) or ""
    rests = [window.removeprefix(heading) for heading in headings if heading and window.startswith(heading)]
    return next((found["name"] for found in map(_AFTER.match, rests) if found), None)


def _title(tree: Any, linked: Linked, headings: list[str], outlet: str | None) -> str | None:
    window = tree.xpath("//head/title/text()")
    title = _first(linked.values("headline"), _meta(tree, *_TITLE_NAMES), headings, window)
    if title and outlet:
        name = re.escape(outlet)
        return re.sub(rf"\s+[|·•:–—-]\s+{name}$|^{name}\s*[|·•:–—-]\s+", "", title)
    return title


def _byline(tree: Any, linked: Linked, outlet: str | None) -> str | None:
    names = linked.names("author") or _meta(tree, *_AUTHOR_NAMES) or tree.xpath(_ITEM, name="author")
    marked = [_clean(element.text_content()) for element in tree.xpath(_BYLINE)]
    said = next((mark for mark in marked if 0 < len(mark) <= _LONGEST_BYLINE and mark.lower() != "by"), None)
    written = dict.fromkeys(name for name in map(_clean, names) if name and "://" not in name)
    if said and list(written) == [outlet]:
        # Linked data often names the outlet for want of somebody.
        written = {}
    byline = ", ".join(written) or said or ""
    return _BY.sub("", byline, count=1) if _BY.match(byline) else byline or None


def _date(tree: Any, linked: Linked, item: str, *names: str) -> str | None:
    return first_date(chain(linked.values(item), _meta(tree, *names), tree.xpath(_ITEM, name=item)))


def _meta(tree: Any, *names: str) -> list[str]:
    return [content for name in names for content in tree.xpath(_META, name=name)]


def _first(*candidates: Iterable[Any]) -> str | None:
    return next(filter(None, map(_clean, chain(*candidates))), None)


def _clean(value: Any) -> str:
    # Linked data often holds the entities of the markup around it.
    if not isinstance(value, str):
        return ""
    # Nor must half a character in a title cost the article.
    return " ".join(html.unescape(value).replace("\0", "").encode(errors="ignore").decode().split())
