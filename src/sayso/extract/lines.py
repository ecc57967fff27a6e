"""Articles that are lines of JSON."""

import json
from typing import Any

from sayso.errors import BadLine, NotAnArticle
from sayso.extract.build import build
from sayso.extract.datasets import fill
from sayso.records import Article, Raw

_REQUIRED = ("url", "text")
_OPTIONAL = ("id", "publisher", "title", "byline", "published", "updated")


def article(raw: Raw, number: int) -> Article:
    """Read the article that line `number` of a file holds.

    Keys that the format does not know are passed over, but for the names that data sets have for those it knows.

    Raises `BadLine`.
    """
    try:
        line = _loads(raw.data)
        return build(
            raw.name,
            line["url"],
            line["text"],
            id=line["id"],
            outlet=line["publisher"],
            title=line["title"],
            byline=line["byline"],
            published=line["published"],
            updated=line["updated"],
        )
    except NotAnArticle as error:
        raise BadLine(raw.name, number, error.problem) from error
    except ValueError as error:
        raise BadLine(raw.name, number, str(error)) from error


def _loads(data: bytes) -> dict[str, Any]:
    """Read what a line says under each key of the format: a string, or None. Raises `ValueError` with what is wrong."""
    found = parse(data)
    if not isinstance(found, dict):
        raise ValueError("it is not a JSON object")
    found = fill(found)
    line = {key: found.get(key) for key in (*_REQUIRED, *_OPTIONAL)}
    for key, value in line.items():
        if not isinstance(value, str | None):
            raise ValueError(f'its "{key}" is not a string')
        if key in _REQUIRED and not value:
            raise ValueError(f'it has no "{key}"')
    # An empty string says as little as a missing key.
    return {key: value or None for key, value in line.items()}


def parse(data: bytes) -> Any:
    """Read one JSON value. Raises `ValueError` with what is wrong."""
    try:
        # Numbers are not looked at, and whole ones of thousands of digits are refused by `int`.
        return json.loads(data.decode("utf-8-sig"), parse_int=float)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"it is not UTF-8: byte {data[error.start]:#04x} at offset {error.start} does not belong there"
        ) from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON from column {error.pos + 1} on") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
