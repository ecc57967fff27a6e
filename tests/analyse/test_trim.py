"""What is no part of reported words."""

import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.trim import trimmed


@pytest.mark.parametrize("day", [", 4 May 2026", ""])
@pytest.mark.parametrize("part", ["", "day"])
def test_a_dateline_is_no_content(day, part):
    text = f"Toll rose, papers show\n\nPORT HALDEN{day} - It rained."
    start = text.index("PORT")
    place = Range(start, start + len("PORT HALDEN" + (day if part else "")))
    draft = Draft(Range(11, 17), Range(18, 22), (Range(0, 9), place), 1.0, 1.0)
    assert trimmed(text, draft).content == (Range(0, 9),)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_does_not_run_into_the_dateline_below(gap):
    text = f"Union says mill hid mould{gap}ARDENHOLM, 24 Nov. - The union"
    draft = Draft(Range(0, 5), Range(6, 10), (Range(11, text.index(",")),), 1.0, 1.0)
    assert [text[slice(*piece)] for piece in trimmed(text, draft).content] == ["mill hid mould"]


def test_what_a_dash_follows_within_a_line_is_content():
    text = "Papers show NATO - and others - paid"
    draft = Draft(Range(0, 6), Range(7, 11), (Range(12, 16),), 1.0, 1.0)
    assert trimmed(text, draft).content == draft.content


@pytest.mark.parametrize("when", ["on Thursday", "late on Monday", "yesterday", "last week"])
def test_when_it_was_said_is_no_part_of_what_is_pointed_at(when):
    text = f"The mayor denied that {when}."
    draft = Draft(Range(0, 9), Range(10, 16), (Range(17, len(text) - 1),), 1.0, 1.0)
    assert [text[slice(*piece)] for piece in trimmed(text, draft).content] == ["that"]


def test_a_day_within_a_clause_stays():
    text = "The mayor denied that it rained on Thursday."
    draft = Draft(Range(0, 9), Range(10, 16), (Range(17, len(text) - 1),), 1.0, 1.0)
    assert trimmed(text, draft).content == draft.content
