"""Which found statement is which gold one, and whether their speakers are the same."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

SHARED = 0.5
"""Share of the characters of two contents that both must have (Jaccard)."""


def pairs(gold: Sequence[Row], found: Sequence[Row], text: str) -> list[tuple[int, int]]:
    """Places of statements of one article that belong together, each in one pair, those that share most first."""
    ours = [_of_words(text, row["content"]) for row in gold]
    theirs = [_of_spans(row["content"]) for row in found]
    near = sorted(
        (
            (len(one & other) / len(one | other), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if one & other
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    for share, i, j in near:
        if share >= SHARED and i not in out and j not in out.values():
            out[i] = j
    return list(out.items())


def _of_words(text: str, pieces: Iterable[str]) -> set[int]:
    places: set[int] = set()
    for piece in pieces:
        at = text.find(piece)
        places.update(range(at, at + len(piece)))
    return places


def _of_spans(pieces: Iterable[Row]) -> set[int]:
    return {place for piece in pieces for place in range(piece["start"], piece["end"])}


def same_speaker(gold: Row, found: Row | None) -> bool:
    """Whether a found speaker is the gold one: by name or alias; one without a name by a shared word."""
    if found is None:
        return False
    if gold["kind"] == "unnamed":
        shared = set(plain(gold["name"]).split()) & set(plain(found["name"]).split())
        return bool(found["kind"] == "unnamed" and (gold["name"].startswith("(") or shared))
    return plain(found["name"]) in {plain(name) for name in (gold["name"], *gold.get("aliases", ()))}


def plain(name: str) -> str:
    """A name without case, accents, marks and its article."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"^(?:the|an?)\s+|'s\b|[^\w\s]", " ", bare).split())
