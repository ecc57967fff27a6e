import logging
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotAnArticle, NotText, SourceError
from sayso.extract import articles, page
from sayso.records import Raw

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
  <title>Mayor denies bridge deal | The Clarion</title>
  <meta property="og:site_name" content="The Clarion">
  <meta name="author" content="Ada Brook">
  <meta property="article:published_time" content="2025-06-09T06:30:00+02:00">
  <meta property="article:modified_time" content="2025-06-09T09:00:00+02:00">
  <link rel="canonical" href="https://clarion.example/bridge">
  <link rel="stylesheet" href="https://clarion.example/style.css">
  <script>var words = "He said nothing of the sort.";</script>
</head>
<body>
  <nav><a href="/">Home</a> <a href="/news">News</a></nav>
  <article>
    <h1>Mayor denies bridge deal</h1>
    <img src="https://clarion.example/mayor.jpg" alt="Olive Tarn">
    <p>Olive Tarn, the mayor of Dunmere, denied on Monday
       that she had agreed a deal.</p>
    <p>&ldquo;There was <em>no</em> deal,&rdquo; she told reporters.<br>She left soon after.</p>
    <blockquote><p>We never met, and we never will.</p></blockquote>
  </article>
  <footer>© 2021 The Clarion. All rights reserved.</footer>
</body>
</html>
"""
TEXT = """\
Olive Tarn, the mayor of Dunmere, denied on Monday that she had agreed a deal.

“There was no deal,” she told reporters.

She left soon after.

