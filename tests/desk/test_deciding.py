"""What people settle on the desk, and what they add."""

import http.client
import time

import pytest

LATE = "Una Holm|says|the harbour link was cut\nPim Rosk|denies|the harbour link was cut"


def decided(served, kind, **fields):
    answer = served.ask(f"/decide/{kind}", form={"by": "Ines", "why": "same office", **fields})
    assert answer.status == 303, answer.body
    return answer.headers["location"]


def undo(served, number):
    assert served.ask(f"/decisions/{number}/undo", form={"by": "Ines"}).status == 303


def claims(served):
    return {claim["id"]: claim for claim in served.ask("/api/v1/claims").json["claims"]}


def test_a_merge_and_its_undoing_are_kept_with_who_and_why(served):
    before = served.ask("/api/v1/statements?speaker=oona-tresk").json["statements"]
    where = decided(served, "merge", into="oona-tresk", other="ada-lunn")
    assert where == "/speaker/oona-tresk?decided=1"
    assert "Decision 1 is kept" in served.ask(where).body
    assert len(served.ask("/api/v1/statements?speaker=oona-tresk").json["statements"]) == len(before) + 3
    log = served.ask("/decisions").body
    assert "Ines" in log
    assert "same office" in log
    undo(served, 1)
    assert served.ask("/api/v1/statements?speaker=oona-tresk").json["statements"] == before
    undo(served, 2)
    assert len(served.ask("/api/v1/statements?speaker=oona-tresk").json["statements"]) == len(before) + 3


def test_renaming_and_splitting(served):
    decided(served, "rename", speaker="ada-lunn", name="Dr Ada Lunn")
    assert "<h1>Dr Ada Lunn</h1>" in served.ask("/speaker/ada-lunn").body
    decided(served, "split", speaker="pim-rosk", article=["a0"])
    assert [one["article"] for one in served.ask("/api/v1/statements?speaker=pim-rosk-2").json["statements"]] == ["a0"]


def test_claims_are_made_one_and_taken_apart(served):
    fish, link = sorted(claims(served), key=lambda id: "link" in claims(served)[id]["gloss"])
    where = decided(served, "merge-claims", claim=link, other=fish)
    assert len(claims(served)) == 1
    assert served.ask(where.partition("?")[0]).status == 200
    undo(served, 1)
    assert len(claims(served)) == 2
    statement = claims(served)[link]["positions"][0]["statement"]
    decided(served, "split-claim", claim=link, statement=[statement])
    assert all(statement not in str(claim["positions"]) for id, claim in claims(served).items() if id == link)


def test_claims_of_other_articles_are_found_by_their_words_and_made_one(served):
    link = next(id for id, claim in claims(served).items() if "Brannoch" in claim["gloss"])
    served.ask("/add", form={"text": LATE, "title": "Late", "published": "2026-11-14T09:00"})
    while len(claims(served)) < 3:
        time.sleep(0.1)
    (other,) = [id for id, claim in claims(served).items() if "harbour" in str(claim["gloss"])]
    offered = served.ask("/claims/like?elsewhere=harbour+li").body
    assert f'<option value="{other}">' in offered
    assert f'value="{other}"' not in served.ask(f"/claim/{link}").body
    decided(served, "merge-claims", claim=link, elsewhere=other)
    assert len(claims(served)) == 2
    assert served.ask(f"/claim/{other}").status == 303 or served.ask(f"/claim/{link}").status == 303
    undo(served, 1)
    assert {link, other} <= set(claims(served))


def test_what_is_no_statement_leaves_claims_and_search_and_comes_back(served):
    (claim,) = [claim for claim in claims(served).values() if "link" in claim["gloss"]]
    statement = claim["positions"][0]["statement"]
    where = decided(served, "not-a-statement", statement=statement)
    assert where.startswith(f"/article/{statement.partition(':')[0]}?decided=1#s")
    assert all(statement not in str(claim["positions"]) for claim in claims(served).values())
    assert served.ask(f"/api/v1/statements/{statement}").status == 404
    assert "not a statement" in served.ask(where).body
    undo(served, 1)
    assert any(statement in str(claim["positions"]) for claim in claims(served).values())


@pytest.mark.parametrize(
    ("kind", "fields", "status"),
    [
        ("merge", {"into": "oona-tresk", "other": "oona-tresk"}, 409),
        ("merge", {"into": "oona-tresk", "other": "Nobody"}, 404),
        ("merge", {"into": "oona-tresk"}, 400),
        ("rename", {"speaker": "ada-lunn", "name": " "}, 400),
        ("split", {"speaker": "ada-lunn"}, 400),
        ("split", {"speaker": "ada-lunn", "article": ["none"]}, 404),
        ("split-claim", {"claim": "none", "statement": ["x"]}, 404),
        ("not-a-statement", {"statement": "none"}, 404),
        ("burn", {}, 404),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(shared, kind, fields, status):
    assert shared.ask(f"/decide/{kind}", form=fields).status == status
    assert shared.ask("/decisions").body.count("<tr") == 0


def test_undoing_what_does_not_stand(shared):
    assert shared.ask("/decisions/7/undo", form={}).status == 404
    assert shared.ask(f"/decisions/{2**70}/undo", form={}).status == 404


def told(served, path):
    """The events of a stream that ends."""
    return served.ask(path).body


def test_a_text_is_added_and_told_of_step_by_step(served):
    where = served.ask(
        "/add", form={"text": "Ada Lunn|denies|the fish were counted", "title": "Fish", "published": "2026-03-14T09:00"}
    ).headers["location"]
    events = told(served, f"{where}/events")
    assert events.rstrip().splitlines()[-2] == "event: over"
    assert '"stage": "done"' in events
    page = served.ask(where).body
    assert "new" in page
    assert "Fish" in served.ask("/articles").body
    added = served.ask("/api/v1/articles").json["articles"][0]["id"]
    assert any(f"{added}:" in str(claim["positions"]) for claim in claims(served).values())


@pytest.mark.parametrize(
    "form",
    [{}, {"text": " "}, {"url": "file:///etc/passwd"}, {"url": "/etc/passwd"}, {"url": "-"},
     {"text": "Ada said so.", "published": "yesterday"}],
)  # fmt: skip
def test_what_cannot_be_added_is_said(shared, form):
    assert shared.ask("/add", form=form).status == 400


def test_an_address_of_this_machine_is_not_fetched(shared):
    where = shared.ask("/add", form={"url": f"{shared.url}/"}).headers["location"]
    assert "event: over" in told(shared, f"{where}/events")
    assert 'class="problem"' in shared.ask(where).body


def test_pages_are_told_when_another_adds(served):
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    lines = [answer.readline(), answer.readline()]
    served.ask("/decide/rename", form={"speaker": "ada-lunn", "name": "A. Lunn"})
    answer.readline()
    began = time.monotonic()
    lines += [answer.readline(), answer.readline()]
    connection.close()
    assert lines[0] == lines[2] == b"event: pulse\n"
    assert lines[1] != lines[3]
    assert time.monotonic() - began < 5
