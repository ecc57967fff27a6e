import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.exports import format1, whole
from sayso.extract import readings
from sayso.ledger.ledger import Ledger
from sayso.records import Raw
from tests.exports import ledgers, roundtrip
from tests.ledger import sample

VALIDATOR = Draft202012Validator(whole.schema())
LINES = Draft202012Validator(whole.lines_schema())


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "sayso.db", create=True) as ledger:
        yield ledger


def as_json(ledger):
    with ledger.view() as view:
        return "".join(whole.as_json(view))


def as_lines(ledger):
    with ledger.view() as view:
        return list(whole.as_lines(view))


def test_schemas_agree_on_what_they_share():
    one, all_ = format1.schema()["$defs"], whole.schema()["$defs"]
    for name in ("credit", "note", "span", "said", "offset"):
        assert all_[name] == one[name]
    for name in ("article", "statement"):
        assert one[name]["properties"].items() <= all_[name]["properties"].items()


def test_empty_ledger_is_valid(ledger):
    VALIDATOR.validate(json.loads(as_json(ledger)))


def test_statements_name_their_article_and_the_ledgers_speakers(ledger):
    ledger.add(sample.found())
    ledger.add(sample.found(sample.article('"Nobody rang us," said Anna Brook.', id="b", url="https://b.example/")))
    exported = json.loads(as_json(ledger))
    VALIDATOR.validate(exported)
    assert [(s["article"], s["speaker"]) for s in exported["statements"]] == [
        ("a1", "anna-brook"),
        ("a1", "tom-reed"),
        ("b", "anna-brook"),
    ]
    assert [speaker["id"] for speaker in exported["speakers"]] == ["anna-brook", "tom-reed"]
    assert [(a["id"], a["version"], a["addresses"]) for a in exported["articles"]] == [("a1", 1, []), ("b", 1, [])]


def test_the_same_ledger_can_be_made_from_its_lines(ledger, tmp_path):
    ledger.add(sample.found(sample.article(published="2026-03-09", addresses=("https://clarion.example/2",))))
    ledger.add(sample.found(sample.article(sample.TEXT + "\n\nIt rained.", id="a2", published="2026-03-10")))
    lines = as_lines(ledger)
    with Ledger.open(tmp_path / "copy.db", create=True) as copy:
        for number, line in enumerate(lines, 1):
            copy.add(readings.found(Raw("file:///x", "x", line.encode()), number))
        assert as_lines(copy) == lines
        assert as_json(copy) == as_json(ledger)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_any_ledger_is_the_same_again_from_its_lines(tmp_path, chosen):
    first, second = roundtrip.of_random(tmp_path, chosen)
    assert second == first


@pytest.mark.parametrize("seed", range(5))
def test_any_ledger_is_valid(tmp_path, seed):
    with ledgers.fresh(tmp_path / "any.db") as ledger:
        ledgers.fill(ledger, Random(seed))
        VALIDATOR.validate(json.loads(as_json(ledger)))
        for line in as_lines(ledger):
            LINES.validate(json.loads(line))


def test_other_addresses_come_back_in_their_order(ledger, tmp_path):
    ledger.add(sample.found(sample.article(addresses=("https://clarion.example/3", "https://clarion.example/2"))))
    lines = as_lines(ledger)
    assert json.loads(lines[0])["article"]["addresses"] == ["https://clarion.example/3", "https://clarion.example/2"]
    assert roundtrip.again(tmp_path / "copy.db", lines) == lines
