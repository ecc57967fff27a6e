"""Verdicts of others: the ClaimReview of schema.org, as a file of JSON or in a page."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from sayso.errors import NotAVerdict
from sayso.extract.decode import decode_page
from sayso.records import Raw, Verdict

_WITHIN = ("@graph", "dataFeedElement", "item", "claims", "mainEntity")


def verdicts(raw: Raw) -> list[Verdict]:
    """All verdicts in `raw`. Raises `NotAVerdict` when there is none with an author, a rating and what it is about."""
    text = decode_page(raw.data, raw.name)
    found = [verdict for node in _nodes(_values(text)) if (verdict := _verdict(node))]
    if not found:
        raise NotAVerdict(raw.name, "there is no ClaimReview in it that names its author, its rating and the claim")
    return found


def _values(text: str) -> list[Any]:
    """What a file of JSON holds, or the linked data of a page."""
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return _parsed(text.lstrip("\ufeff"))
    scripts = html.document_fromstring(text).xpath('//script[@type="application/ld+json"]/text()')
    return [value for script in scripts for value in _parsed(script)]


def _parsed(text: str) -> list[Any]:
    try:
        return [json.loads(text)]
    except (ValueError, RecursionError):
        return []


def _nodes(values: list[Any]) -> Iterator[dict[str, Any]]:
    left = list(values)
    for value in left:
        if isinstance(value, list):
            left += value
        elif isinstance(value, dict):
            left += [value[key] for key in _WITHIN if isinstance(value.get(key), dict | list)]
            yield value


def _verdict(node: dict[str, Any]) -> Verdict | None:
    kinds = node.get("@type") or node.get("type")
    if "ClaimReview" not in (kinds if isinstance(kinds, list) else [kinds]):
        return None
    author, rating = _name(node.get("author")), _rating(node.get("reviewRating"))
    claim = _text(node.get("claimReviewed"))
    if not (author and rating and claim):
        return None
    return Verdict(author, rating, claim, _text(node.get("url")), _text(node.get("datePublished")))


def _rating(value: Any) -> str | None:
    """The rating in the words of who gave it; a number alone, with what it may range to."""
    if not isinstance(value, dict):
        return _text(value)
    words = _text(value.get("alternateName")) or _text(value.get("name"))
    number, best = value.get("ratingValue"), value.get("bestRating")
    return words or (f"{number} of {best}" if number is not None and best is not None else None)


def _name(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return _text(first.get("name")) if isinstance(first, dict) else _text(first)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
