"""Drafts of one sentence that state a claim as the gold of a story words it, and what rules must find in them.

Each claim that the earlier articles of a story have is stated, whatever its status, so that what is found where the gold
gives no reason for it counts as false.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from sayso.check.claiming import is_plural
from sayso.records import Article

CONTESTED = ("disputed", "denied")


def statements(folder: Path, early: Collection[Article]) -> Iterator[tuple[str, str, bool]]:
    """For each claim and rule: the rule, a draft, and whether it must find something in it."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    seen = {article.id for article in early}
    for key, claim in gold["claims"].items():
        rows = [row for row in gold["status"] if row["claim"] == key and row["after"] in seen]
        if rows:
            gloss, last = claim["gloss"].rstrip("."), rows[-1]
            unnamed = last["origins"] == 1 and _by_unnamed(gold, key, seen)
            lone = unnamed and not any(is_plural(name) for name in _affirming(gold, key, seen))
            yield "B001", f"{gloss}.", last["status"] in CONTESTED
            yield "D001", f"{gloss}.", last["status"] in CONTESTED or _denied(gold, key, seen)
            yield "E001", f"{gloss}.", last["status"] == "retracted"
            yield "B006", f"{gloss}.", unnamed
            yield "C005", f"{gloss}.", lone
            yield "B005", f"{gloss}, officials said.", lone


def _denied(gold: dict[str, Any], claim: str, seen: Collection[str]) -> bool:
    """Whether somebody named denied it and said nothing else of it since, whatever others made of it."""
    own = (s for s in gold["statements"] if s["article"] in seen and s["claim"] == claim)
    last = {statement["speaker"]: statement["stance"] for statement in own}
    named = (speaker for speaker in last if gold["speakers"][speaker]["kind"] != "unnamed")
    return any(last[speaker] == "denies" for speaker in named)


def _affirming(gold: dict[str, Any], claim: str, seen: Collection[str]) -> list[str]:
    own = (s for s in gold["statements"] if s["article"] in seen and s["claim"] == claim and s["stance"] == "affirms")
    return [gold["speakers"][statement["speaker"]]["name"] for statement in own]


def _by_unnamed(gold: dict[str, Any], claim: str, seen: Collection[str]) -> bool:
    own = [s for s in gold["statements"] if s["article"] in seen and s["claim"] == claim and s["stance"] == "affirms"]
    kinds = {gold["speakers"][statement["speaker"]]["kind"] for statement in own}
    return bool(own) and kinds <= {"unnamed", "outlet"}
