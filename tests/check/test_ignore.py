from hypothesis import given
from hypothesis import strategies as st

from sayso.check.check import findings
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.ignore import ignores
from sayso.check.records import Known
from sayso.extract.build import build
from sayso.records import Reading

FAULT = "The mayor reportedly left."
ON = Config(enable=frozenset({"B003"}))


def found(text):
    bare, passed = ignores(text)
    draft = Draft(Reading(build("d", "d", bare), (), ()))
    return [one.rule for one in findings(draft, Known(), ON, passed)]


def test_in_the_line():
    assert found(f"{FAULT} [sayso: ignore B003 we saw it]") == []


def test_in_the_line_above():
    assert found(f"[sayso: ignore B003: we saw it]\n\n{FAULT}\n\n{FAULT}") == ["B003"]


def test_in_a_comment():
    assert found(f"<!-- sayso: ignore B003, E003 – we saw it -->\n{FAULT}") == []


def test_of_another_rule():
    assert found(f"{FAULT} [sayso: ignore E003 we saw it]") == ["B003"]


def test_without_a_reason_it_does_not_count_and_is_told():
    assert found(f"{FAULT} [sayso: ignore B003]") == ["S001", "B003"]
    assert found(f"{FAULT} [sayso: ignore because I say so]") == ["S001", "B003"]


@given(st.text(alphabet="ab \n[]<!->:sayoignreB03", max_size=80))
def test_no_word_moves(text):
    bare, _ = ignores(text)
    assert len(bare) == len(text)
    assert all(a == b or b == " " for a, b in zip(text, bare, strict=True))
