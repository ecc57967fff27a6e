import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema

from sayso.exports.format1 import schema
from sayso.records import Act, Form, Kind

DOCS = Path(__file__).parents[2] / "docs"
READING = (DOCS / "reading.md").read_text(encoding="utf-8")


def example() -> dict[str, Any]:
    match = re.search(r"```json\n(.*?)```", READING, re.DOTALL)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


def spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and "start" in node:
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from spans(child)


def test_the_example_is_of_the_format() -> None:
    jsonschema.validate(example(), schema())


def test_the_example_is_pinned() -> None:
    text = example()["article"]["text"]
    assert len(list(spans(example()))) == 8
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans(example()))


def test_every_key_and_every_word_of_the_format_is_described() -> None:
    definitions = schema()["$defs"]
    keys = {key for name in ("article", "speaker", "statement") for key in definitions[name]["properties"]}
    for word in keys | set(Act) | set(Form) | set(Kind):
        assert f"`{word}`" in READING, word
