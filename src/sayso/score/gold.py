"""Gold stories: what is in a story's `articles.jsonl` and `gold.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import BadLine, MissingSource, SourceError

ARTICLES, GOLD = "articles.jsonl", "gold.json"
_PARTS = ("speakers", "claims", "statements", "status")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its articles by id, oldest first, and its gold."""

    name: str
    articles: Mapping[str, Row]
    speakers: Mapping[str, Row]
    claims: Mapping[str, Row]
    statements: tuple[Row, ...]
    status: tuple[Row, ...]


def stories(place: Path) -> list[Story]:
    """The story in a folder, or all stories in the folders below it, by name. Raises `SourceError`."""
    if not place.exists():
        raise MissingSource(str(place), "there is no such folder")
    folders = sorted({path.parent for path in place.rglob(GOLD)})
    if not folders:
        raise SourceError(str(place), f"there is no {GOLD} in it, nor in a folder below it")
    return [_story(folder) for folder in folders]


def _story(folder: Path) -> Story:
    gold = document(folder / GOLD)
    lacking = [part for part in _PARTS if part not in gold]
    if lacking:
        raise SourceError(str(folder / GOLD), f"it lacks {', '.join(lacking)}")
    articles = {row["id"]: row for row in lines(folder / ARTICLES)}
    unknown = {row["article"] for row in gold["statements"]} - set(articles)
    if unknown:
        raise SourceError(str(folder / GOLD), f"it has statements of articles that are not there: {sorted(unknown)}")
    return Story(
        folder.name, articles, gold["speakers"], gold["claims"], tuple(gold["statements"]), tuple(gold["status"])
    )


def document(path: Path) -> dict[str, Any]:
    """The JSON object in a file. Raises `SourceError`."""
    try:
        found = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise SourceError(str(path), f"it is not JSON ({error})") from error
    if not isinstance(found, dict):
        raise SourceError(str(path), "it is not a JSON object")
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects in a file, one a line. Raises `BadLine` and `SourceError`."""
    rows = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadLine(str(path), number, f"it is not JSON ({error})") from error
        if not isinstance(row, dict):
            raise BadLine(str(path), number, "it is not a JSON object")
        rows.append(row)
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingSource(str(path), "there is no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), f"it cannot be read ({error})") from error
