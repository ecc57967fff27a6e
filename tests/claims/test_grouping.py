"""Claims in a ledger, with a reader and models made by hand."""

import json

import numpy as np
import pytest

from sayso.claims.build import Rules, Seen
from sayso.claims.look import Among, Look
from sayso.core import Sayso
from sayso.errors import LedgerError
from sayso.ledger import united
from sayso.ledger.claim_decisions import MERGED, SPLIT
from sayso.ledger.ledger import Ledger
from sayso.records import Act, Decision, Form, Kind, Reading, Span, Speaker, Statement

ABOUT = {"link": 0, "fish": 1}
SIDES = {"affirms": {"bias": 1.0}, "denies": {"act denies": 3.0}, "undecided": {"act declines": 3.0}}


class Models:
    """Statements are about the link or about fish, and what denies says so."""

    rules = Rules(0.5, 0.5, {"bias": 5.0}, {"bias": 5.0}, 0.5, {"near": 1.0}, SIDES, 0.1)

    def see(self, entries):
        points = np.zeros((len(entries), 384))
        points[:, len(ABOUT)] = 0.8
        for i, entry in enumerate(entries):
            points[i, next(n for word, n in ABOUT.items() if word in entry.statement.content[0].text)] = 0.6
        look = Look(points, np.tile([0.9, 0.05, 0.04, 0.01], (len(entries), 1)))
        return Seen(look, look)

    def among(self, entries, seen):
        likely = 1 / (1 + np.exp(8 - 10 * seen.alone.vectors @ seen.alone.vectors.T))
        return Among(likely, seen.alone.positions[:, :3])


def analyse(article):
    """A line is a statement: who, act, what."""
    statements, speakers, at = [], {}, 0
    for line in article.text.splitlines():
        who, act, what = line.split("|")
        speaker = speakers.setdefault(who, Speaker(f"p{len(speakers)}", who, Kind.PERSON))
        start = at + line.rindex("|") + 1
        span = Span(what, start, start + len(what))
        name = f"{article.id}.{len(statements)}"
        statements.append(
            Statement(name, Form.INDIRECT, Act(act), None, None, (span,), speaker.id, (), None, False, 0.9)
        )
        at += len(line) + 1
    return Reading(article, tuple(speakers.values()), tuple(statements))


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "sayso.db", create=True) as opened:
        yield opened


TEXTS = {
    "2026-03-09": "Oona Tresk|says|the Brannoch link was cut by the cabinet\nPim Rosk|denies|the link was cut",
    "2026-03-10": "Pim Rosk|denies|the link was cut at all\nOona Tresk|says|the fish were counted twice by Zemara in March",
    "2026-03-11": "Ada Lunn|says|the fish were counted twice by Zemara",
}


def filled(ledger, tmp_path, days):
    sayso = Sayso(analyse, models=Models())
    for day in days:
        path = tmp_path / f"{day}.txt"
        path.write_text(TEXTS[day], encoding="utf-8")
        list(sayso.add(ledger, path))
        list(sayso.group(ledger))
    return sayso


def board(ledger):
    with ledger.view() as view:
        return {(c.gloss, c.now.status.value, c.now.origins, len(c.positions)) for c in view.claims()}


def test_claims_are_kept_current_whatever_the_order(ledger, tmp_path):
    filled(ledger, tmp_path, TEXTS)
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        filled(other, tmp_path, reversed(TEXTS))
        assert board(other) == board(ledger)
    assert ("The Brannoch link was cut by the cabinet.", "disputed", 1, 3) in board(ledger)


def test_a_regrouping_gives_the_same_claims(ledger, tmp_path):
    sayso = filled(ledger, tmp_path, TEXTS)
    before = board(ledger)
    assert max(sayso.regroup(ledger)) == len(TEXTS)
    assert board(ledger) == before


@pytest.mark.parametrize("number", [8, 9], ids=["before names counted", "before articles were looked at"])
def test_an_older_ledger_finds_its_claims_anew(tmp_path, number):
    path = tmp_path / "before.db"
    with Ledger.open(path, create=True) as old:
        sayso = filled(old, tmp_path, TEXTS)
        expected = board(old)
        with old.writing() as connection:
            connection.exec_driver_sql(f"DELETE FROM migrations WHERE number >= {number}")
    with Ledger.open(path) as opened:
        assert max(sayso.group(opened)) == len(TEXTS)
        assert board(opened) == expected


def test_adding_again_changes_nothing(ledger, tmp_path):
    filled(ledger, tmp_path, TEXTS)
    before = board(ledger)
    filled(ledger, tmp_path, TEXTS)
    assert board(ledger) == before


