"""Who has a role, by the words beside the names."""

import re

import pytest

from sayso.analyse.draft import Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.context import Context
from sayso.analyse.speakers.names import entities
from sayso.analyse.speakers.roles import has_another_office, holders, leader, roles
from sayso.analyse.tagger import Name
from sayso.text.paragraphs import paragraphs


def context(text):
    names = [Name(Range(*match.span()), "person") for match in re.finditer(r"Ada Voss|Ilk Orr", text)]
    return Context(text, names, entities(text, names), (), (), Sentences.of(text, paragraphs(text)), None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Energy Minister Ilk Orr met Ada Voss.", "The minister", ["Ilk Orr"]),
        ("The mayor, Ada Voss, met Ilk Orr.", "the mayor", ["Ada Voss"]),
        ("Ada Voss, the head of the mill, met Ilk Orr.", "the head", ["Ada Voss"]),
        ("President Ada Voss met President Ilk Orr.", "the president", ["Ada Voss", "Ilk Orr"]),
        ("Energy Minister Ilk Orr met Ada Voss.", "a minister", []),
        ("The mayor of Ossa met Ada Voss.", "the mayor", []),
    ],
)
def test_who_has_the_role(text, words, expected):
    seen = context(text)
    assert [seen.entities[n].name for n in holders(seen, words)] == expected


def test_no_role_is_told_by_verbs_and_prepositions():
    assert roles(context("It was said with Ada Voss."), 0) == set()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ossan president Ilk Orr met Ada Voss.", "The Ossan leader", "Ilk Orr"),
        ("Ossan president Ilk Orr met the Ossan singer Ada Voss.", "the Ossan leader", None),
        ("Ilk Orr met Ada Voss.", "the Ossan leader", None),
        ("Ossan president Ilk Orr met Ada Voss.", "the leader", None),
    ],
)
def test_the_leader_of_a_country(text, words, expected):
    seen = context(text)
    found = leader(seen, words)
    assert (None if found is None else seen.entities[found].name) == expected


@pytest.mark.parametrize(
    ("words", "another"),
    [("the mayor", True), ("the minister", False), ("the prime minister", False), ("the man", False)],
)
def test_who_has_an_office_is_not_meant_by_another(words, another):
    assert has_another_office(context("Energy Minister Ilk Orr met Ada Voss."), words, 0) is another
    assert not has_another_office(context("Energy Minister Ilk Orr met Ada Voss."), words, 1)


@pytest.mark.parametrize("words", ["—", "’s", ""])
def test_what_has_no_noun_is_no_office(words):
    assert not has_another_office(context("Energy Minister Ilk Orr met Ada Voss."), words, 0)
