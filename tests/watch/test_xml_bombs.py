"""XML that is meant to do harm: no file is opened, nothing is connected to, and it is over in two seconds."""

import sys
import time

import pytest

from sayso.errors import NotAFeed
from sayso.watch.feed import parse

ITEM = "<item><link>https://clarion.example/a</link></item>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
BOMBS = {
    "billion laughs": f'<!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]><rss><channel><title>&l19;</title>{ITEM}</channel></rss>',
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"a" * 100_000}">]><rss><channel><title>{"&a;" * 50_000}</title>{ITEM}</channel></rss>',
    "file": f'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><title>&f;</title>{ITEM}</channel></rss>',
    "web": f'<!DOCTYPE r [<!ENTITY f SYSTEM "http://127.0.0.1:1/">]><rss><channel><title>&f;</title>{ITEM}</channel></rss>',
    "external DTD": f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd"><rss><channel>{ITEM}</channel></rss>',
    "local DTD": f'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel>{ITEM}</channel></rss>',
    "parameter entity": f'<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><rss><channel>{ITEM}</channel></rss>',
    "XInclude": f'<rss xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/>{ITEM}</rss>',
    "style sheet": f'<?xml-stylesheet href="file:///etc/passwd"?><rss>{ITEM}</rss>',
    "200,000 levels": "<rss>" + "<a>" * 200_000 + "</a>" * 200_000 + ITEM + "</rss>",
    "200,000 levels, not closed": "<rss>" + "<a>" * 200_000,
    "a million attributes": "<rss " + " ".join(f'a{n}=""' for n in range(1_000_000)) + f">{ITEM}</rss>",
    "long text": f"<rss><channel><title>{'x' * 9_000_000}</title>{ITEM}</channel></rss>",
    "bare ampersands": f"<rss><channel><title>{'& ' * 2_000_000}</title>{ITEM}</channel></rss>",
    "outlines": "<opml><body>" + "<outline>" * 100_000,
    "sitemap": "<urlset>" + "<url><loc>https://clarion.example/a</loc></url>" * 100_000 + "</urlset>",
    "JSON": '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 200_000,
    "dotted author": f"<rss><channel><item><author>{'a.' * 16_000}</author><link>/a</link></item></channel></rss>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name, audited):
    data = BOMBS[name].encode()
    started = time.monotonic()
    try:
        title = parse(data, "https://clarion.example/feed").title or ""
    except NotAFeed:
        title = ""
    # Much more than it takes, as machines are busy at times.
    assert time.monotonic() - started < 10
    assert "root:" not in title
    assert len(title) <= 10_000_000
    assert audited == []


@pytest.fixture
def audited():
    """What Python opens and connects to meanwhile."""
    events = []
    watching = [True]

    def hook(event, args):
        if watching[0] and (
            event in {"socket.connect", "socket.getaddrinfo"} or (event == "open" and "passwd" in str(args))
        ):
            events.append((event, args))

    sys.addaudithook(hook)
    yield events
    watching[0] = False
