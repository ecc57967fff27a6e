"""Who had something first."""

import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.first import first
from sayso.analyse.sentences import Sentences


def read(text, drafts=()):
    found = first(text, drafts, Sentences.of(text, [(0, len(text))]))
    shown = lambda span: text[slice(*span)]
    return [(shown(draft.source), shown(draft.cue), shown(draft.content[0])) for draft in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Lark was first to report the flood, on Monday.", ("The Lark", "was first to report", "the flood")),
        (
            "It rained. The Lark, a weekly, was the first to report that Orr had left.",
            ("The Lark", "was the first to report", "that Orr had left"),
        ),
    ],
)
def test_what_an_outlet_was_first_to_report_is_read(text, wanted):
    assert read(text) == [wanted]


def test_what_was_seen_with_too_many_words_is_cut():
    text = "The Lark was first to report the flood, citing two clerks."
    seen = Draft(Range(47, 57), Range(40, 46), (Range(0, 38),), 0.9, 0.9)
    assert read(text, [seen]) == [("two clerks", "citing", "the flood")]


@pytest.mark.parametrize(
    "text",
    ["What she was first to report was snow.", "The Lark was first to reporters' row.", "Orr was first to leave."],
)
def test_what_is_no_such_report_is_left(text):
    assert read(text) == []
