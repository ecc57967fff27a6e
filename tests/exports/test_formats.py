import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from random import Random

import lxml.html
import pytest

from sayso.exports import board, ftm, jsonld, webannotation
from sayso.exports.anchors import selectors
from sayso.ledger.ledger import Ledger
from sayso.records import Span
from sayso.text.visible import visible
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


@pytest.mark.parametrize("form", ["jsonld", "ftm", "webannotation", "json", "csv", "atom", "jsonfeed", "html"])
def test_no_form_gives_a_verdict(tmp_path, form):
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(WITH_CLAIMS))
        with ledger.view() as view:
            assert list(view.claims())
            text = validators.written(form, view, tmp_path / "out").read_text(encoding="utf-8")
    assert not [word for word in ("ClaimReview", "reviewRating", "ratingValue", "truth") if word in text]


def test_a_page_shows_who_is_for_and_against(tmp_path):
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(WITH_CLAIMS))
        with ledger.view() as view:
            claim = next(view.claims())
            tree = lxml.html.document_fromstring(board.of_claim(claim, view))
    assert tree.xpath("string(//h2)") == visible(claim.gloss)
    assert len(tree.xpath("//section//li")) == len(claim.positions)
    assert tree.xpath("string(//article/@data-status)") == claim.now.status
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_datasette_opens_the_tables(tmp_path):
    datasette = pytest.importorskip("datasette.app")
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(WITH_CLAIMS))
        with ledger.view() as view:
            path = validators.written("sqlite", view, tmp_path / "said.db")
            claims = len(list(view.claims()))
    described = json.loads((tmp_path / "said.db-metadata.json").read_text(encoding="utf-8"))
    served = datasette.Datasette([str(path)], metadata=described)

    async def asked():
        await served.invoke_startup()
        pages = [await served.client.get(f"/said/{name}") for name in described["databases"]["said"]["tables"]]
        return pages, (await served.client.get("/said/claims.json?_facet=status")).json()

    with ThreadPoolExecutor(1) as apart:  # a browser that tests before this drove may hold the loop of this thread
        pages, found = apart.submit(lambda: asyncio.run(asked())).result()
    assert [one.status_code for one in pages] == [200] * len(pages)
    assert len(found["rows"]) == claims
    assert "status" in found["facet_results"]


def test_an_entity_has_no_name_that_is_none(tmp_path):
    """A ledger on which FollowTheMoney once left a name out, and another on which it joined the lines of one."""
    for seed in (23, 50):
        with ledgers.fresh(tmp_path / "sayso.db") as ledger:
            ledgers.fill(ledger, Random(seed))
            with ledger.view() as view:
                names = [
                    name for row in ftm.as_entities(view) for name in json.loads(row)["properties"].get("name", ())
                ]
        assert names
        assert all(any(map(str.isalnum, name)) and "\n" not in name for name in names)
