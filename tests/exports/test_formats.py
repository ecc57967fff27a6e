import json
from random import Random

import pytest

from sayso.exports import ftm, jsonld, webannotation
from sayso.exports.anchors import selectors
from sayso.ledger.ledger import Ledger
from sayso.records import Span
from tests.exports import ledgers, validators
from tests.ledger import sample

WITH_CLAIMS = 7
"""A seed that makes a ledger with claims."""


@pytest.fixture
def view(tmp_path):
    with Ledger.open(tmp_path / "sayso.db", create=True) as ledger:
        ledger.add(sample.found(sample.article(published="2026-03-09")))
        with ledger.view() as view:
            yield view


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("form", validators.CHECKS)
def test_any_ledger_is_valid(tmp_path, form):
    for seed in range(4):
        with ledgers.fresh(tmp_path / "sayso.db") as ledger:
            ledgers.fill(ledger, Random(seed))
            with ledger.view() as view:
                validators.CHECKS[form](view, tmp_path)


def test_spans_are_found_again_by_their_quote(tmp_path):
    found = total = 0
    for seed in range(10):
        with ledgers.fresh(tmp_path / "sayso.db") as ledger:
            ledgers.fill(ledger, Random(seed))
            with ledger.view() as view:
                counts = validators.anchored(view, Random(seed))
        found, total = found + counts[0], total + counts[1]
    assert found >= 0.99 * total > 50


def test_equal_words_are_told_apart_by_more_around_them():
    text = "It said no. " * 10
    quote, position = selectors(text, Span("no", 80, 82))
    assert (position["start"], position["end"]) == (80, 82)
    assert len(quote["prefix"]) == 80
    assert text.count(quote["prefix"] + "no" + quote["suffix"]) == 1


def test_a_statement_is_an_annotation_of_its_words(view):
    annotation = json.loads("".join(webannotation.as_page(view)))["items"][0]
    assert annotation["id"] == "urn:sayso:statement:a1:0-38"
    assert [body.get("value", body.get("source")) for body in annotation["body"]] == [
        "Anna Brook",
        "urn:sayso:speaker:anna-brook",
        "says",
    ]
    target = annotation["target"][0]
    assert target["source"] == "https://clarion.example/call"
    assert target["selector"][0]["exact"] == '"There was no call at all that night,"'
    assert target["selector"][0]["suffix"] == ' said Anna Brook.\n\n"We heard not'
    assert target["selector"][1] == {"type": "TextPositionSelector", "start": 0, "end": 38}


def test_a_graph_says_who_said_what_where(view):
    graph = {node["id"]: node for node in json.loads("".join(jsonld.as_graph(view)))["@graph"]}
    statement = graph["urn:sayso:statement:a1:0-38"]
    assert statement["type"] == ["Quotation", "prov:Entity"]
    assert statement["creator"] == {"id": "urn:sayso:speaker:anna-brook"}
    assert graph["urn:sayso:speaker:anna-brook"]["type"] == ["Person", "prov:Agent"]
    assert graph[statement["isPartOf"]["id"]]["datePublished"] == "2026-03-09"


def test_an_entity_ties_an_article_to_who_said_it(view):
    entities = [json.loads(line) for line in ftm.as_entities(view)]
    by_id = {entity["id"]: entity for entity in entities}
    said = next(entity["properties"] for entity in entities if entity["schema"] == "Documentation")
    assert by_id[said["document"][0]]["properties"]["publisher"] == ["The Clarion"]
    assert by_id[said["entity"][0]]["properties"]["name"] == ["Anna Brook"]
    assert said["summary"] == ['"There was no call at all that night,"']


@pytest.mark.parametrize("form", ["jsonld", "ftm", "webannotation", "json", "csv", "atom", "jsonfeed"])
def test_no_form_gives_a_verdict(tmp_path, form):
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(WITH_CLAIMS))
        with ledger.view() as view:
            assert list(view.claims())
            text = validators.written(form, view, tmp_path / "out").read_text(encoding="utf-8")
    assert not [word for word in ("ClaimReview", "reviewRating", "ratingValue", "truth") if word in text]
