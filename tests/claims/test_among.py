"""What the model of matters is given, and what it makes of it."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from sayso.claims.among import PAIRS, TRAITS, at_once, given
from sayso.claims.build import Seen
from sayso.claims.look import Look
from sayso.claims.models import Models
from sayso.records import Act, Kind
from tests.claims.entries import article, entry

A1, A2 = (article(f"a{n}", f"Outlet {n}", f"2026-03-0{n}") for n in (1, 2))
SAID = [
    entry(A1, "Oona Tresk", "the link was cut"),
    entry(A1, "Pim Rosk", "no such thing was done", act=Act.DENIES),
    entry(A2, "officials", "41 fish were counted", kind=Kind.UNNAMED, via=("Tribune",)),
]


def seen(count):
    turned = np.linspace(0, 2, count)
    vectors = np.zeros((count, 384))
    vectors[:, 0], vectors[:, 1] = np.cos(turned), np.sin(turned)
    look = Look(vectors, np.tile([0.6, 0.2, 0.1, 0.1], (count, 1)))
    return Seen(look, look)


@drawn(st.integers(0, 40), st.integers(2, 12))
def test_each_two_are_looked_at_together_and_no_more_than_most_at_once(count, most):
    parts = list(at_once(count, most))
    assert all(len(part) <= most for part in parts)
    together = {pair for part in parts for pair in product(part, part)}
    assert together == set(product(range(count), range(count)))


def test_few_statements_are_looked_at_once():
    assert list(at_once(5, 6)) == [[0, 1, 2, 3, 4]]
    assert len(list(at_once(7, 6))) == len(list(combinations(range(3), 2)))


def test_the_model_is_given_numbers_for_each_two_and_for_each():
    pairs, traits = given(SAID, seen(3))
    assert (pairs.shape, pairs.dtype) == ((3, 3, PAIRS), np.float32)
    assert (traits.shape, traits.dtype) == ((3, TRAITS), np.float32)
    assert np.isfinite(pairs).all()
    assert np.isfinite(traits).all()


def test_another_act_moves_two_of_its_statements_traits_and_no_others():
    said = replace(SAID[0], statement=replace(SAID[0].statement, act=Act.CONFIRMS))
    before, after = given(SAID, seen(3))[1], given([said, *SAID[1:]], seen(3))[1]
    assert (before != after).sum(1).tolist() == [2, 0, 0]


@pytest.fixture(scope="module")
def models():
    return Models()


def test_the_order_of_statements_is_of_no_account(models):
    found = models.among(SAID, seen(3))
    look = seen(3).alone
    turned = Look(look.vectors[::-1], look.positions[::-1])
    other = models.among(SAID[::-1], Seen(turned, turned))
    np.testing.assert_allclose(other.likely, found.likely[::-1, ::-1], atol=1e-5)
    np.testing.assert_allclose(other.sides, found.sides[::-1], atol=1e-5)
    np.testing.assert_allclose(found.likely, found.likely.T)


def test_many_statements_are_looked_at_in_parts(models, monkeypatch):
    monkeypatch.setattr("sayso.claims.models.at_once", lambda count: at_once(count, 2))
    found = models.among(SAID, seen(3))
    assert found.likely.shape == (3, 3)
    assert ((found.likely > 0) & (found.likely < 1)).all()
    np.testing.assert_allclose(found.sides.sum(1), 1)


def test_nothing_is_made_of_nothing(models):
    found = models.among([], Seen(Look.at_nothing(), Look.at_nothing()))
    assert (found.likely.shape, found.sides.shape) == ((0, 0), (0, 3))
