"""Denials in the passive."""

import pytest

from sayso.analyse.dismissed import dismissed
from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences


def read(text, drafts=()):
    found = dismissed(text, drafts, Sentences.of(text, [(0, len(text))]))
    shown = lambda span: text[slice(*span)]
    return [(shown(draft.source), shown(draft.cue), shown(draft.content[0])) for draft in found]


def test_a_denial_in_the_passive_is_the_deniers():
    text = "Union claims that the line would close have been dismissed by the company, which is Danish."
    seen = Draft(Range(0, 5), Range(6, 12), (Range(13, text.index(",")),), 0.9, 0.9)
    wanted = ("the company", "have been dismissed", "Union claims that the line would close")
    assert read(text) == read(text, [seen]) == [wanted]


@pytest.mark.parametrize("place", ["", "PORT HALDEN, 4 May - ", "- "])
def test_a_dateline_stands_before_it_and_a_name_behind(place):
    text = f"{place}Reports that it rained were rejected by its chair, Ada Orr, on Monday."
    assert read(text) == [("its chair, Ada Orr", "were rejected", "Reports that it rained")]


def test_what_else_is_said_in_the_sentence_stays():
    text = "Reports that it rained were denied by the mayor, Orr said."
    seen = Draft(Range(49, 52), Range(53, 57), (Range(0, 47),), 0.9, 0.9)
    assert len(read(text, [seen])) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Claims that it rained have been dismissed.",
        "Staff who made claims that it rained were dismissed by the company.",
        "Claims for rain were dismissed by the court.",
    ],
)
def test_what_is_no_such_denial_is_left(text):
    assert read(text) == []
