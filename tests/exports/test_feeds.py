import json
from random import Random

import feedparser
import pytest

from sayso.exports import feeds
from sayso.ledger.records import Head
from sayso.records import Claim, Kind, Origin, Position, Stance, Standing, Status
from tests.exports import ledgers

ARTICLE = Head("a2", "https://clarion.example/2", "The Clarion", "No call", None, "2026-03-10T09:00:00Z")
HISTORY = (
    Standing("a1", "2026-03-09T08:00:00+00:00", Status.SINGLE_SOURCE, 1, (), "its one origin is two officials"),
    Standing("a1b", "2026-03-09T09:00:00+00:00", Status.SINGLE_SOURCE, 1, (), "its one origin is two officials"),
    Standing("a2", None, Status.DISPUTED, 1, ("anna-brook",), "two officials for it, Anna Brook against it"),
)
CLAIM = Claim(
    "c1",
    "there was a <b>call</b>\x07",
    (Position("s1", "two-officials", Stance.AFFIRMS, "o1"),),
    (Origin("o1", "two officials", Kind.UNNAMED, None, ("a1",)),),
    HISTORY,
)


def test_a_move_is_a_change_and_nothing_else():
    assert [(move.before and move.before.article, move.after.article) for move in feeds.moves(CLAIM)] == [
        (None, "a1"),
        ("a1", "a2"),
    ]


def test_the_latest_come_first():
    others = [
        Claim(f"c{n}", "g", (), (), (Standing("a", f"2026-04-{n:02}", Status.DENIED, 0, (), ""),)) for n in (3, 9, 5)
    ]
    assert [move.claim.id for move in feeds.latest([*others, CLAIM], 3)] == ["c9", "c5", "c3"]


def test_an_item_tells_what_changed_and_why():
    site = feeds.Site(claim=lambda id: f"https://desk.example/claim/{id}")
    item = json.loads(feeds.json_feed(feeds.moves(CLAIM), {"a2": ARTICLE}, site))["items"][1]
    assert item["title"] == "disputed: there was a <b>call</b>\\x07"
    assert item["content_text"] == (
        "It was single-source, 1 origin. It is disputed, 1 origin: two officials for it, Anna Brook against it. "
        "After: The Clarion, No call, https://clarion.example/2."
    )
    assert item["url"] == "https://desk.example/claim/c1"
    assert item["external_url"] == "https://clarion.example/2"
    assert item["date_published"] == "2026-03-10T09:00:00Z"
    assert item["_sayso"] == {
        "claim": "c1", "from": "single-source", "to": "disputed", "origins": 1, "by": ["anna-brook"], "article": "a2",
    }  # fmt: skip


def test_atom_says_the_same():
    site = feeds.Site(home="https://desk.example/", feed="https://desk.example/feed.atom")
    read = feedparser.parse(feeds.atom(feeds.moves(CLAIM), {"a2": ARTICLE}, site).encode())
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.title == "sayso: what moved"
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": "https://desk.example/",
        "self": "https://desk.example/feed.atom",
    }
    entry = read.entries[1]
    assert entry.title == "disputed: there was a <b>call</b>\\x07"
    assert entry.title_detail.type == "text/plain"
    assert (entry.updated, entry.link, entry.tags[0].term) == ("2026-03-10T09:00:00Z", ARTICLE.url, "disputed")
    assert entry.content[0].value.startswith("It was single-source")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", 'https://x.example/">', "https://x\n.example/"]
)
def test_only_addresses_of_the_web_are_links(url):
    item = json.loads(
        feeds.json_feed(feeds.moves(CLAIM), {"a2": Head("a2", url, None, None, None, "2026-03-10")}, feeds.Site())
    )
    assert not {"url", "external_url"} & item["items"][1].keys()


@pytest.mark.parametrize("seed", range(5))
def test_feeds_of_any_ledger_are_well_formed(tmp_path, seed):
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(seed))
        with ledger.view() as view:
            check(view)


def check(view):
    read = feedparser.parse("".join(feeds.as_atom(view)).encode())
    items = json.loads("".join(feeds.as_json_feed(view)))["items"]
    assert read.version == "atom10"
    assert not read.bozo, read.bozo_exception
    assert [entry.id for entry in read.entries] == [item["id"] for item in items]
    assert len({item["id"] for item in items}) == len(items)
