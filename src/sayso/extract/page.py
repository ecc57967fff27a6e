"""Articles that are web pages. Nothing is fetched: what a page links to stays where it is."""

import codecs
import logging
import re
from dataclasses import replace
from typing import Any

from trafilatura import bare_extraction, load_html

from sayso.errors import NotAnArticle
from sayso.extract.build import LONGEST, build
from sayso.extract.decode import decode_page
from sayso.extract.facts import canonical, facts
from sayso.extract.nesting import attributes, depth
from sayso.extract.paywall import cut_off, signs
from sayso.records import Article, Raw
from sayso.text import addresses

DEEPEST = 250
"""Elements that may be nested. What lies deeper the parser would drop without a word."""
MOST = 200_000
"""Elements that there may be in all."""
MOST_ATTRIBUTES = 20_000
"""Attributes that an element may have; the parser compares each with all before it."""

_NAME = rb"(?:iso-8859|windows-|koi8|gb|big5|euc|shift|us-ascii)[\w-]*"
_KNOWN = re.compile(_NAME, re.IGNORECASE)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*(%s)""" % _NAME, re.IGNORECASE)
_SENT = re.compile(r"""charset\s*=\s*["']?([a-z0-9_-]+)""", re.IGNORECASE | re.ASCII)
_DECLARED_WITHIN = 4096
# So do browsers read them.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
# Pictures within the page, above all: the parser takes seconds for megabytes of them, and more than once.
_NO_WORD = re.compile(r"[A-Za-z0-9+/=%_-]{20000,}+")
_SAYS_WHAT_IT_IS = re.compile(r"\s*<(?:!doctype )?html\b", re.IGNORECASE)
_SENTENCE = re.compile(r"""[\w"”’»')\]][.!?…。！？।؟]+["”’»')\]]*(?:\s|$)""")

_LONGEST_CELL = 400
_INLINE = (
    "//a | //abbr | //b | //cite | //em | //font | //i | //mark | //q | //s | //span | //strong | //sub | //sup | //u"
)
_TEXT = "//text()[not(parent::script or parent::style)]"

# What they warn of is in an error of ours, or of no use to a reader.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def article(raw: Raw) -> Article:
    """Read the article on a page: its main text, a blank line between paragraphs, and what the page says about it.

    Raises `NotText` or `NotAnArticle`.
    """
    markup = decode_page(raw.data, raw.name, otherwise=_declared(raw)).removeprefix("\ufeff")
    if not markup.strip():
        return build(raw.name, raw.url, markup)
    nested = depth(markup)
    if nested > DEEPEST:
        raise NotAnArticle(
            raw.name, f"its markup is nested {nested:,} deep, deeper than any article (at most {DEEPEST})"
        )
    crowded = attributes(markup)
    if crowded > MOST_ATTRIBUTES:
        raise NotAnArticle(
            raw.name, f"an element has {crowded:,} attributes, more than any article (at most {MOST_ATTRIBUTES:,})"
        )
    tree = _parse(_NO_WORD.sub("", markup))
    problem = _problem(tree)
    if problem:
        raise NotAnArticle(raw.name, problem)
    known = facts(tree)
    paywall, others = signs(tree), [*raw.addresses, *canonical(tree, raw.url)]
    text = _main_text(tree)
    if not text:
        raise NotAnArticle(raw.name, "there is no article on this page")
    article = build(raw.name, _plainest(raw.url, others), _body(text, known["title"]), **known)
    unread = "not all of it is there: the rest must be paid for" if cut_off(paywall, article.text) else article.unread
    kept = tuple(url for url in dict.fromkeys([raw.url, *others]) if url != article.url)
    return replace(article, addresses=kept, unread=unread)


def _parse(markup: str) -> Any:
    # Markup that does not begin by saying what it is would be taken for a fragment, or for no page at all.
    return load_html(markup if _SAYS_WHAT_IT_IS.match(markup) else f"<!doctype html>\n{markup}")


def _problem(tree: Any) -> str | None:
    """Tell what speaks against looking for an article in `tree`, which takes minutes where there is too much of it."""
    if tree is None:
        return "there is no article on this page"
    length = sum(len(text.strip()) for text in tree.xpath(_TEXT))
    if length > LONGEST:
        return f"it has {length:,} characters of text, more than any article (at most {LONGEST:,})"
    elements = int(tree.xpath("count(//*)"))
    if elements > MOST:
        return f"it has {elements:,} elements, more than any article (at most {MOST:,})"
    return None


def _main_text(tree: Any) -> str:
    """Find the main text on a page, one paragraph a line; nothing where there is no sentence in it. Changes `tree`."""
    text = _extract(tree, favor_precision=True)
    if not text:
        # What is looser takes each element for a line of its own, also one within a sentence.
        for element in tree.xpath(_INLINE):
            element.drop_tag()
        text = _extract(tree, favor_precision=False)
    return text


def _extract(tree: Any, *, favor_precision: bool) -> str:
    # A table with whole paragraphs in its cells lays out the page; its rows are none.
    tables = not tree.xpath(f"boolean(//td[string-length(normalize-space()) > {_LONGEST_CELL}])")
    page: Any = bare_extraction(tree, favor_precision=favor_precision, include_comments=False, include_tables=tables)
    return page.text if page and _SENTENCE.search(page.text or "") else ""


def _body(text: str, title: str | None) -> str:
    """Keep the paragraphs of `text` without the title that often stands first among them."""
    lines = [line for line in map(_line, text.splitlines()) if line]
    if title and len(lines) > 1 and lines[0].split() == title.split():
        del lines[0]
    return "\n\n".join(lines)


def _plainest(url: str, others: list[str]) -> str:
    """Take the address that the page itself gives, where it differs from `url` in nothing but how one came by it."""
    return next((other for other in reversed(others) if addresses.key(other) == addresses.key(url)), url)


def _line(line: str) -> str:
    """Take the frame off a row of a table, and the row away that is nothing but frame."""
    line = line.strip()
    if not line.startswith("|"):
        return line
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return " | ".join(cell for cell in cells if cell.strip("-:"))


def _declared(raw: Raw) -> str | None:
    """Look up the encoding that a page claims to be in, or its sender claims, when it is a known one besides UTF-8."""
    match = _DECLARED.search(raw.data, 0, _DECLARED_WITHIN)
    sent = _SENT.search(dict(raw.headers).get("content-type", ""))
    claimed = sent[1].encode() if sent else match[1] if match else b""
    if not _KNOWN.fullmatch(claimed):
        return None
    try:
        name = codecs.lookup(claimed.decode()).name
    except LookupError:
        return None
    return _READ_AS.get(name, name)
