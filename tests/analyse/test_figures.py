import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.figures import figures


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orr called the 43 dead announced by the Miners’ Federation of Osk a lie.", "the Miners’ Federation of Osk"),
        ("The figure of 31 given by the coastguard was wrong.", "the coastguard"),
        ("It was not the 62 million claimed last week by A Ponte.", "A Ponte"),
        ("The sum of 90,000, first published by the Osk Lark and by others, is nowhere in it.", "the Osk Lark"),
    ],
)
def test_a_figure_is_of_who_gives_it(text, wanted):
    (found,) = figures(text, [])
    assert text[slice(*found.source)] == wanted
    assert text[slice(*found.content[0])].casefold().startswith("the ")
    assert text[found.content[0].end] in " ,"


@pytest.mark.parametrize(
    "text",
    [
        "The paper published by the Osk Lark was authentic.",
        "The 43 dead were announced one by one.",
        "The 12 letters were given by hand.",
    ],
)
def test_what_is_no_figure_given_by_somebody_is_left(text):
    assert figures(text, []) == []


def test_a_figure_that_is_read_already_stays_as_it_is():
    text = "The figure of 31 given by the coastguard was wrong."
    seen = Draft(Range(26, 40), Range(17, 22), (Range(0, 16),), 0.9, 0.9)
    assert figures(text, [seen]) == [seen]
