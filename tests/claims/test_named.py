"""The names in an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.named import names_in, share

CABLE = (
    "The cut in the Brannoch link was hidden, Oona Tresk of Zemara said. “We knew,” Tresk said, in Brannoch, on Monday."
)


def test_names_are_words_with_a_capital_within_a_sentence():
    assert names_in(CABLE) == ("brannoch", "oona", "tresk", "zemara")


def test_what_only_begins_a_sentence_and_the_days_are_no_names():
    assert names_in("Nobody came. Rain fell on Monday, and in March it was worse. Nobody minded.") == ()


def test_names_have_accents_and_hyphens_and_no_possessives():
    assert names_in("It was Édouard Vey-Marsh’s, or Ørsted's.") == ("vey-marsh", "édouard", "ørsted")
    assert names_in("It was Şule, Paweł Łoś and Žana.") == ("paweł", "łoś", "şule", "žana")


def test_an_outlet_that_speaks_of_itself_names_nothing():
    text = "The minister told the Sill Courier that he had known."
    assert names_in(text, "The Courier") == ("sill",)


def test_a_text_in_capitals_names_nothing():
    assert names_in("THE CABLE WAS CUT IN THE NIGHT") == ()


def test_articles_share_a_part_of_their_names():
    assert share(names_in(CABLE), ("brannoch",)) == pytest.approx(0.5)
    assert share(names_in(CABLE), ("ondry",)) == 0
    assert share((), ()) == 0


NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(NAMES, NAMES)
def test_the_share_lies_between_none_and_all_and_is_mutual(one, other):
    assert 0 <= share(one, other) <= 1 + 1e-9
    assert share(one, other) == share(other, one)
    assert share(one, one) == pytest.approx(1.0 if one else 0.0)


@given(st.text(), st.none() | st.text())
def test_names_hold_no_blanks_so_that_they_can_be_kept_in_one_line(text, outlet):
    found = names_in(text, outlet)
    assert tuple(" ".join(found).split()) == found
