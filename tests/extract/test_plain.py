import hashlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.errors import NotAnArticle
from sayso.extract import plain
from sayso.extract.build import LONGEST
from sayso.records import Article, Raw

ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " \n", "\x0b", "\x0c", "\x85", "\u2028"])
# What is mostly control characters is refused, so there is a word on every line.
LINES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8).map("a word {}".format)


def raw(text):
    return Raw("file:///a.txt", "a.txt", text.encode())


def test_all_that_is_known_of_plain_text_is_its_text():
    article = plain.article(raw("It rained."))
    assert article == Article(article.id, "file:///a.txt", "It rained.")


def test_id_tells_address_and_text():
    assert plain.article(raw("It rained.")).id == hashlib.sha256(b"file:///a.txt\0It rained.").hexdigest()[:12]


@given(st.lists(st.tuples(LINES, ENDS), min_size=1), st.booleans())
def test_text_comes_back_exactly(lines, title_line):
    text = "".join(line + end for line, end in lines)
    assert plain.article(raw(text), title_line=title_line).text == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_exactly(text):
    assume(text.strip("\ufeff").strip())
    assert plain.article(raw(text)).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor denies deal\n\nIt rained.", "Mayor denies deal"),
        ("\r\n  Mayor  denies deal \r\nIt rained.", "Mayor denies deal"),
        ("\ufeffMayor denies deal\n\nIt rained.", "Mayor denies deal"),
        ("It rained.", "It rained."),
    ],
)
def test_title_line(text, title):
    article = plain.article(raw(text), title_line=True)
    assert (article.title, article.text) == (title, text)
    assert plain.article(raw(text)).title is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is empty"),
        (" \r\n\t\u00a0\n", "it holds nothing but white space"),
        ("\ufeff\n", "it holds nothing but white space"),
        ("x" * (LONGEST + 1), "it is 1,000,001 characters long, longer than any article (at most 1,000,000)"),
    ],
)
def test_what_is_no_article(text, problem):
    with pytest.raises(NotAnArticle) as caught:
        plain.article(raw(text))
    assert str(caught.value) == f"a.txt: {problem}"


def test_longest():
    assert len(plain.article(raw("x" * LONGEST)).text) == LONGEST


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2024-11-11.txt", "2024-11-11"),
        ("harbour_2024-11-11_the-call.txt", "2024-11-11"),
        ("folder-2023-01-01/note.txt", None),
        ("2024-13-45.txt", None),
        ("120240-11-11.txt", None),
    ],
)
def test_a_date_in_the_name_is_the_day_of_publication(name, published):
    assert plain.article(Raw(f"file:///{name}", name, b"The mayor said no.")).published == published
