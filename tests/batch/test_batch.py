"""Batches: rows, parts, going on after a kill, and the same ledger as without one."""

import json
import os
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from sayso.analyse.model import FAST
from sayso.batch import on_ray
from sayso.batch import run as runs
from sayso.batch.keys import key
from sayso.batch.store import Store
from sayso.cli import main
from sayso.core import Sayso
from sayso.errors import BatchError, MissingSource
from sayso.records import Raw
from tests import fakes

MADE = {"sayso": 1}


def lines(numbers):
    return "".join(
        json.dumps({"url": f"https://herald.example/{n}", "text": f'{n}. "It rained," said Ann Lee.'}) + "\n"
        for n in numbers
    )


def here(jobs, workers):
    """An engine that does all jobs in this process, `workers` of them in the wrong order."""
    jobs, sayso = iter(jobs), Sayso(fakes.analyse, threads=1)
    while some := list(islice(jobs, workers)):
        yield from (job.do(sayso) for job in reversed(some))


def raws(count):
    return [Raw(f"file:///{n}.txt", f"{n}.txt", f'{n}. "It rained," said Ann Lee.'.encode()) for n in range(count)]


def table(out, name):
    return pq.read_table(out / name).to_pylist()


def files(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.glob("*/*.parquet"))}


def batch(out, records, workers=1):
    with Store(out).begun(MADE) as store:
        return list(runs.run(records, store, here, workers))


def test_every_record_has_its_rows(tmp_path):
    done = batch(tmp_path / "b", [*raws(120), Raw("file:///empty.txt", "empty.txt", b""), MissingSource("no", "gone")])
    assert sum(one.articles for one in done) == 120
    assert sorted(problem for one in done for problem in one.failures) == ["empty.txt: it is empty", "no: gone"]
    assert sorted(row["url"] for row in table(tmp_path / "b", "articles")) == sorted(raw.url for raw in raws(120))
    statements = table(tmp_path / "b", "statements")
    assert len(statements) == 120
    assert {row["speaker_name"] for row in statements} == {"Ann Lee"}
    assert [row["problem"] for row in table(tmp_path / "b", "failures")] == ["empty.txt: it is empty"]


def test_no_number_of_workers_changes_a_byte(tmp_path):
    for workers in (1, 2, 3):
        batch(tmp_path / str(workers), raws(230), workers)
    assert files(tmp_path / "1") == files(tmp_path / "2") == files(tmp_path / "3")
    assert len(files(tmp_path / "1")) == 3 * 12


def test_a_run_that_was_broken_off_goes_on(tmp_path):
    batch(tmp_path / "whole", raws(230))
    with Store(tmp_path / "broken").begun(MADE) as store:
        next(runs.run(raws(230), store, here, 3))
    # Killed between its files: a part without its articles is no part.
    (tmp_path / "broken/statements/part-000000.parquet").write_bytes(b"")
    batch(tmp_path / "broken", raws(230))
    assert files(tmp_path / "broken") == files(tmp_path / "whole")
    assert [one.articles for one in batch(tmp_path / "broken", raws(230))] == []


def test_what_is_new_is_added_and_what_comes_twice_is_not(tmp_path):
    batch(tmp_path / "b", raws(60))
    batch(tmp_path / "b", [*raws(70), *raws(70)])
    assert len(table(tmp_path / "b", "articles")) == 70
    assert len({key(raw) for raw in raws(70)}) == 70


def test_a_folder_is_kept_to_one_run_of_one_make(tmp_path):
    with (
        Store(tmp_path / "b").begun(MADE),
        pytest.raises(BatchError, match="another run"),
        Store(tmp_path / "b").begun(MADE),
    ):
        pass
    with pytest.raises(BatchError, match="another model"), Store(tmp_path / "b").begun({"sayso": 2}):
        pass
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").touch()
    with pytest.raises(BatchError, match="something else"), Store(tmp_path / "full").begun(MADE):
        pass


