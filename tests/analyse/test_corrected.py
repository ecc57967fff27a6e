import pytest

from sayso.analyse.corrected import corrected
from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences


def read(text, drafts=()):
    found = corrected(text, drafts, Sentences.of(text, [(0, len(text))]))
    shown = lambda span: text[slice(*span)]
    return [(shown(draft.source), shown(draft.cue), shown(draft.content[0])) for draft in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We wrote that it rained. That was wrong: it snowed. We withdraw it.", ("We", "was wrong", "it snowed")),
        ("Both statements were wrong, and we retract them.", ("we", "were wrong", "Both statements")),
        ("It was not true. We have since withdrawn it, and we apologise.", ("we", "was not true", "It")),
    ],
)
def test_what_a_paper_calls_wrong_is_taken_back(text, wanted):
    assert read(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "That was wrong, Orr said. We withdraw nothing from her.",
        "It was wrong to deny it. We regret the error.",
        "That was wrong: it snowed. The council met on Monday. We withdraw it.",
        "That was wrong.",
    ],
)
def test_what_nobody_takes_back_is_left(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We no longer stand behind their account.", ("We", "no longer stand behind", "their account")),
        ("It snowed. The Lark no longer stands by it, or so it seems.", ("The Lark", "no longer stands by", "it")),
        (
            "The Lark no longer stands by its report of Monday that it snowed.",
            ("The Lark", "no longer stands by", "its report of Monday that it snowed"),
        ),
    ],
)
def test_what_a_paper_no_longer_stands_by_is_taken_back(text, wanted):
    assert read(text) == [wanted]


@pytest.mark.parametrize(
    "text", ["Those who no longer stand by it left.", "The Lark no longer stands by the river bank"]
)
def test_who_stands_by_what_else_is_left(text):
    assert read(text) == []


def test_what_is_a_statement_already_stays_one():
    text = "That was wrong: it snowed. We withdraw it."
    seen = Draft(None, Range(0, 14), (Range(16, 25),), 0.9, 0.9)
    assert corrected(text, [seen], Sentences.of(text, [(0, len(text))])) == [seen]


def test_what_stands_within_the_correction_is_no_statement_of_another():
    text = "That was wrong: the memo concerned another pod. We withdraw it."
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    within = Draft(at("the memo"), at("concerned"), (at("another pod"),), 0.9, 0.9)
    assert read(text, [within]) == [("We", "was wrong", "the memo concerned another pod")]


def test_what_was_seen_within_words_that_are_taken_back_is_none():
    text = "The Lark no longer stands by its report that it snowed."
    seen = Draft(Range(29, 39), Range(19, 28), (Range(40, 54),), 0.5, 0.5)
    assert read(text, [seen]) == read(text)
