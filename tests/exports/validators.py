"""Every form of export, held against those who read it. Each check takes a view and a folder to write in."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random

import lxml.html
import pytest
from jsonschema import Draft202012Validator

from sayso.exports import board, formats, ftm, jsonld, webannotation, whole
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


def table(view: View, folder: Path) -> None:
    """The tools of CSV on the Web find every cell to be what the metadata say, and as many rows as statements."""
    csvw = pytest.importorskip("csvw")
    path = written("csv", view, folder / "said.csv")
    read = csvw.CSVW(str(path.with_name("said.csv-metadata.json")), validate=True)
    assert read.is_valid, read.warnings
    assert len(list(read.tables[0])) == sum(len(stored.reading.statements) for stored in view.readings())


def database(view: View, folder: Path) -> None:
    path = written("sqlite", view, folder / "tables.db")
    counts = [len(list(view.claims())), sum(len(claim.positions) for claim in view.claims())]
    with closing(sqlite3.connect(path)) as made:
        assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        assert [
            made.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("claims", "positions")
        ] == counts
        made.execute("SELECT * FROM who_said_what").fetchall()
        assert made.execute("SELECT count(*) FROM who_is_for_and_against").fetchone()[0] == counts[1]


def page(view: View, folder: Path) -> None:
    """A parser finds what is shown, and nothing that runs, leads astray or is fetched."""
    tree = lxml.html.document_fromstring("".join(board.as_page(view)))
    assert len(tree.xpath("//article")) == len(list(view.claims()))
    assert not tree.xpath("//script | //iframe | //object | //link | //b/b | //@onerror | //@onclick | //@style")
    assert all(link.startswith(("https://", "http://")) for link in tree.xpath("//@href"))
    assert all(picture.startswith("data:image/svg+xml;base64,") for picture in tree.xpath("//@src"))


CHECKS: dict[str, Callable[[View, Path], None]] = {
    "json": json_form,
    "jsonl": jsonl,
    "jsonld": linked,
    "webannotation": annotations,
    "ftm": entities,
    "csv": table,
    "sqlite": database,
    "html": page,
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
