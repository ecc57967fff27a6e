"""The rules on quotations: their tables, read by the real reader and checked against a real ledger."""

import pytest

from sayso.check.check import check
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.lookup import lookup
from sayso.core import Sayso
from sayso.extract.build import build
from tests.check.ledgers import filled
from tests.check.tables import table

RULES = ("A001", "A003")


@pytest.fixture(scope="module")
def sayso():
    return Sayso()


@pytest.fixture(scope="module", params=RULES)
def found(request, sayso, tmp_path_factory):
    """The drafts of a rule's table that it finds something in."""
    rows = table(request.param)
    config = Config(enable=frozenset({request.param}))
    with filled(sayso, tmp_path_factory.mktemp("ledger") / "sayso.db", rows["ledger"]) as ledger, ledger.view() as view:

        def has(text):
            draft = Draft(sayso.analyse(build("draft", "draft", text, published=rows["date"])))
            return any(one.rule == request.param for one in check(draft, lookup(view), config))

        return rows, {text for text in rows["found"] + rows["silent"] if has(text)}


def test_finds_what_it_is_for(found):
    rows, has = found
    assert [text for text in rows["found"] if text not in has] == []


def test_is_silent_otherwise(found):
    rows, has = found
    assert [text for text in rows["silent"] if text in has] == []


def test_says_which_words_differ(sayso, tmp_path):
    rows = table("A001")
    with filled(sayso, tmp_path / "sayso.db", rows["ledger"]) as ledger, ledger.view() as view:
        text = "“We have looked at every bolt twice. And every screw is sound,” Ada Lindqvist said."
        draft = Draft(sayso.analyse(build("draft", "draft", text)))
        (found,) = check(draft, lookup(view), Config(enable=frozenset({"A001"})))
    assert "“screw” stands for “bolt”" in found.message
    # The quotation runs over two sentences, and both are shown.
    assert found.sentence.text == text
