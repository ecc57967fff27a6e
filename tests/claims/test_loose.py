"""Which affirmations are shown to be of a source of their own."""

import pytest

from sayso.claims.loose import loosely
from tests.claims.entries import article, entry

ARTICLES = [article(f"a{n}", f"Outlet {n}") for n in range(4)]


def is_loose(who, *likely):
    said = [entry(where, who) for where in ARTICLES[: len(likely)]]
    keys = [one.statement.id for one in said]
    found = loosely(said, dict(zip(keys, likely, strict=True)), 0.33)
    assert found in (set(), set(keys))
    return bool(found)


@pytest.mark.parametrize(("likely", "wanted"), [((0.4,), False), ((0.2,), True), ((0.2, 0.34), False)])
def test_a_source_is_shown_by_one_firm_statement(likely, wanted):
    assert is_loose("officials", likely[0]) is (likely[0] < 0.33)
    assert is_loose("Pim Rosk", *likely) is wanted


@pytest.mark.parametrize(("likely", "wanted"), [((0.3, 0.3), True), ((0.2, 0.2, 0.2), False), ((0.1, 0.1, 0.1), True)])
def test_a_named_person_is_shown_by_three_articles(likely, wanted):
    assert is_loose("Pim Rosk", *likely) is wanted


def test_what_unnamed_sources_say_in_three_articles_is_as_loose_as_before():
    said = [entry(where, "officials", via=("Tribune",)) for where in ARTICLES[:3]]
    keys = [one.statement.id for one in said]
    assert loosely(said, dict.fromkeys(keys, 0.3), 0.33) == set(keys)


def test_an_outlet_is_shown_by_three_articles_that_credit_it_or_its_source():
    said = [
        entry(ARTICLES[0], "Tribune"),
        entry(ARTICLES[1], "Tribune"),
        entry(ARTICLES[2], "officials", via=("Tribune",)),
    ]
    assert loosely(said, dict.fromkeys((one.statement.id for one in said), 0.2), 0.33) == set()
    assert len(loosely(said[:2], dict.fromkeys((one.statement.id for one in said[:2]), 0.3), 0.33)) == 2


def test_a_firm_statement_shows_all_of_its_source():
    said = [entry(ARTICLES[0], "officials", "one"), entry(ARTICLES[0], "officials", "two")]
    assert loosely(said, {said[0].statement.id: 0.1, said[1].statement.id: 0.5}, 0.33) == set()
