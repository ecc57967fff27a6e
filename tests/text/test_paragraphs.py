import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\t\n", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One. \n\n\tTwo.", ["One.", "Two."]),
        ("One.\u2028Two.", ["One.", "Two."]),
    ],
)
def test_every_line_is_a_paragraph(text, expected):
    assert [text[a:b] for a, b in paragraphs(text)] == expected


def test_a_hard_wrapped_block_is_one_paragraph():
    text = "The mayor said\nthe bridge would\nopen.\n\nNobody asked\nher when\nthat would be."
    assert [text[a:b] for a, b in paragraphs(text)] == [
        "The mayor said\nthe bridge would\nopen.",
        "Nobody asked\nher when\nthat would be.",
    ]


def test_long_lines_are_not_hard_wrapped():
    text = "word " * 40 + "\nTwo.\nThree.\n\nFour."
    assert len(paragraphs(text)) == 4


@given(st.text())
def test_paragraphs_are_in_order_and_hold_every_word(text):
    spans = paragraphs(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    held = "".join(text[a:b] for a, b in spans)
    assert "".join(held.split()) == "".join(text.split())
