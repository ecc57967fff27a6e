from dataclasses import replace

import pytest
from sqlalchemy import inspect

from sayso.errors import NoLedger, NotALedger
from sayso.ledger import migrate, schema, write
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import New
from sayso.records import Made, Raw
from tests.ledger import sample


def readings(ledger):
    with ledger.view() as view:
        return list(view.readings())


def speakers(ledger):
    with ledger.view() as view:
        return list(view.speakers())


def test_what_goes_in_comes_out(ledger):
    found = sample.found(sample.article(title="No call", published="2026-03-09T16:00:00+01:00"))
    assert ledger.add(found).new is New.ARTICLE
    (stored,) = readings(ledger)
    assert stored.reading.article == found.reading.article
    assert stored.reading.speakers == found.reading.speakers
    assert [s.content for s in stored.reading.statements] == [s.content for s in found.reading.statements]
    assert [s.id for s in stored.reading.statements] == ["a1:0-38", "a1:57-82"]
    assert (stored.version, stored.at, stored.made.model) == (1, "2026-03-09T15:00:00Z", "fake_v1_0")
    assert stored.speakers == {"p1": "anna-brook", "p2": "tom-reed"}


@pytest.mark.parametrize("url", ["https://clarion.example/call", "http://www.clarion.example/call/?utm_source=x#top"])
def test_same_text_at_same_address_adds_nothing(ledger, url):
    ledger.add(sample.found())
    assert ledger.add(sample.found(sample.article(url=url))).new is New.NOTHING
    assert ledger.holds(sample.article(url=url)).id == "a1"
    assert len(list(readings(ledger))) == 1


def test_changed_text_is_a_version(ledger):
    ledger.add(sample.found(sample.article(published="2026-03-09", updated="2026-03-10")))
    later = sample.article(sample.TEXT + "\n\nIt rained.", id="a0", published="2026-03-09")
    assert ledger.add(sample.found(later)).new is New.VERSION
    assert [(s.reading.article.id, s.version) for s in readings(ledger)] == [("a1", 2), ("a0", 1)]


def test_same_text_at_another_address_is_another_article(ledger):
    ledger.add(sample.found())
    added = ledger.add(sample.found(sample.article(url="https://tribune.example/call")))
    assert added.new is New.ARTICLE
    assert added.id.startswith("a1-")


def test_addresses_that_are_said_to_lead_to_it_do(ledger):
    ledger.add(sample.found(sample.article(addresses=("https://clarion.example/2026/call-long",))))
    assert ledger.holds(sample.article(url="https://clarion.example/2026/call-long")).id == "a1"


def test_another_model_supersedes(ledger):
    ledger.add(sample.found())
    assert ledger.add(sample.found(made=Made("fake_v2_0", "0.1.0"))).new is New.READING
    (stored,) = readings(ledger)
    assert stored.made.model == "fake_v2_0"
    assert [s.id for s in stored.reading.statements] == ["a1:0-38", "a1:57-82"]
    assert stored.speakers == {"p1": "anna-brook", "p2": "tom-reed"}
    with ledger.writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM statements").scalar() == 4


def test_one_name_in_two_articles_is_one_speaker(ledger):
    ledger.add(sample.found())
    ledger.add(sample.found(sample.article('"Nobody rang us," said Anna Brook.', id="b", url="https://b.example/")))
    assert [(s.id, s.name) for s in speakers(ledger)] == [("anna-brook", "Anna Brook"), ("tom-reed", "Tom Reed")]


def test_reopened_it_is_the_same(ledger, where):
    ledger.add(sample.found())
    before = readings(ledger)
    with Ledger.open(where) as again:
        assert readings(again) == before


def test_there_must_be_one_to_open(where):
    with pytest.raises(NoLedger):
        Ledger.open(where)


def test_later_version_is_refused(ledger, where):
    with ledger.writing() as connection:
        connection.exec_driver_sql("INSERT INTO migrations (number, name, ran_at) VALUES (9999, 'x', 'x')")
    with pytest.raises(NotALedger, match="later version of sayso"):
        Ledger.open(where)


def test_failed_transaction_leaves_no_trace(ledger):
    def fail():
        with ledger.writing() as connection:
            write.add(connection, sample.found())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert readings(ledger) == []


def test_tables_are_as_the_code_sees_them(ledger):
    with ledger.writing() as connection:
        for table in schema.metadata.sorted_tables:
            found = {column["name"] for column in inspect(connection).get_columns(table.name)}
            assert found - {"vector", "title_vector"} == {column.name for column in table.columns}


def test_steps_are_numbered_without_gaps():
    assert [step.number for step in migrate.steps()] == list(range(1, migrate.latest() + 1))


def test_what_was_fetched_stays_as_it_came(ledger):
    raw = Raw(
        "https://clarion.example/call",
        "call",
        b"\x00\xff<p>",
        fetched="2026-03-09T16:00:00Z",
        headers=(("ETag", '"1"'),),
    )
    ledger.add(replace(sample.found(), raw=raw))
    with ledger.view() as view:
        (stored,) = view.log()
    assert stored.raw == raw
