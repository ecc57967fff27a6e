"""What articles, forms and addresses bring along is shown, and never run."""

import json
import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from sayso.core import Sayso
from sayso.ledger.ledger import Ledger
from sayso.records import Act, Form, Kind, Reading, Span, Speaker, Statement
from tests.claims.test_grouping import Models
from tests.desk import browsing, serving
from tests.desk.routes import met, pages
from tests.desk.vectors import VECTORS


def analyse(article):
    """Each line is said by the first of it: all of what an article brings along reaches all fields there are."""
    statements, speakers, at = [], [], 0
    for number, line in enumerate(article.text.split("\n")):
        who, _, what = line.partition("|")
        speakers.append(Speaker(f"p{number}", who, Kind.UNNAMED, (what,), heard_by=who))
        cue, source = Span(who, at, at + len(who)), Span(who, at, at + len(who))
        content = Span(what, at + len(who) + 1, at + len(line))
        act = Act.DENIES if number % 2 else Act.SAYS
        statements.append(
            Statement(f"{number}", Form.MIXED, act, source, cue, (content,), f"p{number}", (f"p{number}",), None, True, 0.4, (who,))
        )  # fmt: skip
        at += len(line) + 1
    return Reading(article, tuple(speakers), tuple(statements))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A desk over articles that are made of vectors."""
    folder = tmp_path_factory.mktemp("hostile")
    reader = Sayso(analyse, models=Models())
    with Ledger.open(folder / "sayso.db", create=True) as ledger:
        for number in range(0, len(VECTORS), 25):
            mine = [one.replace("\n", " ").replace("\x00", "") for one in VECTORS[number : number + 25]]
            text = "\n".join(f"{one.replace('|', ' ')}|the link was cut {one}" for one in mine)
            line = {"url": f"https://a{number}.example/{quote(mine[0])}", "title": mine[1], "publisher": mine[2]}
            more = {"byline": mine[3], "published": f"2026-03-{number // 25 + 1:02}", "id": mine[4], "text": text}
            (folder / "a.jsonl").write_text(json.dumps({**line, **more}))
            list(reader.add(ledger, folder / "a.jsonl"))
        later = {"url": line["url"], "updated": "2026-04-01", "text": text.replace("cut", "not cut"), "title": mine[5]}
        (folder / "a.jsonl").write_text(json.dumps(later))
        list(reader.add(ledger, folder / "a.jsonl"))
        list(reader.group(ledger))
        with serving.served(ledger, reader=reader) as served:
            yield served


WRONG = re.compile(
    r"<(script|img|iframe|svg on|body on|details open|input autof|math|template|base|meta http|a href=j|div hx)"
)


def addresses(served):
    """Every page, feed and answer that has some of it."""
    claims = [one["id"] for one in served.ask("/api/v1/claims").json["claims"]]
    articles = [quote(one["id"], safe="") for one in served.ask("/api/v1/articles").json["articles"]]
    speakers = [
        quote(one["id"], safe="") for one in served.ask("/api/v1/speakers?name=script&limit=5").json["speakers"]
    ]
    assert claims
    assert len(articles) > 7
    assert speakers
    job = served.ask("/add", form={"text": "Nobody said so.", "title": VECTORS[0]}).headers["location"]
    return [
        *("/", "/articles", "/search?q=link", "/search?q=script", "/decisions", "/add", "/check", "/api/v1", job),
        *(f"/claim/{id}" for id in claims),
        *(f"/article/{id}" for id in articles),
        *(f"/article/{id}/changes" for id in articles if "/changes" in served.ask(f"/article/{id}").body),
        *(f"/speaker/{id}" for id in speakers),
    ]


def test_every_page_there_is_meets_them(hostile):
    assert met(addresses(hostile)) == pages()


def test_there_are_enough_of_them():
    assert len(set(VECTORS)) >= 200


def test_none_runs_in_any_field_of_any_page(hostile, browser):
    for number, one in enumerate(VECTORS[::12]):
        hostile.ask("/decide/rename", form={"speaker": "script", "name": one, "by": one[:100], "why": one})
        hostile.ask(
            "/add", form={"text": "Somebody said so.", "title": one, "published": "2026-01-01"}, read=number < 0
        )
    with browsing.tab(browser, hostile.url) as page:
        for path in addresses(hostile):
            page.goto(path)
            page.wait_for_selector(".scripted")
            assert page.evaluate("document.documentElement.dataset.evil") is None, path
            assert (
                page.evaluate("document.querySelectorAll('main script, main iframe, main svg script, base').length")
                == 0
            )
            links = page.evaluate(
                "[...document.querySelectorAll('[href], [action]')].map(one => one.href ?? one.action)"
            )
            assert not [link for link in links if isinstance(link, str) and not re.match(r"https?://", link)], path


@pytest.mark.parametrize(
    "asked",
    ["/?status=", "/?speaker=", "/?outlet=", "/?decided=", "/search?q=", "/speakers/like?other=", "/claims/like?elsewhere=", "/claim/", "/article/", "/speaker/", "/add/", "/feed.atom?claim="],
)  # fmt: skip
def test_none_runs_out_of_an_address(hostile, asked):
    for one in VECTORS:
        body = hostile.ask(f"{asked}{quote(one, safe='')}").body
        bare = re.sub(r"<script src=\"/static/[^\"]+\" defer></script>", "", body)
        assert not WRONG.search(bare), one


def test_none_runs_out_of_a_form(hostile):
    for one in VECTORS:
        for path, form in (
            ("/check", {"text": one, "date": one, "every": "on"}),
            ("/login", {"token": one, "next": one}),
            ("/decide/merge", {"into": one, "other": one}),
        ):
            body = hostile.ask(path, form=form).body
            assert not WRONG.search(re.sub(r"<script src=\"/static/[^\"]+\" defer></script>", "", body)), (path, one)


def test_feeds_hold_it_as_text_alone(hostile):
    feed = ElementTree.fromstring(hostile.ask("/feed.atom").body)
    assert {one.tag.rpartition("}")[2] for one in feed.iter()} <= {
        *("feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "content"),
    }
    assert {one.get("type") for one in feed.iter("{http://www.w3.org/2005/Atom}content")} == {"text"}
    assert all(one.get("href").startswith("http") for one in feed.iter("{http://www.w3.org/2005/Atom}link"))
    assert "content_html" not in hostile.ask("/feed.json").body
    for path in ("/feed.atom", "/feed.json"):
        assert hostile.ask(path).headers["X-Content-Type-Options"] == "nosniff"


def test_what_acts_unseen_is_written_out(hostile):
    pages = "".join(hostile.ask(path).body for path in addresses(hostile))
    assert "⟨U+202E⟩" in pages
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\x1b]", pages)