def test_a_batch_makes_the_same_ledger(tmp_path):
    story = Path("examples/the-call")
    run("batch", story, "--out", tmp_path / "b", "--workers", "1")
    run("add", "--ledger", tmp_path / "one.db", tmp_path / "b")
    run("add", "--ledger", tmp_path / "two.db", story)
    one, two = (run("export", "--ledger", tmp_path / f"{name}.db").output for name in ("one", "two"))
    assert json.loads(one) == json.loads(two)
    assert json.loads(one)["statements"]


def test_a_killed_run_loses_and_doubles_nothing(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(range(170)))
    command = [sys.executable, "-m", "sayso", "batch", tmp_path / "a.jsonl", "--out", tmp_path / "b", "--workers", "2"]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 60
        while not list(tmp_path.glob("b/articles/part-*.parquet")) and time.monotonic() < end:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
    before = len(table(tmp_path / "b", "articles"))
    assert before < 170
    subprocess.run(command, check=True, capture_output=True)
    urls = [row["url"] for row in table(tmp_path / "b", "articles")]
    assert sorted(urls) == sorted(f"https://herald.example/{n}" for n in range(170))
    assert len({row["statement"] for row in table(tmp_path / "b", "statements")}) == 170


def test_the_command_tells_what_it_did_and_what_it_could_not(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(range(3)) + "{\n")
    ran = run("batch", tmp_path / "a.jsonl", tmp_path / "no.txt", "--out", tmp_path / "b", "--workers", "1", status=1)
    assert ran.stdout.startswith("3 new articles, 3 statements, 2 failures; ")
    assert "a.jsonl, line 4: " in ran.stderr
    assert "no.txt: there is no such file or folder" in ran.stderr


def test_a_batch_of_files_has_no_use_for_the_network(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(range(3)))
    sayso = Sayso()
    arguments = ["batch", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "b"), "--workers", "1"]
    assert CliRunner().invoke(main, arguments, obj=sayso).exit_code == 0
    assert "web" not in vars(sayso)


def test_a_batch_is_read_by_one_model_to_its_end(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(range(3)))
    command = ("batch", tmp_path / "a.jsonl", "--out", tmp_path / "b", "--workers", "1")
    run(*command, "--fast")
    assert {json.loads(row["reading"])["reading"]["model"] for row in table(tmp_path / "b", "articles")} == {FAST}
    assert "begun with another model" in run(*command, status=1).stderr


def test_ray_gives_the_same_rows(tmp_path):
    pytest.importorskip("ray", reason="Ray is not installed: it is too large to install for one test")
    (tmp_path / "a.jsonl").write_text(lines(range(120)))
    # More workers than any machine that runs this has room for: those that never come must not be waited for.
    for engine, workers in (("local", 2), ("ray", 20)):
        run("batch", tmp_path / "a.jsonl", "--out", tmp_path / engine, "--workers", workers, "--engine", engine)
    assert files(tmp_path / "local") == files(tmp_path / "ray")


def test_a_ray_worker_that_is_killed_loses_and_doubles_nothing(tmp_path, monkeypatch):
    pytest.importorskip("ray", reason="Ray is not installed: it is too large to install for one test")
    killed = tmp_path / "killed"

    class Mortal(on_ray._Worker):
        def do(self, part):
            if part.number == 1 and not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return super().do(part)

    monkeypatch.setattr(on_ray, "_Worker", Mortal)
    with Store(tmp_path / "b").begun(MADE) as store:
        done = list(runs.run(raws(90), store, on_ray.run, 2))
    assert killed.exists()
    assert sum(one.articles for one in done) == 90
    assert sorted(row["url"] for row in table(tmp_path / "b", "articles")) == sorted(raw.url for raw in raws(90))
    assert len(table(tmp_path / "b", "statements")) == 90


def run(*arguments, status=0):
    ran = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert ran.exit_code == status, (ran.output, ran.exception)
    return ran
