import json

import pytest
from trafilatura import load_html

from sayso.extract.facts import facts

EARLY, LATE = "2025-06-09T06:30:00+02:00", "2025-06-09T09:00:00Z"
ARTICLE = {"@type": "NewsArticle", "datePublished": EARLY, "dateModified": LATE}


def on(head="", body="", root="html"):
    return facts(load_html(f"<{root}><head>{head}</head><body>{body}<p>x</p></body></html>"))


def linked(data):
    return f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def test_nothing_is_known_of_a_bare_page():
    assert set(on(body="<footer>© 2021 The Clarion, 9 June 2025</footer>").values()) == {None}


@pytest.mark.parametrize(("root", "language"), [('html lang="en-GB"', "en-GB"), ('html lang=""', None), ("html", None)])
def test_language(root, language):
    assert on(root=root)["language"] == language


@pytest.mark.parametrize(
    "head",
    [
        linked(ARTICLE),
        linked([{"@type": "WebSite", "datePublished": "2001-01-01"}, ARTICLE]),
        linked({"@graph": [{"@type": ["Thing"]}, {**ARTICLE, "@type": ["Article", "Thing"]}]}),
        linked({**ARTICLE, "isPartOf": {"@type": "Article", "datePublished": "2001-01-01"}}),
        linked("{not json") + linked(ARTICLE),
        linked("[" * 100_000) + linked(ARTICLE),
        meta("article:published_time", EARLY) + meta("article:modified_time", LATE),
        f'<meta name="date" content=" {EARLY} ">' + meta("og:updated_time", LATE),
        f'<meta itemprop="datePublished" content="{EARLY}"><meta itemprop="dateModified" content="{LATE}">',
    ],
)
def test_dates_in_the_head(head):
    found = on(head)
    assert (found["published"], found["updated"]) == (EARLY, LATE)


@pytest.mark.parametrize(
    ("body", "published"),
    [
        (f'<article><time datetime="{EARLY}">9 June</time></article>', EARLY),
        (f'<main><time itemprop="datePublished" datetime="{EARLY}">9 June</time></main>', EARLY),
        (f'<header><time datetime="{LATE}">today</time></header>', None),
        ("<article><time>9 June 2025</time></article>", None),
    ],
)
def test_dates_in_the_body(body, published):
    assert on(body=body)["published"] == published


@pytest.mark.parametrize("said", ["yesterday", "", "9 Junuary 2025", 20250609, None, {"@value": EARLY}])
def test_what_is_no_date_is_not_known(said):
    assert on(linked({"@type": "Article", "datePublished": said}))["published"] is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked({"@type": "NewsArticle", "headline": "Mayor &#8216;denies&#8217;\n deal"}), "<h1>Other</h1>"),
        (meta("og:title", "Mayor ‘denies’ deal"), "<h1>Other</h1>"),
        (meta("og:title", "Mayor ‘denies’ deal – The Clarion") + meta("og:site_name", "The Clarion"), ""),
        ("<title>Other</title>", "<h1> Mayor <i>‘denies’</i> deal</h1>"),
        ("<title>Mayor ‘denies’ deal | The Clarion</title>" + meta("og:site_name", "The Clarion"), ""),
        ("<title>Mayor ‘denies’ deal</title>", ""),
    ],
)
def test_title(head, body):
    assert on(head, body)["title"] == "Mayor ‘denies’ deal"


@pytest.mark.parametrize(
    "head",
    [
        linked({"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Clarion"}}),
        linked({"@type": "NewsArticle", "publisher": [{"name": ["?"]}, "The Clarion"]}),
        linked({"@type": "BlogPosting", "publisher": "The Clarion"}) + meta("og:site_name", "Other"),
        linked({"@graph": [{"@type": "Article", "publisher": {"@id": "#us"}}, {"@id": "#us", "name": "The Clarion"}]}),
        linked({"@type": "Article", "publisher": {"@id": "#nobody"}}) + meta("og:site_name", "The Clarion"),
        meta("og:site_name", "The Clarion"),
    ],
)
def test_outlet(head):
    assert on(head)["outlet"] == "The Clarion"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked({"@type": "NewsArticle", "author": [{"name": "Ada Brook"}, {"name": "Ben Holt"}]}), ""),
        (linked({"@type": "NewsArticle", "author": "By Ada Brook, Ben Holt"}), ""),
        (meta("author", "Ada Brook") + meta("author", "Ben Holt") + meta("author", "Ada Brook"), ""),
        (meta("article:author", "https://clarion.example/ada"), '<p class="small byline">by Ada Brook, Ben Holt</p>'),
        ("", '<a rel="author" href="/ada">Ada Brook, Ben Holt</a>'),
        ("", f'<div class="byline">{"word " * 30}</div><div class="byline">Ada Brook, Ben Holt</div>'),
    ],
)
def test_byline(head, body):
    assert on(head, body)["byline"] == "Ada Brook, Ben Holt"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("9 June 2025", "2025-06-09"),
        ("June 9, 2025", "2025-06-09"),
        ("Monday, June 9, 2025", "2025-06-09"),
        ("2025/6/9", "2025-06-09"),
        ("2025-06-09 06:30:00 UTC", "2025-06-09 06:30:00+00:00"),
        ("2025-06-09 06:30:00 +0200", "2025-06-09 06:30:00+0200"),
        ("Mon, 09 Jun 2025 06:30:00 GMT", "2025-06-09T06:30:00+00:00"),
    ],
)
def test_dates_are_given_in_iso(said, date):
    assert on(linked({"@type": "Article", "datePublished": said}))["published"] == date


@pytest.mark.parametrize(
    ("head", "body", "outlet"),
    [
        ("<title>Mayor denies deal | The Clarion</title>", "<h1>Mayor denies deal</h1>", "The Clarion"),
        ("<title>Mayor denies deal - live</title>", "<h1>Mayor denies</h1>", None),
        ("<title>Mayor - denies deal</title>", "", None),
        (meta("application-name", "The Clarion"), "", "The Clarion"),
        ("", '<p itemprop="publisher"><meta itemprop="name" content="The Clarion"></p>', "The Clarion"),
    ],
)
def test_outlet_in_markup(head, body, outlet):
    assert on(head, body)["outlet"] == outlet


def test_somebody_is_a_better_byline_than_the_outlet():
    article = {"@type": "Article", "author": {"name": "The Clarion"}, "publisher": {"name": "The Clarion"}}
    assert on(linked(article), '<p class="Byline-name">By Ada Brook</p>')["byline"] == "Ada Brook"
    assert on(linked(article))["byline"] == "The Clarion"
