"""What a decision is about, in words."""

from collections.abc import Mapping
from typing import Any

_NAMED = 3


def about(kind: str, data: Mapping[str, Any]) -> str:
    """What a decision of this kind settles: the ids and names that it is about."""
    if kind == "undo":
        return f"{data['kind']} {about(data['kind'], data['data'])}"
    if kind == "merge":
        return f"{', '.join(data['speakers'])} into {data['into']}"
    if kind == "split":
        return f"{data['speaker']} in {', '.join(data['articles'])}"
    if kind == "rename":
        return f"{data['speaker']} to “{data['name']}”"
    if kind == "verdict":
        verdict = data["verdict"]
        return f"“{verdict['rating']}” of {verdict['author']} on “{verdict['claim']}”"
    more = len(data["statements"]) - _NAMED
    return ", ".join(data["statements"][:_NAMED]) + (f" and {more} more" if more > 0 else "")
