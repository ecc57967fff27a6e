"""The rule reads articles here as `people` does; the readings are made by hand."""

import pytest

from sayso.ledger.portrait import names_in, portrait
from sayso.ledger.same import Candidate, choose, why_same
from sayso.records import Kind, Speaker


def drawn(name, text, kind=Kind.PERSON, aliases=(), heard_by=None):
    return portrait(Speaker("p1", name, kind, aliases, heard_by), text, names_in(text))


def same(one, other, **evidence):
    return why_same(one, Candidate(1, other, 1, **evidence))


CALL = "The two leaders, Ruslan Temir and Ilyan Doru, spoke on Monday. Veldrian spokesman Anton Rusu said there was no call."
LATER = "Asked about Ilyan Doru and Ruslan Temir, Anton Rusu, the president's spokesman, told Veldrian television it was a lie."
DENTIST = (
    "For tooth pain, Michael Cohen, a dentist in Leeds, told the Yorkshire Post, a visit to Bradford or Hull will do."
)
LAWYER = (
    "In Manhattan, Michael Cohen, once the lawyer of Donald Trump, said that Stormy Daniels had been paid in New York."
)


def test_same_name_and_role_is_one_person():
    found = same(drawn("Anton Rusu", LATER), drawn("Anton Rusu", CALL))
    assert found[2] == "the same full name, the same role (spokesman)"


def test_same_name_in_other_circles_is_two():
    assert same(drawn("Michael Cohen", DENTIST), drawn("Michael Cohen", LAWYER)) is None


def test_same_office_in_another_town_is_two():
    barton = "The mayor of Barton, John Smith, said so. So did Ada Brook, Barton's clerk, in The Barton Mail and on Barton FM."
    alder = "John Smith, mayor of Alder Bay, said so, like Tom Reed of the Alder Bay Gazette, on Alder Bay's pier."
    assert same(drawn("John Smith", barton), drawn("John Smith", alder)) is None


def test_full_name_with_nothing_against_it_is_one():
    assert same(drawn("Anton Rusu", "Anton Rusu said so."), drawn("Anton Rusu", CALL))


@pytest.mark.parametrize("name", ["Anton Russu", "Antón Rusu", "A. Rusu", "Mr Anton Rusu", "Anton V. Rusu", "Rusu"])
def test_other_spellings_are_one_where_the_articles_agree(name):
    assert same(drawn(name, LATER.replace("Anton Rusu", name)), drawn("Anton Rusu", CALL))


@pytest.mark.parametrize("name", ["Anna Rusu", "Mrs Rusu", "Bogdan Rusu", "Anton Radu", "Rusu Anton", "Anton"])
def test_other_names_are_two(name):
    assert not same(drawn(name, LATER.replace("Anton Rusu", name)), drawn("Anton Rusu", CALL))


def test_surname_alone_needs_more():
    assert not same(drawn("Rusu", "Rusu said it would rain in Ostrava."), drawn("Anton Rusu", CALL))


CIRCLE = "In Ossa, as Marrow and Voss looked on, Lidda Font, who runs the port, said the Brisa was safe."
AGAIN = "In Ossa, as Marrow and Voss looked on, Ms Font denied that the Brisa had sunk."


def test_surname_alone_is_who_bears_it_in_the_same_circle():
    found = same(drawn("Font", AGAIN), drawn("Lidda Font", CIRCLE))
    assert found[2] == "the same surname, and both articles name brisa, marrow, ossa"
    assert not same(
        drawn("Font", AGAIN.replace("Ms", "Lord")), drawn("Lidda Font", CIRCLE.replace("Lidda", "Ms Lidda"))
    )


def test_a_lord_is_not_who_bears_his_surname_without_the_title():
    assert not same(drawn("Lord Font", AGAIN.replace("Ms", "Lord")), drawn("Lidda Font", CIRCLE))


def test_surname_alone_is_nobody_elsewhere_where_two_bear_it_here():
    known = Candidate(1, drawn("Lidda Font", CIRCLE), 1)
    assert choose(drawn("Font", AGAIN), [known])
    assert choose(drawn("Font", AGAIN), [known], [drawn("Rollo Font", AGAIN)]) is None


def test_bare_surname_is_nobody_where_two_bear_it():
    known = Candidate(1, drawn("Rusu", CALL.replace("Anton Rusu", "Rusu")), 1)
    anton, maria = drawn("Anton Rusu", LATER), drawn("Maria Rusu", LATER.replace("Anton", "Maria"))
    assert choose(anton, [known])
    assert choose(anton, [known], [maria]) is None


def test_a_name_that_does_not_fit_speaks_against_the_rest():
    both = drawn("Rusu", CALL.replace("Anton Rusu", "Rusu"), aliases=("Anton Rusu", "Spokesman Rusu"))
    assert not same(drawn("Maria Rusu", LATER.replace("Anton", "Maria")), both)


def test_words_quoted_from_both_make_one():
    elsewhere = drawn("Rusu", "Rusu said it was a lie.")
    assert same(elsewhere, drawn("Anton Rusu", CALL), quoted=True)
    assert same(drawn("the spokesman", "The spokesman said so."), drawn("Anton Rusu", CALL), quoted=True)
    assert not same(drawn("Bogdan Ilie", "Bogdan Ilie said so."), drawn("Anton Rusu", CALL), quoted=True)


def test_bodies_of_one_name_are_one():
    one, other = drawn("Harbour Times", CALL, Kind.OUTLET), drawn("The Harbour Times", DENTIST, Kind.ORGANIZATION)
    assert same(one, other)[2] == "the same name"
    assert not same(drawn("Kastovia", CALL, Kind.STATE), drawn("Kastovia", CALL))


def test_initials_are_one_where_the_articles_agree():
    long = drawn("Brannoch Link Authority", CALL, Kind.ORGANIZATION)
    assert same(drawn("BLA", LATER, Kind.ORGANIZATION), long)
    assert not same(drawn("BLA", DENTIST, Kind.ORGANIZATION), long)


def test_descriptions_are_one_only_in_one_circle():
    assert not same(
        drawn("foreign ministry", CALL, Kind.ORGANIZATION), drawn("foreign ministry", LAWYER, Kind.ORGANIZATION)
    )
    assert same(
        drawn("the foreign ministry", CALL, Kind.ORGANIZATION), drawn("foreign ministry", LATER, Kind.ORGANIZATION)
    )


def test_unnamed_are_one_only_in_one_article():
    one, other = (drawn("two officials", CALL, Kind.UNNAMED, heard_by="The Clarion") for _ in range(2))
    assert not same(one, other)
    assert same(one, other, same_article=True)
    assert not same(drawn("two officials", CALL, Kind.UNNAMED), other, same_article=True)


def test_unknown_are_never_one():
    assert not same(drawn("(unknown)", CALL, Kind.UNKNOWN), drawn("(unknown)", CALL, Kind.UNKNOWN))


def test_in_doubt_it_is_nobody():
    new, known = drawn("Anton Rusu", LATER), drawn("Anton Rusu", CALL)
    assert choose(new, [Candidate(7, known, 7)])[0] == 7
    assert choose(new, [Candidate(7, known, 7), Candidate(8, known, 8)]) is None
    assert choose(new, [Candidate(7, known, 7), Candidate(8, known, 8, same_article=True)])[0] == 8
    assert choose(new, [Candidate(7, known, 7), Candidate(8, known, 7)])
    assert choose(new, []) is None
