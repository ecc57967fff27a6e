"""What is said in one breath, a statement each."""

import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.parted import parted


def said(text, *pieces):
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    drafts = parted(text, [Draft(at("She"), at("said"), tuple(map(at, pieces)), 0.9, 0.9)])
    assert {(draft.source, draft.cue) for draft in drafts} == {(at("She"), at("said"))}
    return [[text[slice(*piece)] for piece in draft.content] for draft in drafts]


@pytest.mark.parametrize("between", [" and ", ", and ", " but ", ", but "])
def test_clauses_with_and_that_between_are_a_statement_each(between):
    one, other = "that the gate was shut", "that nobody had a key"
    assert said(f"She said {one}{between}{other}.", one, other) == [[one], [other]]


def test_three_clauses_are_three_statements():
    clauses = ("that it rained", "that it blew", "that it froze")
    assert said("She said {} and {} and {}.".format(*clauses), *clauses) == [[clause] for clause in clauses]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“It rained,” She said, “and that was all.”", ("“It rained,”", "“and that was all.”")),
        ("that it rained, She said, and snowed", ("that it rained", "and snowed")),
        ("She said that it rained and that it blew.", ("that it rained and that it blew",)),
    ],
)
def test_what_the_tagger_saw_as_one_or_the_cue_parts_stays_one(text, pieces):
    assert said(text, *pieces) == [list(pieces)]
