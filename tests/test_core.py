import sys
from types import ModuleType, SimpleNamespace

import pytest

import sayso
from sayso import core
from sayso.analyse.model import FAST
from sayso.errors import MissingSource, NotAnArticle, SourceError
from sayso.records import Reading
from tests import fakes

TEXT = '"It rained," said Ann Lee.'


@pytest.fixture
def loads(monkeypatch):
    """Puts the fake reader where the model is loaded, and collects when that happens."""
    loads = []
    module = ModuleType("sayso.analyse.reader")
    module.Reader = SimpleNamespace(load=lambda threads, name: loads.append("now") or fakes.analyse)
    monkeypatch.setitem(sys.modules, "sayso.analyse.reader", module)
    core._shared.cache_clear()
    yield loads
    core._shared.cache_clear()


def test_read_gives_readings(loads, tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name}: {TEXT}")
    assert [reading.article.text[:5] for reading in sayso.read(tmp_path)] == ["a.txt", "b.txt"]
    assert [reading.article.title for reading in sayso.read(str(tmp_path / "a.txt"), title_line=True)] == [
        f"a.txt: {TEXT}"
    ]
    assert loads == ["now"]


def test_read_raises_what_cannot_be_read(loads, tmp_path):
    with pytest.raises(MissingSource):
        sayso.read(tmp_path / "no.txt")
    assert loads == []


def test_object_gives_errors_in_their_place(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    found = list(fakes.sayso().read(tmp_path / "no.txt", str(tmp_path / "a.txt")))
    assert [isinstance(one, SourceError) for one in found] == [True, False]


def test_model_is_loaded_once_and_late(loads):
    reader = sayso.Sayso()
    assert loads == []
    reader.read_text(TEXT)
    reader.read_text(TEXT)
    assert loads == ["now"]


def test_fast_is_another_model():
    reader = sayso.Sayso(fast=True)
    assert [s.name for s in reader.read_text(TEXT).speakers] == ["Ann Lee"]
    assert reader.made.model == FAST != sayso.Sayso().made.model


def test_read_text(loads):
    reading = sayso.read_text(TEXT, url="https://clarion.example/bridge", outlet="The Clarion", published="2025-06-09")
    assert isinstance(reading, Reading)
    assert reading.article.text == TEXT
    assert reading.article.url == "https://clarion.example/bridge"
    assert (reading.article.outlet, reading.article.published) == ("The Clarion", "2025-06-09")
    assert reading.speakers[0].name == "Ann Lee"


def test_texts_without_an_address_are_told_apart():
    read = fakes.sayso().read_text
    assert read(TEXT).article == read(TEXT).article
    assert read(TEXT).article.url != read(TEXT + " ").article.url
    assert read(TEXT, id="a1").article.id == "a1"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"text": " "}, "text: it holds nothing but white space"),
        ({"text": "\ud800"}, 'text: its "text" holds half a character (a lone surrogate) at offset 0'),
        ({"text": "x", "url": "u", "updated": "now"}, 'u: its "updated" is not an ISO 8601 date'),
    ],
)
def test_read_text_raises_what_is_no_article(arguments, problem):
    with pytest.raises(NotAnArticle) as caught:
        fakes.sayso().read_text(**arguments)
    assert str(caught.value) == problem
