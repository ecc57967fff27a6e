"""What is scored: a whole ledger (`sayso export --format json`) or readings (`sayso read --jsonl`), in format 1."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import SourceError
from sayso.score.gold import Story, document, lines

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of one or more stories, from one file. `claims` is `None` where the file cannot have any."""

    name: str
    articles: tuple[Row, ...]
    speakers: Mapping[str, Row]
    statements: tuple[Row, ...]
    claims: tuple[Row, ...] | None


def found_for(story: Story, place: Path) -> Found:
    """What `place` has of a story: a file that holds it, or a folder with `NAME.json` or `NAME.jsonl`."""
    if not place.is_dir():
        return found(place)
    for ending in (".json", ".jsonl"):
        path = place / (story.name + ending)
        if path.exists():
            return found(path)
    raise SourceError(str(place), f"there is no {story.name}.json or {story.name}.jsonl in it")


def found(path: Path) -> Found:
    """What a file has. Raises `SourceError`."""
    try:
        return _ledger(path) if path.suffix == ".json" else _readings(path)
    except (KeyError, TypeError) as error:
        raise SourceError(str(path), f"it is neither an export nor readings in format 1 (lacks {error})") from error


def _ledger(path: Path) -> Found:
    whole = document(path)
    return Found(
        str(path),
        tuple(whole["articles"]),
        _by_id(whole["speakers"]),
        tuple(whole["statements"]),
        tuple(whole["claims"]),
    )


def _readings(path: Path) -> Found:
    rows = lines(path)
    speakers: dict[str, Row] = {}
    statements: list[Row] = []
    for row in rows:
        article = row["article"]["id"]
        speakers |= {_key(article, speaker["id"]): speaker for speaker in row["speakers"]}
        statements += [_placed(article, one) for one in row["statements"]]
    return Found(str(path), tuple(row["article"] for row in rows), speakers, tuple(statements), None)


def _placed(article: str, one: Row) -> Row:
    via = [_key(article, key) for key in one["via"]]
    keys = {"id": _key(article, one["id"]), "speaker": _key(article, one["speaker"])}
    return {**one, **keys, "article": article, "via": via}


def _key(article: str, local: str) -> str:
    """The key of a speaker or statement of one reading among those of several."""
    return json.dumps([article, local])


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}


def versions(article: Row, articles: Sequence[Row]) -> set[str]:
    """The ids of those of `articles` that are this gold article: the same address and the same text."""
    key = (article["url"], article["text"].strip())
    return {one["id"] for one in articles if (one["url"], one["text"].strip()) == key}
