"""Every form of export, held against those who read it. Each check takes a view and a folder to write in."""

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from jsonschema import Draft202012Validator

from sayso.exports import formats, ftm, jsonld, webannotation, whole
from sayso.ledger.view import View
from tests.exports.reanchor import moved

HERE = Path(__file__).parent


def written(form: str, view: View, path: Path) -> Path:
    """A file in a form, with what lies beside it."""
    chosen = formats.FORMATS[form]
    with path.open("wb") as stream:
        formats.write(chosen, view, stream)
    if text := formats.beside(chosen, path.name):
        path.with_name(f"{path.name}-metadata.json").write_text(text, encoding="utf-8")
    return path


def json_form(view: View, folder: Path) -> None:
    _validator("whole").validate(json.loads("".join(whole.as_json(view))))


def jsonl(view: View, folder: Path) -> None:
    for line in whole.as_lines(view):
        _validator("lines").validate(json.loads(line))


def linked(view: View, folder: Path) -> None:
    """rdflib reads it without a net, and it has the shape that we say it has."""
    pyshacl, rdflib = pytest.importorskip("pyshacl"), pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data="".join(jsonld.as_graph(view)), format="json-ld")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=_shapes())
    assert conforms, text


def annotations(view: View, folder: Path) -> None:
    page = json.loads("".join(webannotation.as_page(view)))
    texts = {piece["article"]: piece for piece in json.loads("".join(whole.as_json(view)))["statements"]}
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == sum(len(stored.reading.statements) for stored in view.readings())
    assert texts or not page["items"]
    for item in page["items"]:
        _validator("annotation").validate(item)


def entities(view: View, folder: Path) -> None:
    """FollowTheMoney takes every entity, and leaves no value out."""
    model = follow_the_money()
    for line in ftm.as_entities(view):
        entity = json.loads(line)
        proxy = model.get_proxy(entity, cleaned=False)
        taken = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert taken == {name: sorted(values) for name, values in entity["properties"].items()}


def follow_the_money():  # type: ignore[no-untyped-def]
    try:
        from followthemoney import model
    except ImportError:
        missing = (
            "followthemoney is not installed (uv sync --group ftm, which needs libicu-dev); its tests are left out"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return model


CHECKS: dict[str, Callable[[View, Path], None]] = {
    "json": json_form,
    "jsonl": jsonl,
    "jsonld": linked,
    "webannotation": annotations,
    "ftm": entities,
}


def anchored(view: View, chosen: Random) -> tuple[int, int]:
    """How many of the spans are found again by their quote after an edit elsewhere in the text, of how many."""
    found = total = 0
    for stored in view.readings():
        text = stored.reading.article.text
        for statement in stored.reading.statements:
            for span in statement.content:
                found += moved(text, span, chosen)
                total += 1
    return found, total


@cache
def _validator(name: str) -> Draft202012Validator:
    schemas = {"whole": whole.schema, "lines": whole.lines_schema}
    own = HERE / "webannotation.schema.json"
    return Draft202012Validator(schemas[name]() if name in schemas else json.loads(own.read_text(encoding="utf-8")))


@cache
def _shapes():  # type: ignore[no-untyped-def]
    import rdflib

    return rdflib.Graph().parse(HERE / "shapes.ttl")
