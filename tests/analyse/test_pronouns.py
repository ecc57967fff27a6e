"""Whom a pronoun goes back to: the weights are made by hand."""

import pytest

from sayso.analyse.draft import Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.context import Context, Weights
from sayso.analyse.speakers.names import entities
from sayso.analyse.speakers.pronouns import pronoun
from sayso.analyse.tagger import Name
from sayso.records import Kind
from sayso.text.paragraphs import paragraphs

NAMED = (("Salt Board", "organization"), ("Orrin", "person"))
TEXT = "The board met. There sat Ilk Orr and Voss Marrow. Then he said that it rained."


def chosen(*weights):
    names = [
        Name(Range(at, at + len(name)), "person") for name in ("Ilk Orr", "Voss Marrow") if (at := TEXT.index(name))
    ]
    context = Context(TEXT, names, entities(TEXT, names), (), tuple(Kind), Sentences.of(TEXT, paragraphs(TEXT)), None)
    at = TEXT.index("he said")
    return pronoun(context, Range(at, at + 2), "he", Kind.PERSON, Weights(0.0, dict(enumerate(weights))), ())


def test_the_likeliest_is_meant():
    assert chosen(0.2, 0.8).entity == 1


@pytest.mark.parametrize("weights", [(0.5, 0.45), (0.52, 0.5), (0.3, 0.28), (0.05, 0.0)])
def test_close_or_unlikely_readings_are_left_open(weights):
    choice = chosen(*weights)
    assert choice.kind is Kind.UNKNOWN
    assert choice.candidates == ("Ilk Orr", "Voss Marrow")


def test_it_may_be_a_name_that_was_taken_for_a_persons():
    text = "The Salt Board met. Orrin denied that. Asked about the fire, it said that it rained."
    names = [Name(Range(text.index(name), text.index(name) + len(name)), kind) for name, kind in NAMED]
    sentences = Sentences.of(text, paragraphs(text))
    context = Context(text, names, entities(text, names), (), tuple(Kind), sentences, None)
    at = text.index("it said")
    it = Range(at, at + 2)
    assert pronoun(context, it, "it", Kind.ORGANIZATION, Weights(0.0, {0: 0.2, 1: 0.8}), ()).entity == 1
    assert pronoun(context, it, "it", Kind.ORGANIZATION, Weights(0.0, {0: 0.8, 1: 0.2}), ()).entity == 0
