"""What mkdocs asks while it builds the site.

Puts the JSON Schemas of the package into their page, and leaves links to files of the project as words.
"""

import json
import re
from typing import Any

from sayso.exports import format1, whole

_PLACE = "<!-- schemas -->"


_OUT = re.compile(r"\[([^\]]+)\]\(\.\./[^)]+\)")


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put the schemas where a page asks for them. What lies outside the docs is no part of the site."""
    if _PLACE in markdown:
        return markdown.replace(_PLACE, _schemas())
    return markdown if "/" in page.file.src_uri else _OUT.sub(r"\1", markdown)


def _schemas() -> str:
    return "\n\n".join(_schema(schema) for schema in (format1.schema(), whole.schema(), whole.lines_schema()))


def _schema(schema: dict[str, Any]) -> str:
    parts = [f"## {schema['title']}", schema["description"]]
    parts += [_table(name, one) for name, one in schema["$defs"].items() if "properties" in one]
    parts.append(f"```json\n{json.dumps(schema, indent=2, ensure_ascii=False)}\n```")
    return "\n\n".join(parts)


def _table(name: str, one: dict[str, Any]) -> str:
    required = set(one.get("required", ()))
    rows = [
        f"| `{key}` | {_kind(value)} | {'yes' if key in required else ''} | {value.get('description', '')} |"
        for key, value in one["properties"].items()
    ]
    head = [f"### {name}", "", one.get("description", ""), "", "| key | value | always | |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return str(value["$ref"]).rpartition("/")[2]
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "oneOf" in value:
        return " or ".join(map(_kind, value["oneOf"]))
    kind = value.get("type", json.dumps(value.get("const", "")))
    return (
        f"list of {_kind(value['items'])}"
        if kind == "array"
        else " or ".join([kind] if isinstance(kind, str) else kind)
    )
