import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.errors import BadLine
from sayso.extract import lines
from sayso.records import Article, Raw

FULL = {
    "id": "a1",
    "url": "https://clarion.example/bridge",
    "publisher": "The Clarion",
    "title": "Mayor denies deal",
    "byline": "Ada Brook",
    "published": "2025-06-09T06:30:00+02:00",
    "updated": "2025-06-10",
    "text": "It rained.\r\n",
}


def read(line, number=7):
    data = line if isinstance(line, bytes) else json.dumps(line).encode()
    return lines.article(Raw("file:///a.jsonl", "a.jsonl", data), number)


def test_every_key():
    assert read(FULL) == Article(
        id="a1",
        url="https://clarion.example/bridge",
        text="It rained.\r\n",
        outlet="The Clarion",
        title="Mayor denies deal",
        byline="Ada Brook",
        published="2025-06-09T06:30:00+02:00",
        updated="2025-06-10",
    )


@pytest.mark.parametrize(
    "more", [{}, dict.fromkeys(FULL.keys() - {"url", "text"}), {"id": "", "title": ""}, {"tags": [1]}]
)
def test_address_and_text_are_enough(more):
    article = read({"url": "u", "text": "It rained."} | more)
    assert article == Article(article.id, "u", "It rained.")
    assert len(article.id) == 12


@pytest.mark.parametrize(
    "line", [b'\xef\xbb\xbf{"url": "u", "text": "x"}', b' {"url": "u", "text": "x", "n": ' + b"1" * 5000 + b"}\r\n"]
)
def test_odd_but_right(line):
    assert read(line).text == "x"


def test_pair_of_surrogates_is_one_character():
    assert read(b'{"url": "u", "text": "\\ud83d\\ude00"}').text == "😀"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back_exactly(text):
    assume(text.strip("\ufeff").strip())
    assert read({"url": "u", "text": text}).text == text
    assert read(json.dumps({"url": "u", "text": text}, ensure_ascii=False).encode()).text == text


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"url": "u",', "it is not JSON from column 13 on"),
        (b'{"url": "u"} x', "it is not JSON from column 14 on"),
        (b'{"url": "\xff"}', "it is not UTF-8: byte 0xff at offset 9 does not belong there"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"[]", "it is not a JSON object"),
        (b'"text"', "it is not a JSON object"),
        (b"{}", 'it has no "url"'),
        ({"url": "u"}, 'it has no "text"'),
        ({"url": "", "text": "x"}, 'it has no "url"'),
        ({"url": "u", "text": ""}, 'it has no "text"'),
        ({"url": "u", "text": "\n"}, "it holds nothing but white space"),
        ({"url": "u", "text": ["x"]}, 'its "text" is not a string'),
        ({"url": 0, "text": "x"}, 'its "url" is not a string'),
        ({"url": "u", "text": "x", "id": 1}, 'its "id" is not a string'),
        ({"url": "u", "text": "x", "published": "last week"}, 'its "published" is not an ISO 8601 date'),
        (
            {"url": "u", "text": "x" * 5_000_000},
            "it is 5,000,000 characters long, longer than any article (at most 1,000,000)",
        ),
        ({"url": "u", "text": "ab\ud800"}, 'its "text" holds half a character (a lone surrogate) at offset 2'),
        (
            {"url": "u", "text": "x", "title": "\udfff"},
            'its "title" holds half a character (a lone surrogate) at offset 0',
        ),
        (
            {"url": "u", "text": "x", "publisher": "\udfff"},
            'its "outlet" holds half a character (a lone surrogate) at offset 0',
        ),
    ],
)
def test_what_is_no_article(line, problem):
    with pytest.raises(BadLine) as caught:
        read(line)
    assert (caught.value.where, caught.value.line, caught.value.problem) == ("a.jsonl", 7, problem)
    assert str(caught.value) == f"a.jsonl, line 7: {problem}"
