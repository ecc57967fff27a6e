"""What a real ledger has on a draft, by the models of the package."""

from pathlib import Path

import pytest

from sayso.check.draft import Draft
from sayso.check.lookup import lookup
from sayso.core import Sayso
from sayso.extract.build import build
from sayso.ledger.ledger import Ledger
from sayso.records import Stance

STORY = Path(__file__).parents[2] / "examples/the-call"


@pytest.fixture(scope="module")
def sayso():
    return Sayso()


@pytest.fixture(scope="module")
def view(sayso, tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "sayso.db", create=True) as ledger:
        assert [one for one in sayso.add(ledger, STORY) if isinstance(one, Exception)] == []
        for _ in sayso.group(ledger):
            pass
        with ledger.view() as view:
            yield view


def known(sayso, view, text):
    return lookup(view)(Draft(sayso.analyse(build("draft", "draft", text))), True)


def test_a_claim_is_known_again_in_other_words(sayso, view):
    text = "The prime minister of Vessmark telephoned President Rafik Oduvan and asked him to keep the cable open."
    (match,) = known(sayso, view, text).matches
    assert match.stance is Stance.AFFIRMS
    assert "telephoned" in match.recorded.claim.gloss


@pytest.mark.parametrize("text", ["The prime minister opened a school in Torvik.", "It rained. The market was closed."])
def test_what_is_about_something_else_takes_up_no_claim(sayso, view, text):
    assert known(sayso, view, text).matches == ()


def test_without_claims_none_are_looked_for(sayso, view):
    draft = Draft(sayso.analyse(build("draft", "draft", "The prime minister rang the president of Zemara.")))
    assert lookup(view)(draft, False).matches == ()
