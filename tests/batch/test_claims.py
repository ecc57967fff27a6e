"""Claims of a batch: the same as a ledger's to which the batch is added, whatever the engine and however often."""

import json
from datetime import UTC, datetime, timedelta
from itertools import islice

import numpy as np
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from sayso.batch import near
from sayso.batch import run as runs
from sayso.batch.claims import stages
from sayso.batch.store import Store
from sayso.claims import matters
from sayso.cli import main
from sayso.core import Sayso
from sayso.exports.claim_json import to_json
from sayso.ledger.ledger import Ledger
from tests.claims.test_grouping import Models, analyse

LINK = ("says|the Brannoch link was cut by the cabinet", "denies|the link was cut", "says|a link is a link")
FISH = ("says|the fish were counted twice in March", "denies|the fish were counted twice", "declines|the fish")
PEOPLE = ("Oona Tresk", "Pim Rosk", "Ada Lunn", "Bo Marr")


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(runs, "AT_ONCE", 10)


def here(jobs, workers):
    """An engine that does all jobs in this process, `workers` of them in the wrong order."""
    jobs, sayso = iter(jobs), Sayso(analyse, models=Models(), threads=1)
    while some := list(islice(jobs, workers)):
        yield from (job.do(sayso) for job in reversed(some))


def line(number):
    """An article of March, April or August; every seventh has no date, every fifth is a later version of another."""
    said = (LINK, FISH)[number % 3 == 0]
    text = "\n".join(f"{PEOPLE[(number + i) % 4]}|{one}" for i, one in enumerate(said[: 1 + number % 3]))
    day = datetime(2026, 3, 1 + number % 28, tzinfo=UTC) + timedelta(days=(0, 31, 153)[number % 2 + (number % 11 == 0)])
    address = f"https://herald.example/{number - 1 if number % 5 == 0 else number}"
    about = {"url": address, "text": text, "id": f"a{number % 40}", "publisher": f"Paper {number % 6}"}
    return json.dumps(about if number % 7 == 0 else about | {"published": day.isoformat()})


def places(tmp_path, count):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(line(n) + "\n" for n in range(count)))
    return path


def batch(tmp_path, out, count, workers=1):
    sayso = Sayso(analyse)
    with Store(out).begun({"sayso": 1}) as store:
        list(runs.run(sayso.fetch([places(tmp_path, count)]), store, here, workers))
        return [(stage.words, stage.articles, sum(stage.done)) for stage in stages(store, here, workers, "0")]


def found(out):
    return [json.loads(text) for text in pq.read_table(out / "claims", columns=["object"])["object"].to_pylist()]


def files(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.glob("*/*.parquet"))}


def told(claims):
    """Claims without what differs in a ledger: the ids of speakers, which are told apart in all of it."""
    rows = []
    for claim in claims:
        positions = [(p["statement"], p["stance"], p["origin"]) for p in claim["positions"]]
        history = [
            (row["article"], row["at"], row["status"], row["origins"], row["reason"]) for row in claim["history"]
        ]
        rows.append((claim["id"], claim["gloss"], claim["status"], claim["origin_list"], positions, history))
    return sorted(rows, key=str)


@pytest.mark.parametrize("most", [matters.MOST, 7])
def test_a_ledger_has_the_same_claims(tmp_path, monkeypatch, most):
    for module in ("sayso.grouping", "sayso.batch.claims"):
        monkeypatch.setattr(f"{module}.MOST", most)
    batch(tmp_path, tmp_path / "b", 60)
    sayso = Sayso(analyse, models=Models())
    with Ledger.in_memory() as ledger:
        list(sayso.add(ledger, tmp_path / "b"))
        list(sayso.group(ledger))
        with ledger.view() as view:
            claims = [to_json(claim) for claim in view.claims()]
    assert told(found(tmp_path / "b")) == told(claims)
    assert len(claims) > 1


def test_no_number_of_workers_changes_a_byte(tmp_path):
    for workers in (1, 3):
        batch(tmp_path, tmp_path / str(workers), 60, workers)
    assert files(tmp_path / "1") == files(tmp_path / "3")


def test_what_is_there_is_not_done_again(tmp_path):
    whole = batch(tmp_path, tmp_path / "whole", 60)
    assert [done for _, _, done in whole] == [total for _, total, _ in whole]
    assert [done for _, _, done in batch(tmp_path, tmp_path / "whole", 60)][::2] == [0, 0]
    batch(tmp_path, tmp_path / "grown", 40)
    (seen, _, settled) = batch(tmp_path, tmp_path / "grown", 60)
    assert seen[2] == 20
    assert settled[2]
    assert told(found(tmp_path / "grown")) == told(found(tmp_path / "whole"))


def test_a_broken_run_goes_on(tmp_path):
    batch(tmp_path, tmp_path / "whole", 60)
    batch(tmp_path, tmp_path / "broken", 60)
    for name in ("claims/part-000001", "sights/part-000002"):
        (tmp_path / f"broken/{name}.parquet").unlink()
    batch(tmp_path, tmp_path / "broken", 60)
    assert files(tmp_path / "broken") == files(tmp_path / "whole")


def test_positions_say_who_said_what_in_which_article(tmp_path):
    batch(tmp_path, tmp_path / "b", 60)
    rows = pq.read_table(tmp_path / "b/positions").to_pylist()
    claims = {row["claim"]: row for row in pq.read_table(tmp_path / "b/claims").to_pylist()}
    assert {row["claim"] for row in rows} == set(claims)
    assert {row["speaker_name"] for row in rows} <= set(PEOPLE)
    assert {row["stance"] for row in rows} <= {"affirms", "denies", "undecided"}
    assert all(name in PEOPLE for row in claims.values() for name in row["by"])


def test_kin_are_those_of_matters(monkeypatch):
    chance = np.random.default_rng(5)
    points = chance.standard_normal((3, 384))[chance.integers(0, 3, 200)] + 0.36 * chance.standard_normal((200, 384))
    points = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float16)
    days = [
        None if d < 10 else datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=int(d))
        for d in chance.integers(0, 150, 200)
    ]
    names = [tuple(str(name) for name in chance.choice(8, 2, replace=False)) for _ in range(200)]
    all_places = [
        matters.Place(str(n), str(n), days[n] and days[n].isoformat(), points[n].astype(np.float64), names[n])
        for n in range(200)
    ]
    seconds = np.array([day.timestamp() if day else np.nan for day in days])
    parts = [slice(n, n + 50) for n in range(0, 200, 50)]
    blocks = [near.Places(np.arange(200)[own], seconds[own], points[own], names[own]) for own in parts]
    kin = {n: found for block in blocks for n, found in near.kin(block, iter(blocks)).items()}
    wanted = {n: [int(id) for id in matters.kin(one, all_places[:n])] for n, one in enumerate(all_places)}
    assert {n: sorted(found) for n, found in kin.items()} == {n: ids for n, ids in wanted.items() if ids}
    monkeypatch.setattr(near, "MOST", 3)
    assert max(len(found) for block in blocks for found in near.kin(block, iter(blocks)).values()) == 3


def test_the_command_finds_the_claims_that_the_ledger_has(tmp_path):
    def run(*arguments):
        ran = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert ran.exit_code == 0, ran.output
        return ran.stdout

    says = run("batch", "examples/the-call", "--out", tmp_path / "b", "--workers", "1", "--claims")
    run("add", "--ledger", tmp_path / "one.db", tmp_path / "b")
    claims = json.loads(run("export", "--ledger", tmp_path / "one.db"))["claims"]
    assert told(found(tmp_path / "b")) == told(claims)
    assert f"{len(claims)} claims" in says
