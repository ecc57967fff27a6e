"""The linked data (JSON-LD) that a page carries about its article."""

import json
from collections.abc import Iterator
from typing import Any


class Linked:
    """What the linked data of a page says about the articles in it. `tree` is an lxml element."""

    def __init__(self, tree: Any) -> None:
        nodes = list(_nodes(tree))
        self._articles = [node for node in nodes if _is_article(node)]
        # A node that only refers to itself must not hide the one that it refers to.
        self._by_id = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}

    def values(self, key: str) -> list[Any]:
        """List what the articles have under `key`, the outermost article first."""
        return [article[key] for article in self._articles if key in article]

    def names(self, key: str) -> list[str]:
        """List the names of those who stand under `key`, in the first article that names any."""
        return next(filter(None, (self._names(value) for value in self.values(key))), [])

    def _names(self, value: Any) -> list[str]:
        found = []
        for one in value if isinstance(value, list) else [value]:
            node = self._by_id.get(str(one["@id"]), one) if isinstance(one, dict) and "@id" in one else one
            name = node.get("name") if isinstance(node, dict) else node
            if isinstance(name, str):
                found.append(name)
        return found


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Walk all objects in the linked data of a page, level by level."""
    left = [_parse(script) for script in tree.xpath('//script[@type="application/ld+json"]/text()')]
    for node in left:
        if isinstance(node, list):
            left += node
        elif isinstance(node, dict):
            left += (value for value in node.values() if isinstance(value, list | dict))
            yield node


def _is_article(node: dict[str, Any]) -> bool:
    kind = str(node.get("@type"))
    return "Article" in kind or "Posting" in kind


def _parse(script: str) -> Any:
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None