def test_a_decision_outlasts_every_grouping(ledger, tmp_path):
    sayso = filled(ledger, tmp_path, TEXTS)
    with ledger.view() as view:
        every = [p.statement for claim in view.claims() for p in claim.positions]
    ledger.decide(Decision(MERGED, "ada", "one matter", {"statements": every}))
    list(sayso.group(ledger))
    assert {size for *_, size in board(ledger)} == {len(every)}
    list(sayso.regroup(ledger))
    assert {size for *_, size in board(ledger)} == {len(every)}
    ledger.decide(Decision(SPLIT, "ada", "two after all", {"statements": every[:2]}))
    list(sayso.group(ledger))
    assert {size for *_, size in board(ledger)} == {2, len(every) - 2}
    ledger.undo("ada", "one after all")
    list(sayso.group(ledger))
    assert {size for *_, size in board(ledger)} == {len(every)}


def test_a_claim_keeps_its_id_as_it_grows(ledger, tmp_path):
    days = list(TEXTS)
    filled(ledger, tmp_path, days[1:])
    with ledger.view() as view:
        before = {claim.id for claim in view.claims()}
    filled(ledger, tmp_path, days[:1])
    with ledger.view() as view:
        assert before <= {claim.id for claim in view.claims()}
        assert view.claim(next(iter(before))[:5]) is not None


def _disputants(ledger):
    with ledger.view() as view:
        return {p.speaker for claim in view.claims() for p in claim.positions}


def test_claims_follow_decisions_on_speakers(ledger, tmp_path):
    sayso = filled(ledger, tmp_path, TEXTS)
    assert {"oona-tresk", "pim-rosk"} <= _disputants(ledger)
    ledger.decide(Decision("merge", "ada", "one man", {"into": "pim-rosk", "speakers": ["oona-tresk"]}))
    list(sayso.group(ledger))
    assert "oona-tresk" not in _disputants(ledger)
    ledger.undo("ada", "two after all")
    list(sayso.group(ledger))
    assert {"oona-tresk", "pim-rosk"} <= _disputants(ledger)


FAR = {
    "2026-03-09": "Oona Tresk|says|the link was cut by the cabinet\nPim Rosk|denies|the link was cut",
    "2026-08-09": "Oona Tresk|says|the link was cut by the cabinet\nPim Rosk|denies|the link was cut",
    "2026-12-09": "Ada Lunn|says|the fish were counted twice by Zemara in March\nPim Rosk|denies|the fish were counted",
}


def far(ledger, tmp_path):
    """Three articles too far apart in time to be of one matter."""
    sayso = Sayso(analyse, models=Models())
    for day, text in FAR.items():
        add(sayso, ledger, tmp_path, day, text)
    return sayso


def add(sayso, ledger, tmp_path, day, text):
    path = tmp_path / f"{day}.jsonl"
    line = {"id": day, "url": f"https://a.example/{day}", "text": text, "published": day, "title": day}
    path.write_text(json.dumps(line), encoding="utf-8")
    list(sayso.add(ledger, path))
    list(sayso.group(ledger))


def whole(ledger):
    with ledger.view() as view:
        return {claim.id: claim for claim in view.claims()}


def test_claims_of_several_matters_are_made_one_and_come_apart_again(ledger, tmp_path):
    sayso = far(ledger, tmp_path)
    before = whole(ledger)
    assert len(before) == 3
    first, second, _ = sorted(before.values(), key=lambda claim: claim.positions[0].statement)
    both = [one.statement for claim in (first, second) for one in claim.positions]
    ledger.decide(Decision(MERGED, "ada", "one affair", {"statements": both}))
    list(sayso.group(ledger))
    joined = whole(ledger)
    assert len(joined) == 2
    one = min(first.id, second.id)
    assert {position.statement for position in joined[one].positions} == set(both)
    assert [row.article for row in joined[one].history] == ["2026-03-09", "2026-08-09"]
    list(sayso.regroup(ledger))
    assert whole(ledger) == joined
    add(sayso, ledger, tmp_path, "2026-08-11", "Ada Lunn|says|the link was cut by somebody\nPim Rosk|denies|the link")
    assert len(whole(ledger)[one].positions) == 6
    ledger.undo("ada", "")
    list(sayso.group(ledger))
    after = whole(ledger)
    assert after.keys() == before.keys()
    assert after[first.id] == before[first.id]
    assert len(after[second.id].positions) == 4
    ledger.undo("ada", "", 2)
    list(sayso.group(ledger))
    assert len(whole(ledger)[one].positions) == 6


def test_what_would_be_too_large_is_refused(ledger, tmp_path, monkeypatch):
    far(ledger, tmp_path)
    every = [one.statement for claim in whole(ledger).values() for one in claim.positions]
    monkeypatch.setattr(united, "UNITED", 2)
    with pytest.raises(LedgerError, match="go back to 3 articles; at most 2"):
        ledger.decide(Decision(MERGED, "ada", "", {"statements": every}))
    with ledger.view() as view:
        assert view.decisions() == []
