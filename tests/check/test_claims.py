"""The rules on claims: their tables, read by the real reader and checked against the claims of `claims.toml`."""

import pytest

from sayso.check.check import findings
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.core import Sayso
from sayso.extract.build import build
from tests.check.claims import known
from tests.check.tables import table

RULES = ("B001", "B002", "B005", "B006", "C005", "D001", "E001", "E002")


@pytest.fixture(scope="module")
def sayso():
    return Sayso()


def draft_of(sayso, row, date):
    title, bar, body = row.partition(" | ")
    return Draft(sayso.analyse(build("d", "d", body if bar else row, title=title if bar else None, published=date)))


@pytest.fixture(scope="module", params=RULES)
def found(request, sayso):
    """The table of a rule, and the drafts that it finds something in."""
    rows, config = table(request.param), Config(enable=frozenset({request.param}))

    def has(row):
        draft = draft_of(sayso, row, rows["date"])
        return any(one.rule == request.param for one in findings(draft, known(draft), config))

    return rows, {row for row in rows["found"] + rows["silent"] if has(row)}


def test_finds_what_it_is_for(found):
    rows, has = found
    assert [row for row in rows["found"] if row not in has] == []


def test_is_silent_otherwise(found):
    rows, has = found
    assert [row for row in rows["silent"] if row in has] == []
