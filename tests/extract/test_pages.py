"""Pages in the styles of real sites, each with what a reader would take from it: `pages/gold.json`."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import trafilatura

from sayso.extract import articles
from sayso.records import Raw

PAGES = Path(__file__).parent / "pages"
GOLD = json.loads((PAGES / "gold.json").read_text(encoding="utf-8"))
# How many of the 40 are right, at least: all that were right when it was measured.
FLOORS = {"title": 38, "outlet": 38, "published": 40, "text": 33}


@pytest.fixture(scope="module")
def found():
    return {name: articles.article(Raw(gold["url"], name, (PAGES / name).read_bytes())) for name, gold in GOLD.items()}


def test_there_are_forty():
    assert len(GOLD) == 40


@pytest.mark.parametrize("fact", ["title", "outlet"])
def test_facts(found, fact):
    assert sum(getattr(found[name], fact) == gold[fact] for name, gold in GOLD.items()) >= FLOORS[fact]


def test_day_of_publication(found):
    right = [name for name, gold in GOLD.items() if (found[name].published or "")[:10] == gold["published"][:10]]
    assert len(right) >= FLOORS["published"]


def test_whole_text_and_nothing_else(found):
    assert sum(found[name].text.split() == gold["text"].split() for name, gold in GOLD.items()) >= FLOORS["text"]


def test_text_is_no_worse_than_the_extractor_alone(found):
    for name, gold in GOLD.items():
        alone = trafilatura.extract((PAGES / name).read_text(encoding="utf-8"), fast=True, include_comments=False)
        assert f1(gold["text"], found[name].text) >= f1(gold["text"], alone or ""), name


def test_none_is_taken_for_less_than_it_is(found):
    assert {name: article.unread for name, article in found.items() if article.unread} == {}


def f1(gold, text):
    gold, text = fours(gold), fours(text)
    return 2 * (gold & text).total() / max(1, gold.total() + text.total())


def fours(text):
    words = re.findall(r"\w+", text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
