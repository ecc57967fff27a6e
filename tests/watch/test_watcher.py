import threading
import time
from collections import Counter

import pytest

from sayso.core import Sayso
from sayso.fetch.web import Web
from sayso.ledger import watching
from sayso.ledger.ledger import Ledger
from sayso.watch.batches import batches
from sayso.watch.watcher import Watcher
from tests import fakes
from tests.claims.stand_ins import Models
from tests.fetch.blocked import HOSTS, NAMED
from tests.fetch.outside import PUBLIC

FEED = "http://clarion.example/feed"
HOUR = 3600


def page(words="It rained", head=""):
    return f'<html lang=en><head>{head}</head><body><article><p>"{words}," said Ann Lee.</p></article></body></html>'


def rss(*links):
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return f"<rss><channel><title>The Clarion</title>{items}</channel></rss>"


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "s.db", create=True) as ledger:
        yield ledger


@pytest.fixture
def watch(ledger, web, clock):
    """Watch feeds for a round; gives what it did and the problems that were told of."""

    def watch(*feeds):
        problems = []
        with ledger.writing() as connection:
            watching.add_feeds(connection, feeds, int(clock.now()))
        done = Watcher(
            Sayso(fakes.analyse, web, Models()), ledger, lambda error: problems.append(str(error)), at_once=1
        ).round()
        return done, problems

    return watch


def versions(ledger):
    with ledger.view() as view:
        return [(stored.reading.article.url, stored.version) for stored in view.readings()]


def test_articles_of_a_feed_are_read(watch, site, ledger):
    site.pages |= {
        "clarion.example/feed": rss("/a", "/b"),
        "clarion.example/a": page(),
        "clarion.example/b": page("Hail"),
    }
    done, problems = watch(FEED)
    assert problems == []
    assert (done.feeds, done.found, done.fetched, done.articles, done.statements) == (1, 2, 2, 2, 2)
    assert versions(ledger) == [("http://clarion.example/a", 1), ("http://clarion.example/b", 1)]


def test_claims_follow_what_is_read(watch, site, ledger):
    site.pages |= {
        "clarion.example/feed": rss("/a", "/b"),
        "clarion.example/a": page(),
        "clarion.example/b": page(head="<title>Once more</title>").replace("lang=en", 'lang="en" class="b"'),
    }
    watch(FEED)
    with ledger.view() as view:
        assert [len(claim.positions) for claim in view.claims()] == [2]


def test_nothing_is_asked_before_it_is_due(watch, site, clock):
    site.pages |= {"clarion.example/feed": rss("/a"), "clarion.example/a": page()}
    watch(FEED)
    asked = len(site.asked)
    clock.time += HOUR - 60
    done, _ = watch(FEED)
    assert (len(site.asked), done.feeds, done.fetched) == (asked, 0, 0)


def test_a_changed_article_is_a_new_version(watch, site, ledger, clock):
    site.pages |= {"clarion.example/feed": rss("/a"), "clarion.example/a": page()}
    watch(FEED)
    clock.time += HOUR + 60
    done, _ = watch(FEED)
    assert (done.fetched, done.unchanged, done.versions) == (1, 1, 0)
    site.pages["clarion.example/a"] = page("It snowed")
    clock.time += 2 * HOUR + 60
    done, _ = watch(FEED)
    assert (done.fetched, done.unchanged, done.versions) == (1, 0, 1)
    assert versions(ledger) == [("http://clarion.example/a", 1), ("http://clarion.example/a", 2)]


def test_pages_are_looked_at_ever_less_for_a_week(watch, site, clock):
    site.pages |= {"clarion.example/feed": rss("/a"), "clarion.example/a": page()}
    times = []
    for _ in range(24 * 14):
        watch(FEED)
        if "clarion.example/a" in site.places()[-2:]:
            times.append(clock.now())
            site.asked.clear()
        clock.time += HOUR
    assert [round((time - times[0]) / HOUR) for time in times] == [0, 1, 3, 7, 15, 31, 63, 127]


