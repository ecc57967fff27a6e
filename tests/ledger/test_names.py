import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.names import fit, is_proper, key, shown
from sayso.records import Kind

NAMES = st.text(alphabet="abK éx.-’", max_size=20)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Dmitry Peskov", "Dmitri Peskov", "alike"),
        ("Dmitry Peskov", "Dmitriy S. Peskov", "alike"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "alike"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky", "alike"),
        ("Temur Beridzhev", "Timur Berijev", "alike"),
        ("Jørgen Aalvik", "Jorgen Alvik", "alike"),
        ("Maria Reis", "Marta Reis", None),
        ("Mike Pence", "Michael Pence", "alike"),
        ("Dr Mike Pence Jr.", "Mike Pence", "same"),
        ("Michael R. Pence", "Michael T. Pence", None),
        ("Michael R. Pence", "Michael Pence", "same"),
        ("Peskov", "Dmitry Peskov", "short"),
        ("Peskov", "Peskov", "short"),
        ("Michael Cohen", "Michael Cohn", None),
        ("John Lee", "Jane Lee", None),
        ("Mr Lee", "Ms Lee", None),
        ("Ann Lee", "Ann Li", None),
        ("", "Ann Li", None),
    ],
)
def test_names_of_persons(one, other, expected):
    assert fit(one, other) == fit(other, one) == expected


@given(NAMES, NAMES)
def test_fit_does_not_depend_on_order(one, other):
    assert fit(one, other) == fit(other, one)


@given(NAMES)
def test_key_of_a_key_is_the_key(name):
    assert key(key(name)) == key(name) or key(name).startswith("the ")


@pytest.mark.parametrize(
    "name", ["Dmitry Peskov", "Ministry of Defence", "The Harbour Times", "BLA", "Ursula von der Leyen"]
)
def test_names_are_proper(name):
    assert is_proper(name)


@pytest.mark.parametrize(
    "name", ["the mayor", "foreign ministry", "Two officials", "Ukraine's foreign ministry", "(unknown)", ""]
)
def test_descriptions_are_not(name):
    assert not is_proper(name)


def test_fullest_name_of_a_person_is_shown_and_the_most_used_of_a_body():
    assert (
        shown(Kind.PERSON, [("Peskov", 9), ("Dmitry Peskov", 1), ("a spokesman for the president", 3)])
        == "Dmitry Peskov"
    )
    assert shown(Kind.OUTLET, [("The Post", 9), ("The Harbour Post", 1)]) == "The Post"
    assert shown(Kind.PERSON, []) is None
