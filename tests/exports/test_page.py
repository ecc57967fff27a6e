import os
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.exports.page import page
from sayso.records import Act, Article, Form, Kind, Reading, Span, Speaker, Statement
from sayso.text.paragraphs import paragraphs
from sayso.text.visible import visible
from tests.exports.readings import Builder, dispatch, every, trade

VOID = {"meta", "br"}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Parsed(HTMLParser):
    """A page taken apart: its elements, the text of each of its paragraphs of words, its style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.inside: dict[str, str] = {"style": "", "script": "", "title": ""}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)
        if self.is_words(element):
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(map(self.is_words, self.open)):
            self.words[-1] += data
        if self.open and self.open[-1][0] in self.inside:
            self.inside[self.open[-1][0]] += data

    @staticmethod
    def is_words(element: tuple[str, dict[str, str]]) -> bool:
        return element[1].get("class") == "words"

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def shown_words(reading: Reading) -> list[str]:
    return [visible(reading.article.text[start:end]) for start, end in paragraphs(reading.article.text)]


def hostile(words: str) -> Reading:
    """A reading in which every field that an article fills holds `words`."""
    builder = Builder(Article(words, words, f"{words} x", words, words, words, words, words))
    builder.said(builder.speaker(words, Kind.PERSON), words, words, words, act=Act.DENIES)
    return builder.reading()


def statements(text: str) -> st.SearchStrategy[list[Statement]]:
    edge = st.integers(0, len(text))
    span = st.tuples(edge, edge).map(sorted).map(lambda edges: Span(text[slice(*edges)], *edges))
    maybe = st.none() | span
    contents = st.lists(span, max_size=3).map(tuple)
    acts, forms, true = st.sampled_from(Act), st.sampled_from(Form), st.booleans()
    return st.lists(
        st.builds(
            Statement,
            st.just("s"),
            forms,
            acts,
            maybe,
            maybe,
            contents,
            st.just("p"),
            st.just(()),
            st.none(),
            true,
            st.just(0.5),
        ),
        max_size=5,
    )


def readings() -> st.SearchStrategy[Reading]:
    def of(text: str) -> st.SearchStrategy[Reading]:
        article, speakers = Article("a", "https://a.example/", text), (Speaker("p", "P", Kind.PERSON),)
        return statements(text).map(lambda found: Reading(article, speakers, tuple(found)))

    return st.text(st.characters() | st.sampled_from("ab \n<&>\"'"), max_size=60).filter(paragraphs).flatmap(of)


def test_the_words_are_those_of_the_articles() -> None:
    assert Parsed(page(every())).words == [words for reading in every() for words in shown_words(reading)]


@settings(max_examples=50, deadline=None)
@given(readings())
def test_the_words_stay_whatever_is_marked(reading: Reading) -> None:
    parsed = Parsed(page([reading]))
    assert parsed.words == shown_words(reading)
    listed = [name for name in parsed.attributes("id") if name.startswith("item-")]
    assert len(listed) == len(reading.statements)


def test_text_and_list_lead_to_each_other() -> None:
    parsed = Parsed(page(every()))
    names = parsed.attributes("id")
    assert len(names) == len(set(names))
    targets = {address.removeprefix("#") for address in parsed.attributes("href") if address.startswith("#")}
    assert targets <= set(names)
    for kind in ("note-", "item-", "ref-"):
        assert sum(name.startswith(kind) for name in targets) == sum(len(r.statements) for r in every())


def test_nested_statements_share_segments() -> None:
    parsed = Parsed(page([trade()]))
    assert "content:1-5 content:1-4" in parsed.attributes("data-of")
    assert "cue:1-5 content:1-4" in parsed.attributes("data-of")


def test_several_articles_have_an_index() -> None:
    several, one = Parsed(page(every())), Parsed(page([trade()]))
    assert [a for a in several.attributes("href") if a.startswith("#article-")] == [
        f"#article-{n}" for n in range(1, 5)
    ]
    assert not any(a.startswith("#article-") for a in one.attributes("href"))
    assert several.inside["title"] == "Who said what"
    assert one.inside["title"] == trade().article.title


def test_an_article_without_statements() -> None:
    html = page([Reading(Article("a", "https://quiet.example/", "Rain.\n\nMore rain."), (), ())])
    assert Parsed(html).words == ["Rain.", "More rain."]
    assert "No statements found in this article." in html


def test_no_articles() -> None:
    assert Parsed(page([])).words == []


def test_a_file_goes_by_its_name() -> None:
    html = page([dispatch()])
    assert "3-dispatch.txt" in html
    assert "/home/" not in html


def test_asks_for_nothing_outside_and_lets_nothing_else_run() -> None:
    parsed = Parsed(page(every()))
    policy = next(a["content"] for _, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy")
    hashes = {kind: b64encode(sha256(parsed.inside[kind].encode()).digest()).decode() for kind in ("style", "script")}
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not {tag for tag, _ in parsed.elements} & {"link", "img", "iframe", "base", "object"}
    assert not {name for _, attributes in parsed.elements for name in attributes} & {
        "src",
        "style",
        "onclick",
        "action",
    }
    assert not re.search(r"url\(|@import", parsed.inside["style"])


@pytest.mark.parametrize(
    "words",
    [
        "<script>document.documentElement.dataset.evil = 1</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "{{ 7 * 7 }} {% raw %}",
        "</style></title></p>",
        "&lt;b&gt;",
        "\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\x00\x1b",
        "lone \ud83d half",
    ],
)
def test_hostile_text_is_only_text(words: str) -> None:
    reading = hostile(words)
    html = page([reading])
    parsed = Parsed(html)
    assert parsed.words == shown_words(reading)
    assert parsed.inside["title"] == visible(words)
    assert [tag for tag, _ in parsed.elements].count("script") == 1
    assert not {name for _, attributes in parsed.elements for name in attributes} & {"src", "onerror", "onmouseover"}
    html.encode()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http:alert", "https://[", "//x.example"])
def test_only_web_addresses_are_links(url: str) -> None:
    reading = Reading(Article("a", url, "Rain.", title="Rain"), (), ())
    assert [a for a in Parsed(page([reading])).attributes("href") if a == url] == [url] * url.startswith("https://")


@pytest.fixture
def chromium() -> str:
    if CHROMIUM:
        return CHROMIUM
    if os.environ.get("CI") == "true":
        pytest.fail("no chromium on PATH, and CI must run this test")
    pytest.skip("no chromium on PATH")


def rendered(chromium: str, html: str, folder: Path, fragment: str) -> Parsed:
    """What a browser makes of `html`, opened at `fragment`."""
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", *quiet, profile, "--dump-dom"]
    done = subprocess.run([*command, f"{file.as_uri()}#{fragment}"], capture_output=True, timeout=120, check=True)
    return Parsed(done.stdout.decode())


def test_runs_in_a_browser(chromium: str, tmp_path: Path) -> None:
    evil = hostile("<script>document.documentElement.dataset.evil = 1</script>")
    parsed = rendered(chromium, page([*every(), evil]), tmp_path, "ref-3-5")
    root = parsed.elements[0][1]
    assert root == {"lang": "en", "data-script": "on"}
    on = [a for _, a in parsed.elements if "on" in a.get("class", "").split()]
    assert {a["data-key"] for a in on if "data-key" in a} == {"3-5"}
    assert [a["data-of"] for a in on if "data-of" in a] == [
        "source:3-5 content:3-4",
        "cue:3-5 content:3-4",
        "content:3-5 content:3-4",
    ]
    assert parsed.words == [words for reading in (*every(), evil) for words in shown_words(reading)]