def test_one_article_under_several_addresses_is_one(watch, site, ledger):
    canonical = '<link rel="canonical" href="http://clarion.example/a">'
    site.pages |= {
        "clarion.example/feed": rss("/a?utm_source=rss", "/a#top", "http://m.clarion.example/a", "/2026/a-long", "/r"),
        "clarion.example/a?utm_source=rss": page(),
        "clarion.example/2026/a-long": page(head=canonical),
        "clarion.example/r": (302, {"Location": "/a?fbclid=1"}, ""),
        "clarion.example/a?fbclid=1": page(),
    }
    done, problems = watch(FEED)
    assert (problems, done.fetched, done.articles) == ([], 3, 1)
    assert len(versions(ledger)) == 1


def test_same_text_at_another_outlet_is_another_article(watch, site, ledger):
    claim = '<link rel="canonical" href="http://elsewhere.example/x">'
    site.pages |= {
        "clarion.example/feed": rss("/a", "http://tribune.example/a"),
        "clarion.example/a": page(),
        "tribune.example/a": page(head=claim),
    }
    done, _ = watch(FEED)
    assert done.articles == 2


def test_syndicated_copy_that_names_its_original_is_the_same_article(watch, site, ledger):
    original = '<link rel="canonical" href="http://clarion.example/a">'
    site.pages |= {
        "clarion.example/feed": rss("/a", "http://tribune.example/copy"),
        "clarion.example/a": page(),
        "tribune.example/copy": page(head=original),
    }
    done, _ = watch(FEED)
    assert (done.articles, versions(ledger)) == (1, [("http://clarion.example/a", 1)])


def test_nobody_can_pass_a_text_off_as_anothers(watch, site, ledger):
    forged = '<link rel="canonical" href="http://clarion.example/a">'
    site.pages |= {
        "clarion.example/feed": rss("http://tribune.example/forged", "/a"),
        "clarion.example/a": page(),
        "tribune.example/forged": page("I resign", head=forged),
    }
    done, _ = watch(FEED)
    assert done.articles == 2
    assert sorted(versions(ledger)) == [("http://clarion.example/a", 1), ("http://tribune.example/forged", 1)]


def test_problems_are_told_and_tried_again(watch, site, clock):
    site.pages |= {"clarion.example/feed": rss("/a", "/none", "/pic"), "clarion.example/a": (500, {}, "")}
    site.pages["clarion.example/pic"] = (200, {"Content-Type": "image/png"}, "x")
    done, problems = watch(FEED)
    assert problems == [
        "http://clarion.example/a: its host answers with status 500",
        "http://clarion.example/none: there is no such page",
        "http://clarion.example/pic: it is no page, but image/png",
    ]
    site.pages["clarion.example/a"] = page()
    clock.time += HOUR + 60
    done, problems = watch(FEED)
    assert (done.articles, problems) == (1, [])
    assert site.places().count("clarion.example/none") == 1


def test_feed_that_fails_is_asked_ever_less(watch, site, clock):
    site.pages["clarion.example/feed"] = (500, {}, "")
    for _ in range(24 * 4):
        watch(FEED)
        clock.time += HOUR
    assert len(site.asked) == 8  # After 0, 1, 3, 7, 15, 31, 55 and 79 hours.


def test_feed_that_is_gone_is_let_be(watch, site, clock, ledger):
    site.pages["clarion.example/feed"] = (410, {}, "")
    watch(FEED)
    clock.time += 1000 * HOUR
    Watcher(Sayso(fakes.analyse), ledger, print)
    with ledger.writing() as connection:
        assert watching.next_at(connection) is None


def test_feeds_may_come_in_lists(watch, site, clock):
    opml = '<opml><body><outline xmlUrl="/feed"/><outline xmlUrl="http://tribune.example/feed"/></body></opml>'
    site.pages |= {"clarion.example/list": opml, "clarion.example/feed": rss("/a"), "clarion.example/a": page()}
    site.pages |= {"tribune.example/feed": rss("/b"), "tribune.example/b": page()}
    watch("http://clarion.example/list")
    done, problems = watch()
    assert (done.feeds, done.articles, problems) == (2, 2, [])


