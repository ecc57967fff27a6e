import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations


def found(text):
    return [(text[q.start : q.end], q.closed) for q in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said.", [("“It rained,”", True)]),
        ('"It rained," she said. "All day."', [('"It rained,"', True), ('"All day."', True)]),
        ("‘It rained,’ she said.", [("‘It rained,’", True)]),
        ("'It rained,' she said.", [("'It rained,'", True)]),
        ("«It rained», she said.", [("«It rained»", True)]),
        ("„It rained“, she said.", [("„It rained“", True)]),
        ("“She called it ‘rain’, no more,” he said.", [("“She called it ‘rain’, no more,”", True)]),
        ("Don't tell the officials' wives it's 5 o’clock.", []),
        ("The dogs’ bowls and the cats’ bowls.", []),
        ("rock 'n' roll", [("'n'", True)]),
        ('A 6" pipe burst.', []),
        ("“Yes”", [("“Yes”", True)]),
        ("He said “yes.", [("“yes.", False)]),
        ("‘They’re late, it’s raining,’ he said.", [("‘They’re late, it’s raining,’", True)]),
        ("a closing ” alone", []),
    ],
)
def test_marks_are_paired(text, expected):
    assert found(text) == expected


def test_an_odd_mark_spoils_no_other_paragraph():
    text = "He said “yes.\n\n“No,” she said."
    assert found(text) == [("“yes.", False), ("“No,”", True)]


def test_a_quotation_over_two_paragraphs_is_open_in_the_first():
    text = "“We began at dawn.\n\n“We ended at noon,” said Ada Voss."
    assert found(text) == [("“We began at dawn.", False), ("“We ended at noon,”", True)]


@given(st.text(alphabet="ab .\n“”\"‘’'«»„", max_size=60))
def test_quotations_are_apart_and_in_order(text):
    quoted = quotations(text, paragraphs(text))
    assert all(0 <= q.start < q.end <= len(text) for q in quoted)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quoted))
    assert all(any(a <= q.start and q.end <= b for a, b in paragraphs(text)) for q in quoted)
