"""No query goes through a whole table that grows with the ledger."""

import re

import pytest
from sqlalchemy import event

from sayso.grouping import Grouping
from sayso.ledger.ledger import Ledger
from tests.claims.stand_ins import Models
from tests.ledger.sample import article, found

SMALL = {"merges", "decisions", "migrations"}
# An index that is made for one query takes a walk through the whole table, too.
WHOLE = re.compile(r"SCAN (\w+)$|SEARCH (\w+) USING AUTOMATIC")
# Nearly all claims stand.
MOST = re.compile(r"SEARCH (\w+) USING .*\(live=\?\)$")


@pytest.fixture
def scans(tmp_path):
    """Which tables have been gone through since."""
    with Ledger.open(tmp_path / "sayso.db", create=True) as ledger:
        ledger.add(found())
        scans, walks = [], []

        def explain(connection, cursor, statement, parameters, context, many):
            if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE")) and not many:
                plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
                scans.extend(match[1] or match[2] for row in plan if (match := WHOLE.match(row[3])))
                walks.extend(match[1] for row in plan if (match := MOST.match(row[3])))

        event.listen(ledger._engine, "before_cursor_execute", explain)
        yield ledger, scans, walks


def test_adding(scans):
    ledger, scanned, _ = scans
    later = article(
        '"There was no call at all that night," said Mr Brook. "Yes," said Tom Reed.', id="b", url="https://b.example/"
    )
    ledger.holds(later)
    ledger.add(found(later))
    ledger.add(found(article('"No," said Tom Reed.', id="a2")))
    assert set(scanned) <= SMALL


def test_grouping(scans):
    ledger, scanned, _ = scans
    grouping = Grouping(ledger, Models())
    list(grouping.catch_up())
    again = article('"There was no call," said Mr Brook. "Yes," said Tom Reed.', id="b", url="https://b.example/")
    ledger.add(found(again))
    scanned.clear()
    assert list(grouping.catch_up()) == [1, 1]
    assert set(scanned) <= SMALL


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: view.who("Anna Brook"),
        lambda view: view.search("call"),
        lambda view: view.versions("https://clarion.example/call"),
        lambda view: view.document("a1"),
        lambda view: view.numbers(["a1"]),
        lambda view: view.board(),
        lambda view: view.board(status="disputed"),
        lambda view: view.counts(),
        lambda view: view.claim("c1"),
        lambda view: view.beside("c1"),
        lambda view: view.newest(),
        lambda view: view.pulse(),
        lambda view: view.board(speaker="anna-brook", after=("2026", 1)),
        lambda view: view.board(outlet="The Clarion"),
        lambda view: view.carried(["c1"]),
        lambda view: view.outlets(),
        lambda view: view.holding(["a1:0-5"]),
        lambda view: view.said("anna-brook"),
        lambda view: view.statements(["a1:0-5"]),
        lambda view: view.heads(["a1"]),
        lambda view: view.speakers_by_ids(["anna-brook"]),
    ],
)
def test_asking(scans, ask):
    ledger, scanned, _ = scans
    with ledger.view() as view:
        ask(view)
    assert set(scanned) <= SMALL


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: view.claim("c1"),
        lambda view: view.beside("c1"),
        lambda view: view.carried(["c1"]),
        lambda view: view.holding(["a1:0-5", "a1:7-9"]),
        lambda view: view.claims_by_ids(["c1", "c2"]),
        lambda view: view.board(speaker="anna-brook", status="disputed"),
        lambda view: view.board(outlet="The Clarion"),
    ],
)
def test_looking_claims_up(scans, ask):
    ledger, _, walked = scans
    with ledger.view() as view:
        ask(view)
    assert walked == []
