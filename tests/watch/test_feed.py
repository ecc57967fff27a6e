import pytest

from sayso.errors import NotAFeed
from sayso.watch.feed import Entry, parse

AT = "https://clarion.example/feed"
A, B = "https://clarion.example/a", "https://clarion.example/b?x=1&y=2"

RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Clarion</title><link>https://clarion.example/</link>
<item><title>Rain &amp; snow</title><link>{A}</link><guid isPermaLink="false">1</guid>
<pubDate>Mon, 09 Jun 2025 06:30:00 GMT</pubDate></item>
<item><title><![CDATA[More <b>rain</b>]]></title><link><![CDATA[{B}]]></link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The Clarion</title>
<link rel="self" href="https://clarion.example/feed"/>
<entry><title>Rain &amp; snow</title><link rel="enclosure" href="https://clarion.example/a.mp3"/>
<link href="/a"/><published>2025-06-09T06:30:00Z</published></entry>
<entry><title>More &lt;b&gt;rain&lt;/b&gt;</title><link rel="alternate" href="{B.replace("&", "&amp;")}"/></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Clarion</title><items><rdf:Seq><rdf:li/></rdf:Seq></items>
</channel><item><title>Rain &amp; snow</title><link>{A}</link><dc:date>2025-06-09T06:30:00Z</dc:date></item>
<item><title>More &lt;b&gt;rain&lt;/b&gt;</title><link>{B.replace("&", "&amp;")}</link></item></rdf:RDF>"""
JSON = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "The Clarion", "items": [
{{"id": "1", "url": "{A}", "title": "Rain & snow", "date_published": "2025-06-09T06:30:00Z"}},
{{"id": "2", "external_url": "{B}", "title": "More <b>rain</b>"}}, {{"id": 3}}, 4]}}"""


@pytest.mark.parametrize(("kind", "data"), [("RSS", RSS), ("Atom", ATOM), ("RSS", RDF), ("JSON Feed", JSON)])
def test_kinds(kind, data):
    feed = parse(data.encode(), AT)
    assert (feed.kind, feed.title) == (kind, "The Clarion")
    first, second = feed.entries
    assert (first.url, first.title) == (A, "Rain & snow")
    assert first.published.startswith("2025-06-09T06:30:00")
    assert second == Entry(B, "More <b>rain</b>")


@pytest.mark.parametrize(
    "data",
    [
        RSS.replace("<![CDATA[" + B + "]]>", B),
        RSS.replace("Rain &amp; snow", "Rain & snow"),
        RSS.replace("Rain &amp; snow", "Rain&nbsp;&amp;&nbsp;snow"),
        "\n " + RSS,
        RSS.replace("</channel></rss>", ""),
    ],
    ids=["bare & in a link", "bare & in a title", "name of HTML", "space first", "cut off"],
)
def test_broken_feeds_are_repaired(data):
    assert [entry.url for entry in parse(data.encode(), AT).entries] == [A, B]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding):
    declared = "" if encoding.startswith("utf") else f' encoding="{encoding}"'
    data = RSS.replace('version="1.0"?', f'version="1.0"{declared}?').replace("The Clarion", "Le Clairon déchaîné")
    assert parse(data.encode(encoding), AT).title == "Le Clairon déchaîné"


def test_news_sitemap():
    data = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{A}</loc><news:news><news:publication>
    <news:name>The Clarion</news:name></news:publication><news:publication_date>2025-06-09</news:publication_date>
    <news:title>Rain</news:title></news:news></url><url><loc> /old </loc><lastmod>2020-01-01</lastmod></url></urlset>"""
    assert parse(data.encode(), AT).entries == (
        Entry(A, "Rain", "2025-06-09"),
        Entry("https://clarion.example/old", None, "2020-01-01"),
    )


def test_lists_of_feeds():
    index = """<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
    <sitemap><loc>/2.xml</loc><lastmod>2025-01-01</lastmod></sitemap></sitemapindex>"""
    assert parse(index.encode(), AT).feeds == ("https://clarion.example/2.xml", "https://clarion.example/1.xml")
    opml = """<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://clarion.example/feed"/>
    <outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://tribune.example/feed"/></outline></body></opml>"""
    assert parse(opml.encode(), "subscriptions.opml").feeds == (
        "https://clarion.example/feed",
        "https://tribune.example/feed",
    )


def test_a_feed_proxy_is_not_the_article():
    item = f"<item><link>https://proxy.example/~r/1</link><f:origLink xmlns:f='f'>{A}</f:origLink></item>"
    assert [entry.url for entry in parse(f"<rss>{item}</rss>".encode(), AT).entries] == [A]


def test_a_permanent_guid_is_an_address():
    items = (
        f"<item><guid>{A}</guid></item><item><guid>tag:1</guid></item><item><guid isPermaLink='false'>{B}</guid></item>"
    )
    assert [entry.url for entry in parse(f"<rss>{items}</rss>".encode(), AT).entries] == [A]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://a b/", ""])
def test_what_is_no_address_of_the_web_is_no_entry(link):
    assert parse(f"<rss><item><link>{link}</link></item></rss>".encode(), AT).entries == ()


@pytest.mark.parametrize("data", [b"", b"   ", b"plain words", b"<x/>", b"{}", b"[]", b"{", b"\x89PNG", b"\0\0"])
def test_what_is_no_feed(data):
    with pytest.raises(NotAFeed, match="it is no feed"):
        parse(data, AT)


def test_a_page_is_told_from_a_feed():
    with pytest.raises(NotAFeed, match="`sayso discover` finds"):
        parse(b"<!doctype html><html><head><title>x</title></head><body><p>x<br>y</body></html>", AT)
