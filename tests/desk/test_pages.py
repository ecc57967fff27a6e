import re

import feedparser
import pytest

from sayso.ledger.ledger import Ledger
from tests.desk import serving


def claim_of(served, word):
    found = served.ask("/api/v1/claims").json["claims"]
    return next(claim for claim in found if word in claim["gloss"])


def test_the_board_shows_who_stands_where(shared):
    page = shared.ask("/").body
    assert re.search(r"Against</dt><dd><a href=\"/speaker/pim-rosk\">Pim Rosk</a>", page)
    assert "2 outlets, 1 origin" in page or "2 outlets, at most" in page


@pytest.mark.parametrize(
    ("asked", "fish", "link"),
    [("status=disputed", True, True), ("status=denied", False, False), ("speaker=oona-tresk", True, True),
     ("speaker=Ada+Lunn", True, True), ("speaker=Tresk", True, True), ("speaker=Nobody", False, False), ("since=2026-03-12", True, True),
     ("outlet=Grid+Weekly", True, True), ("outlet=Nobody", False, False), ("since=2027-01-01", False, False)],
)  # fmt: skip
def test_the_board_is_narrowed(shared, asked, fish, link):
    page = shared.ask(f"/?{asked}").body
    assert ("ish were counted" in page, "link was cut" in page) == (fish, link)


def test_a_claim_has_its_whole_story(shared):
    claim = claim_of(shared, "link")
    page = shared.ask(f"/claim/{claim['id']}").body
    assert "disputed" in page
    assert 'href="/article/a1#s13-' in page
    assert "How it went" in page
    assert "Where it comes from" in page
    assert f"<mark>{serving.CUT}</mark>" in page
    assert "Status, step by step" in page


def test_a_claim_can_be_taken_away(shared):
    id = claim_of(shared, "link")["id"]
    assert shared.ask(f"/claim/{id}.json").json["id"] == id
    rows = shared.ask(f"/claim/{id}.csv").body.splitlines()
    assert rows[0].startswith("claim,statement,stance")
    assert len(rows) == 1 + len(claim_of(shared, "link")["positions"])
    assert shared.ask(f"/claim/{id}.svg").body.startswith("<svg")
    assert shared.ask(f"/claim/{id}.pdf").status == shared.ask("/claim/nope").status == 404
    short = shared.ask(f"/claim/{id[:5]}")
    assert (short.status, short.headers["location"]) == (303, f"/claim/{id}")


def test_an_article_has_its_statements_marked_and_its_claims_beside(shared):
    page = shared.ask("/article/a1").body
    assert f'id="s13-{13 + len(serving.CUT)}"' in page
    assert "/claim/" in page
    assert 'href="/speaker/pim-rosk"' in page
    assert "not-a-statement" in page
    assert shared.ask("/article/none").status == 404


def test_versions_are_shown_side_by_side(shared):
    page = shared.ask("/article/a0v2/changes").body
    assert "<del>Monday night while" in page
    assert "<ins>Tuesday</ins>" in page
    assert "denial removed" in page
    assert shared.ask("/article/a1/changes").status == shared.ask("/article/a0/changes?to=9").status == 404


def test_a_speaker_has_its_claims_and_its_turns(shared):
    page = shared.ask("/speaker/ada-lunn").body
    assert "own words contradicted" in page
    assert "Other side" in page
    assert "Other side" in page
    assert shared.ask("/speaker/nobody").status == 404


def test_search_finds_all_four_by_the_beginning_of_a_word(shared):
    page = shared.ask("/search?q=brann").body
    assert "Brannoch link was cut" in page
    assert "1 claim, 0 speakers, " in page
    assert 'href="/speaker/ada-lunn"' in shared.ask("/search?q=lun").body
    assert "The Grid Weekly on 2026-03-10" in shared.ask("/search?q=weekly+2026-03-10").body
    assert shared.ask("/search?q=%22*%22").status == 200


def test_an_empty_ledger_says_what_to_do(tmp_path):
    with Ledger.open(tmp_path / "empty.db", create=True) as ledger, serving.served(ledger) as served:
        page = served.ask("/").body
        assert "sayso watch" in page
        assert "Try it with the example" in page
        assert served.ask("/articles").status == served.ask("/decisions").status == 200


def test_following_pages_go_on_where_the_one_before_ended(shared):
    first = shared.ask("/api/v1/claims?limit=1").json
    second = shared.ask(f"/api/v1/claims?limit=1&cursor={first['next']}").json
    assert first["claims"] + second["claims"] == shared.ask("/api/v1/claims").json["claims"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("asked", "title", "told"),
    [("", "what moved", True), ("?speaker=Ada+Lunn", "Ada Lunn", True), ("?speaker=ada-lunn", "Ada Lunn", True),
     ("?speaker=Nobody", "Nobody", False), ("?status=denied", "denied", False), ("?q=fish", "fish", True)],
)  # fmt: skip
def test_feeds_tell_of_what_is_asked_for(shared, asked, title, told):
    found = feedparser.parse(shared.ask(f"/feed.atom{asked}").body)
    assert (found.bozo, found.version, found.feed.title) == (False, "atom10", f"sayso: {title}")
    other = shared.ask(f"/feed.json{asked}").json
    assert other["title"] == f"sayso: {title}"
    assert [one["id"] for one in other["items"]] == [one.id for one in found.entries]
    assert bool(found.entries) == told
    assert all("/claim/c" in one.link for one in found.entries)