def test_of_a_sitemap_the_new_is_read(watch, site, clock):
    from datetime import UTC, datetime

    today = datetime.fromtimestamp(clock.now(), UTC).isoformat()
    urls = f"<url><loc>/a</loc><lastmod>{today}</lastmod></url><url><loc>/b</loc><lastmod>2020-01-01</lastmod></url>"
    site.pages |= {"clarion.example/feed": f"<urlset>{urls}<url><loc>/c</loc></url></urlset>"}
    site.pages |= {f"clarion.example/{name}": page(name) for name in "abc"}
    done, _ = watch(FEED)
    assert (done.articles, site.places()) == (1, ["clarion.example/feed", "clarion.example/a"])


@pytest.mark.parametrize("way", ["feed", "opml", "sitemap", "index", "canonical", "feed itself"])
def test_no_way_in_leads_inside(watch, site, outside, canary, clock, ledger, way):
    outside.names |= {name.lower(): [address] for name, address in NAMED.items()}
    urls = [f"http://{host}/x" for host in HOSTS]
    if way == "feed itself":
        watch(*urls)
    elif way == "canonical":
        site.pages["clarion.example/feed"] = rss(*(f"/{n}" for n in range(len(urls))))
        site.pages |= {
            f"clarion.example/{n}": page(
                f"Rain {n}", f'<link rel=canonical href="{url}"><meta property="og:url" content="{url}">'
            )
            for n, url in enumerate(urls)
        }
        assert watch(FEED)[0].fetched == len(urls)
    else:
        locations = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
        site.pages["clarion.example/feed"] = {
            "feed": rss(*urls),
            "opml": "<opml>" + "".join(f'<outline xmlUrl="{url}"/>' for url in urls) + "</opml>",
            "sitemap": "<urlset>"
            + "".join(f"<url><loc>{url}</loc><lastmod>2100-01-01</lastmod></url>" for url in urls)
            + "</urlset>",
            "index": f"<sitemapindex>{locations}</sitemapindex>",
        }[way]
        watch(FEED)
    for _ in range(2):
        clock.time += 26 * HOUR
        watch()
    assert (canary.connections, set(outside.connected) - {PUBLIC}) == (0, set())


def test_batches_ask_no_host_twice():
    jobs = ["a1", "a2", "a3", "b1", "c1", "c2"]
    assert list(batches(jobs, lambda job: job[0], 2)) == [["a1", "b1"], ["c1", "a2"], ["c2", "a3"]]
    assert list(batches([], str, 2)) == []


@pytest.mark.parametrize("title", ["\\u0000x", "\\ud800x", "x" * 5000])
def test_odd_titles_do_no_harm(watch, site, ledger, title):
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "{title}", "items": [{{"url": "/a"}}]}}'
    linked = f'<script type="application/ld+json">{{"@type": "Article", "headline": "{title}"}}</script>'
    site.pages |= {"clarion.example/feed": feed, "clarion.example/a": page(head=linked)}
    done, problems = watch(FEED)
    assert (done.articles, problems) == (1, [])
    with ledger.writing() as connection:
        [known] = watching.feeds(connection)
    assert known.title == title.replace("\\u0000", "").replace("\\ud800", "")[:1000]


def test_hosts_are_asked_at_the_same_time_but_each_for_one_thing(ledger, outside, clock, site):
    hosts = [f"host{number}.example" for number in range(4)]
    outside.host(site, *hosts)
    asking, most, lock = Counter(), Counter(), threading.Lock()

    def slow(headers):
        with lock:
            asking.update([headers["Host"], "all"])
            for name, count in asking.items():
                most[name] = max(most[name], count)
        time.sleep(0.05)
        with lock:
            asking.subtract([headers["Host"], "all"])
        return 200, {}, page(headers["Host"])

    site.pages |= {f"{host}/{number}": slow for host in hosts for number in range(5)}
    with ledger.writing() as connection:
        watching.add_pages(connection, [f"http://{place}" for place in site.pages], int(clock.now()))
    done = Watcher(Sayso(fakes.analyse, Web(outside, clock), Models()), ledger, print, at_once=4).round()
    assert done.fetched == 20
    assert {most[host] for host in hosts} == {1}
    assert most["all"] > 1