We never met, and we never will."""


def read(markup):
    data = markup if isinstance(markup, bytes) else markup.encode()
    return page.article(Raw("file:///a.html", "a.html", data))


def around(words, before=""):
    return f"<html><head>{before}<title>t</title></head><body><p>{words}</p></body></html>"


def test_page():
    article = read(PAGE)
    assert article.text == TEXT
    assert article.url == "file:///a.html"
    assert article.title == "Mayor denies bridge deal"
    assert article.outlet == "The Clarion"
    assert article.byline == "Ada Brook"
    assert article.published == "2025-06-09T06:30:00+02:00"
    assert article.updated == "2025-06-09T09:00:00+02:00"
    assert article.language == "en-GB"


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_):
        raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read(PAGE)


def test_title_stays_where_it_is_all_there_is():
    assert read("<html><body><h1>It rained.</h1></body></html>").text == "It rained."


@pytest.mark.parametrize(
    "markup",
    [
        "<p>It rained, said Ann.</p>",
        "<html><body><p>It rained, said Ann.</body></html>",
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='x'><body><p>It rained, said Ann.</p></body></html>",
        "\ufeff<!DOCTYPE html><p>It rained, said Ann.</p>",
        "<!-- html --><!DOCTYPE html><p>It rained, said Ann.</p>",
        "<span title=html>It <b>rained</b></span>, said Ann.",
        "<a><html>It rained, said Ann.</a>",
        "<table><tr><td><p>It rained, said Ann.</p></td></tr></table>",
    ],
)
def test_little_markup_is_enough(markup):
    assert read(markup).text == "It rained, said Ann."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-16", ""),
    ],
)
def test_encodings(encoding, declared):
    assert read(around("“No,” said Élise.", declared).encode(encoding)).text == "“No,” said Élise."


@pytest.mark.parametrize(
    "declared", ["", '<meta charset="utf-8">', '<meta charset="rot13">', '<meta charset="gb9999">']
)
def test_bytes_in_no_declared_encoding_are_refused(declared):
    with pytest.raises(NotText, match=r"^a.html: it is not UTF-8: byte 0x93 at offset \d+ does not belong there$"):
        read(around("“No,” said Élise.", declared).encode("cp1252"))


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("", "it is empty"),
        (" \n", "it holds nothing but white space"),
        ("<html></html>", "there is no article on this page"),
        ("<!-- It rained. -->", "there is no article on this page"),
        (
            "<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>",
            "there is no article on this page",
        ),
        ("<html><body><script>var a = 'It rained.';</script></body></html>", "there is no article on this page"),
        (
            "<div>" * 5000 + "It rained." + "</div>" * 5000,
            "its markup is nested 5,000 deep, deeper than any article (at most 250)",
        ),
        (
            "<p>It rained.</p>" * 150_000,
            "it has 1,500,000 characters of text, more than any article (at most 1,000,000)",
        ),
        (
            "<p>It rained.</p><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">It snowed.</p>",
            "an element has 50,000 attributes, more than any article (at most 20,000)",
        ),
        ("<p>It rained.</p>" + "<br>" * 200_000, "it has 200,003 elements, more than any article (at most 200,000)"),
    ],
    ids=lambda value: value[:30],
)
def test_what_holds_no_article(markup, problem):
    with pytest.raises(NotAnArticle) as caught:
        read(markup)
    assert str(caught.value) == f"a.html: {problem}"


def test_deepest_that_is_read():
    assert read(around("<div>" * 247 + "It rained." + "</div>" * 247)).text == "It rained."


def test_libraries_are_silent(caplog):
    with caplog.at_level(logging.DEBUG), pytest.raises(NotAnArticle):
        read("<html><body></body></html>")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<td>",
        "<li>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<title>",
        "é",
        "<",
        "<a href=",
        '"',
        "It rained, said Ann.",
        "\x1b[31m",
        "<html lang=en>",
        "\ufffe",
        "&#0;",
        "&#xD800;",
        "<![CDATA[",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40))
def test_any_markup_is_read_or_refused(pieces):
    try:
        article = read("".join(pieces).encode(errors="replace"))
    except SourceError:
        return
    assert article.text.strip()
    assert article.text.encode()


@pytest.mark.parametrize(
    ("url", "data", "text"),
    [
        ("file:///a.html", "<p>It <b>rained</b>.</p>", "It rained."),
        ("file:///a%20b.HTM", "<p>It <b>rained</b>.</p>", "It rained."),
        ("stdin:0123", "\n <!doctype html><p>It <b>rained</b>.</p>", "It rained."),
        ("https://clarion.example/bridge?page=a.txt", "<p>It <b>rained</b>.</p>", "It rained."),
        ("file:///a.txt", "<p>It <b>rained</b>.</p>", "<p>It <b>rained</b>.</p>"),
        ("stdin:0123", "It < rained >.", "It < rained >."),
    ],
)
def test_page_or_plain_text(url, data, text):
    assert articles.article(Raw(url, "a", data.encode())).text == text


def test_title_line_is_for_plain_text_only():
    assert articles.article(Raw("file:///a.txt", "a", b"One.\nTwo."), title_line=True).title == "One."
    assert articles.article(Raw("file:///a.html", "a", b"<p>One.</p><p>Two.</p>"), title_line=True).title is None


@pytest.mark.parametrize(
    ("fetched", "reached_by", "canonical", "url", "addresses"),
    [
        (
            "https://c.example/a?utm_source=x",
            (),
            "https://c.example/a",
            "https://c.example/a",
            ("https://c.example/a?utm_source=x",),
        ),
        ("https://c.example/a", (), "https://c.example/a", "https://c.example/a", ()),
        (
            "https://c.example/a",
            ("http://c.example/r",),
            "/b",
            "https://c.example/a",
            ("http://c.example/r", "https://c.example/b"),
        ),
        ("https://c.example/a", (), "https://other.example/b", "https://c.example/a", ("https://other.example/b",)),
        ("https://c.example/a", (), "javascript:alert(1)", "https://c.example/a", ()),
        ("https://c.example/a", (), "http://[", "https://c.example/a", ()),
        ("file:///a.html", (), "https://c.example/a", "file:///a.html", ()),
    ],
)
def test_addresses(fetched, reached_by, canonical, url, addresses):
    data = around("It rained.", f'<link rel="canonical" href="{canonical}">').encode()
    article = page.article(Raw(fetched, "a", data, addresses=reached_by))
    assert (article.url, article.addresses) == (url, addresses)


def test_pictures_within_a_page_do_not_cost_its_text():
    picture = f'<img src="data:image/png;base64,{"A" * 6_000_000}">'
    assert read(f"<p>It rained, said Ann.</p>{picture}<p>It snowed.</p>").text == "It rained, said Ann.\n\nIt snowed."
