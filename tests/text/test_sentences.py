import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences


def split(text):
    return [text[a:b].strip() for a, b in sentences(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("“It rained.” She left.", ["“It rained.”", "She left."]),
        ("Did it rain? “No!” It did… Well.", ["Did it rain?", "“No!”", "It did…", "Well."]),
        ("Mr. Voss met Gov. J. Ilk on Jan. 5. It rained.", ["Mr. Voss met Gov. J. Ilk on Jan. 5.", "It rained."]),
        ("It fell 2.5 percent. e.g. this", ["It fell 2.5 percent. e.g. this"]),
        ("One line\n\nand another. Third.", ["One line", "and another.", "Third."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


@given(st.text(alphabet="aA .!?”“\n"))
def test_sentences_hold_all_that_is_not_white(text):
    assert "".join("".join(split(text)).split()) == "".join(text.split())
