"""Claims that are denied where they are retold, and what is none of the words reported."""

import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.retold import retold
from sayso.analyse.sentences import Sentences
from sayso.analyse.trim import trimmed


def at(text, words):
    return Range(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lark claimed that the dam leaked, a claim the Ossan ministry told Radio Nine was false.",
            ("the Ossan ministry", "told Radio Nine", "was false"),
        ),
        ("The Lark put it at nine, an account she disputed.", None),
        ("The Lark put it at nine, an account the mill disputed.", ("the mill", "disputed", "an account")),
        ("The Lark claimed that the dam leaked, a claim that spread.", None),
    ],
)
def test_what_is_said_of_a_claim_right_behind_it(text, expected):
    found = retold(text, (), Sentences.of(text, (Range(0, len(text)),)))
    parts = [(text[slice(*d.source)], text[slice(*d.cue)], text[slice(*d.content[0])]) for d in found]
    assert parts == ([expected] if expected else [])


def test_what_else_was_made_of_those_words_goes():
    text = "The Lark claimed that the dam leaked, a claim the mill told Radio Nine was false."
    made = [
        Draft(at(text, "The Lark"), at(text, "claimed"), (at(text, "that the dam leaked"),), 0.9, 0.9),
        Draft(at(text, "the mill"), at(text, "told"), (at(text, "false"),), 0.9, 0.9),
    ]
    assert [text[slice(*d.cue)] for d in retold(text, made, Sentences.of(text, (Range(0, len(text)),)))] == [
        "claimed",
        "told Radio Nine",
    ]


@pytest.mark.parametrize(
    ("text", "content", "expected", "cited"),
    [
        ("The Lark reported that it leaked, citing two clerks.", "that it leaked, citing two clerks", "that it leaked", "two clerks"),
        ("Orr praised the mill in comments made on Monday.", "the mill in comments made on Monday", "the mill", None),
        ("Orr praised “the mill in comments made”.", "“the mill in comments made”", "“the mill in comments made”", None),
    ],
)  # fmt: skip
def test_what_is_none_of_the_words(text, content, expected, cited):
    cue = "reported" if "reported" in text else "praised"
    draft = trimmed(text, Draft(at(text, text.split(f" {cue}")[0]), at(text, cue), (at(text, content),), 0.9, 0.9))
    assert [text[slice(*piece)] for piece in draft.content] == [expected]
    assert (draft.cited and text[slice(*draft.cited)]) == cited
