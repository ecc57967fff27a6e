import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.dates import time_expressions
from tests.text.date_cases import CASES, TRAPS

BASE = dt.date(2024, 6, 12)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FRAGMENTS = (
    "on ",
    "last ",
    "next ",
    "Monday",
    "June ",
    "5 ",
    "2024",
    " a day earlier",
    "will ",
    "at 9am",
    ".",
    "\n",
    "’",
    " ",
)


def found(text, base=BASE):
    return [(text[e.start : e.end], e.date and e.date.isoformat(), e.at) for e in time_expressions(text, base)]


@pytest.mark.parametrize(("sentence", "expression", "day", "at"), CASES)
def test_an_expression_and_its_day(sentence, expression, day, at):
    assert found(sentence) == [(expression, day, at)]


@pytest.mark.parametrize("sentence", TRAPS)
def test_no_expression(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("A day later", "2024-06-04"),
        ("Two days later", "2024-06-05"),
        ("The next day", "2024-06-04"),
        ("The following morning", "2024-06-04"),
        ("The day after,", "2024-06-04"),
        ("A day earlier", "2024-06-02"),
        ("The previous day", "2024-06-02"),
        ("Later that day", "2024-06-03"),
        ("Two hours later", "2024-06-03"),
        ("Later in the day", "2024-06-03"),
        ("Within the hour", "2024-06-03"),
    ],
)
def test_words_that_look_back_to_the_day_last_spoken_of(words, day):
    assert found(f"Voss resigned on 3 June. {words} Ilk did.")[1][1] == day


def test_a_day_to_come_is_not_looked_back_to():
    assert found("Voss resigned on 3 June and will leave on 5 July. A day later Ilk did.")[2][1] == "2024-06-04"


def test_later_than_nothing_is_no_day():
    assert found("A day later Ilk did.") == [("A day later", None, True)]


def test_the_day_before_something_is_no_expression():
    assert found("He denied it the day before the vote.") == []


def test_without_a_day_to_see_it_from_only_a_full_date_is_one():
    assert found("On Monday, yesterday, on 5 June and on 5 June 2023.", None) == [
        ("On Monday", None, True),
        ("yesterday", None, True),
        ("on 5 June", None, True),
        ("on 5 June 2023", "2023-06-05", True),
    ]


def test_the_ends_of_the_calendar():
    assert found("yesterday", dt.date.min) == [("yesterday", None, True)]
    assert found("tomorrow", dt.date.max) == [("tomorrow", None, True)]


@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS)).map("".join)), st.one_of(st.none(), st.dates()))
def test_any_text_gives_spans_in_order_within_it(text, base):
    end = 0
    for expression in time_expressions(text, base):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end].strip()
        end = expression.end


@given(st.sampled_from(WEEKDAYS), st.dates(min_value=dt.date(1900, 1, 1)))
def test_a_weekday_is_within_the_week_up_to_the_base(name, base):
    (expression,) = time_expressions(f"Ilk said on {name} that it rained.", base)
    assert expression.at
    assert expression.date is not None
    assert expression.date.weekday() == WEEKDAYS.index(name)
    assert 0 <= (base - expression.date).days < 7


@given(st.sampled_from(WEEKDAYS), st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_a_weekday_ahead_is_within_the_week_from_the_base(name, base):
    (expression,) = time_expressions(f"Ilk will speak on {name}.", base)
    assert not expression.at
    assert expression.date is not None
    assert 0 <= (expression.date - base).days < 7
