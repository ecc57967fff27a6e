import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.draft import Range
from sayso.analyse.snap import merge, snap

TEXT = "Ada Voss’s aide said, twice, that it rained."


def at(words, text=TEXT):
    start = text.index(words)
    return Range(start, start + len(words))


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("da Vos", "Ada Voss"),
        (" aide said, ", "aide said"),
        ("twice,", "twice"),
        ("that it ra", "that it rained"),
        ("Voss", "Voss"),
    ],
)
def test_spans_become_whole_words(given_, expected):
    assert snap(TEXT, *at(given_)) == at(expected)


def test_nothing_but_space_is_nothing():
    assert snap("a , b", 1, 4) is None


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_snapped_span_lies_in_the_text(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = snap(text, start, end)
    assert span is None or (0 <= span.start < span.end <= len(text) and text[span.start].strip())


def test_pieces_with_only_space_between_are_one():
    text = "“One.” “Two.” and “three”"
    pieces = [at("“three”", text), at("“One.”", text), at("“Two.”", text)]
    assert merge(text, pieces) == [Range(0, 13), at("“three”", text)]
