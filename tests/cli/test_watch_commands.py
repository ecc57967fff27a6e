import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.core import Sayso
from sayso.fetch.web import Web
from tests import fakes
from tests.claims.stand_ins import Models
from tests.fetch.conftest import canary, outside, site
from tests.fetch.outside import FakeClock

__all__ = ["canary", "outside", "site"]
PAGE = '<html lang=en><body><article><p>"It rained," said Ann Lee.</p></article></body></html>'
RSS = "<rss><channel><title>The Clarion</title><item><link>/a</link></item></channel></rss>"
FEED = "http://clarion.example/feed"


@pytest.fixture
def run(outside, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    clock = FakeClock()

    def run(*arguments):
        return CliRunner().invoke(main, list(arguments), obj=Sayso(fakes.analyse, Web(outside, clock), Models()))

    return run


def test_watch_once(run, site):
    site.pages |= {"clarion.example/feed": RSS, "clarion.example/a": PAGE}
    done = run("watch", "--once", FEED)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith(
        "  1 feed asked, 1 new address; 1 page fetched: 1 new article, 0 new versions, 1 statement\n"
    )
    again = run("watch", "--once")
    assert "0 feeds asked" in again.stdout
    assert len(site.asked) == 2


def test_watch_goes_on_until_interrupted(outside, site, tmp_path, monkeypatch):
    class Nap(FakeClock):
        def sleep(self, seconds):
            super().sleep(seconds)
            if self.time > 1_800_000_000 + 4 * 3600:
                raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    site.pages |= {"clarion.example/feed": RSS, "clarion.example/a": PAGE}
    done = CliRunner().invoke(main, ["watch", FEED], obj=Sayso(fakes.analyse, Web(outside, Nap()), Models()))
    assert done.exit_code == 130
    assert done.stdout.count(" feed asked") == 4
    assert site.places().count("clarion.example/feed") == 4
    assert site.places().count("clarion.example/a") == 3


def test_list_and_drop(run, site):
    site.pages |= {"clarion.example/feed": RSS, "clarion.example/a": PAGE}
    run("watch", "--once", FEED)
    assert run("watch", "--list").stdout.startswith(f"{FEED}  The Clarion; next 20")
    assert run("watch", "--drop", FEED).exit_code == 0
    assert run("watch", "--list").stdout == ""
    assert run("watch", "--drop", FEED).stderr == f"sayso: {FEED}: it is not watched\n"


def test_opml_file(run, site, tmp_path):
    (tmp_path / "list.opml").write_text(f'<opml><body><outline xmlUrl="{FEED}"/></body></opml>')
    site.pages |= {"clarion.example/feed": RSS, "clarion.example/a": PAGE}
    assert "1 new article," in run("watch", "--once", "list.opml").stdout


@pytest.mark.parametrize(
    ("feed", "problem"),
    [
        ("no.opml", "no.opml: there is no such file or folder"),
        ("empty.opml", "empty.opml: it lists no feeds"),
        ("page.html", "page.html: it is a page; `sayso discover` finds the feeds of a site"),
        (
            "http://ann@clarion.example/",
            "http://ann@clarion.example/: an address with a user name in it is not fetched",
        ),
    ],
)
def test_what_cannot_be_watched(run, tmp_path, feed, problem):
    (tmp_path / "empty.opml").write_text("<opml></opml>")
    (tmp_path / "page.html").write_text("<html><body></body></html>")
    done = run("watch", "--once", feed)
    assert done.stderr.splitlines()[0] == f"sayso: {problem}"
    assert done.exit_code == 1


def test_nothing_to_watch(run, tmp_path):
    assert "there is none" in run("watch", "--once").stderr
    run("add", "--ledger", "sayso.db", "no.txt")
    done = run("watch")
    assert (done.exit_code, done.stderr) == (1, "sayso: watch: there is nothing to watch\n")


HOME = """<html><head><link rel="alternate" type="application/rss+xml" href="/feed">
<link rel="alternate" type="application/atom+xml" href="http://127.0.0.1/feed"><link rel="alternate" hreflang="de" href="/de">
</head><body><a href="/comments/feed">Comments</a> <a href="/a">Rain</a></body></html>"""


def test_discover(run, site, canary):
    site.pages |= {
        "clarion.example/": HOME,
        "clarion.example/feed": RSS,
        "clarion.example/comments/feed": "<feed xmlns='http://www.w3.org/2005/Atom'><title>Comments</title></feed>",
        "clarion.example/robots.txt": "Sitemap: http://clarion.example/news.xml\nSitemap: http://clarion.example/all.xml",
        "clarion.example/news.xml": "<urlset><url><loc>/a</loc></url></urlset>",
    }
    done = run("discover", "http://clarion.example")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "http://clarion.example/feed  RSS, 1 entries  The Clarion",
        "http://clarion.example/comments/feed  Atom, 0 entries  Comments",
        "http://clarion.example/news.xml  sitemap, 1 entries",
    ]
    assert canary.connections == 0


def test_discover_tries_the_usual_places(run, site):
    site.pages |= {"clarion.example/": PAGE, "clarion.example/rss.xml": RSS}
    assert run("discover", "--quiet", "http://clarion.example/").stdout == "http://clarion.example/rss.xml\n"


def test_discover_of_a_feed_is_the_feed(run, site):
    site.pages["clarion.example/feed"] = RSS
    assert run("discover", "--quiet", FEED).stdout == f"{FEED}\n"


def test_discover_finds_nothing(run, site):
    site.pages["clarion.example/"] = PAGE
    done = run("discover", "http://clarion.example/")
    assert (done.exit_code, done.stderr) == (1, "sayso: http://clarion.example/: no feed was found\n")
    assert run("discover", "http://127.0.0.1/").exit_code == 1
