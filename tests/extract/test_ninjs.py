import json

import pytest

from sayso.errors import NotAnArticle
from sayso.extract import articles
from sayso.records import Raw

PLAIN = "There was no call, Anna Brook said on Monday.\n\nNobody rang us."
MARKUP = "<section><h1>No call</h1><p>There was no call, Anna <b>Brook</b> said.</p><p>Nobody<br>rang us.</p></section>"


def read(item):
    return articles.article(Raw("file:///wire/item.json", "item.json", json.dumps(item).encode()))


def test_an_item_of_version_1():
    article = read({
        "uri": "https://isn.example/items/9", "type": "text", "versioncreated": "2026-03-10T10:37:00Z",
        "firstcreated": "2026-03-09T08:00:00Z", "byline": "Ida Holm", "headline": "No call", "body_text": PLAIN,
        "body_xhtml": MARKUP, "copyrightholder": "ISN", "language": "en",
    })  # fmt: skip
    assert (article.url, article.text, article.title, article.byline) == (
        "https://isn.example/items/9", PLAIN, "No call", "Ida Holm",
    )  # fmt: skip
    assert (article.outlet, article.language) == ("ISN", "en")
    assert (article.published, article.updated) == ("2026-03-09T08:00:00Z", "2026-03-10T10:37:00Z")


def test_an_item_of_version_3_with_markup_alone():
    article = read({
        "uri": "urn:newsml:isn.example:9", "versionCreated": "2026-03-10T10:37:00+01:00", "pubStatus": "usable",
        "bodies": [{"role": "html", "contentType": "text/html", "value": MARKUP}],
        "headlines": [{"role": "short", "value": "Call?"}, {"role": "main", "value": "No call"}],
        "by": "Ida Holm, ISN", "infoSources": [{"name": "ISN"}],
    })  # fmt: skip
    assert article.text == "No call\n\nThere was no call, Anna Brook said.\n\nNobody\n\nrang us."
    assert (article.url, article.title, article.byline, article.outlet) == (
        "urn:newsml:isn.example:9", "No call", "Ida Holm, ISN", "ISN",
    )  # fmt: skip
    assert (article.published, article.updated) == ("2026-03-10T10:37:00+01:00", None)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ({"headline": "x"}, "it is no item of ninjs: it has no uri"),
        ([1], "it is no item of ninjs"),
        ({"uri": "x:1", "type": "picture", "body_text": PLAIN}, "it is of type picture, and no text"),
        ({"uri": "x:1", "pubstatus": "canceled", "body_text": PLAIN}, "its agency has withdrawn it"),
        ({"uri": "x:1", "bodies": [{"value": 3}, "no"], "body_text": 7}, "there is no text in it"),
        ({"uri": "x:1", "bodies": [{"value": "<script>alert(1)</script>"}]}, "there is no text in it"),
    ],
)
def test_what_is_no_article_says_why(item, problem):
    with pytest.raises(NotAnArticle, match=problem):
        read(item)


def test_files_are_read_where_they_are_named(run, tmp_path):
    item = {"uri": "https://isn.example/9", "versionCreated": "2026-03-09", "body_text": '"No," said Anna Brook.'}
    (tmp_path / "item.json").write_text(json.dumps(item))
    (tmp_path / "call.txt").write_text('"Yes," said Tom Reed.')
    assert "Anna Brook" in run("read", tmp_path / "item.json").stdout
    assert "Anna Brook" not in run("read", tmp_path).stdout
