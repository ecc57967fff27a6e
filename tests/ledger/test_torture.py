"""A little of what `benchmarks/torture.py` does in full."""

import subprocess
import sys

import pytest

from sayso.errors import LedgerError
from sayso.ledger.ledger import Ledger
from tests.ledger import torture


def test_killed_at_any_point_it_goes_on(tmp_path):
    assert list(torture.kill_at_random_points(tmp_path, 4)) == [1, 2, 3, 4]


def test_full_disks_and_failing_writes_cost_nothing(tmp_path):
    complaints = list(torture.fail_at_random_points(tmp_path, 4, articles=40))
    assert any("disk is full" in complaint for complaint in complaints)
    assert any("disk I/O error" in complaint for complaint in complaints)


def test_several_add_at_once_beside_readers(where, tmp_path):
    whole = torture.feed(tmp_path / "whole.jsonl", 30)
    lines = whole.read_text().splitlines(keepends=True)
    feeds = []
    for number in range(3):
        feeds.append(tmp_path / f"feed{number}.jsonl")
        feeds[-1].write_text("".join(lines[number * 8 :] + lines[: number * 8 + 4]))
    adding = [torture.start(torture.command(where, feed)) for feed in feeds]
    while any(process.poll() is None for process in adding):
        words = [sys.executable, "-m", "sayso", "stats", "--ledger", where]
        done = subprocess.run(words, capture_output=True, text=True, cwd=torture.ROOT, check=False)
        assert done.returncode == 0 or "there is none" in done.stderr, done.stderr
    for process in adding:
        _, complaint = process.communicate()
        assert (process.returncode, complaint) == (0, "")
    assert torture.run(torture.command(tmp_path / "alone.db", whole))[0] == 0
    assert torture.by_article(torture.exported(where)) == torture.by_article(torture.exported(tmp_path / "alone.db"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound")
    assert torture.run(torture.command(folder / "sound.db", torture.feed(folder / "feed.jsonl", 10)))[0] == 0
    return folder / "sound.db"


def test_spoiled_files_are_refused_and_left_alone(sound, tmp_path):
    for number, (what, data) in enumerate(torture.spoiled(sound, 30)):
        file = tmp_path / f"{number}.db"
        file.write_bytes(data)
        for create in (False, True):
            with pytest.raises(LedgerError) as refused:
                Ledger.open(file, create=create).close()
            assert "\n" not in str(refused.value), what
        assert file.read_bytes() == data, what
        assert [path.name for path in tmp_path.iterdir()] == [file.name], what
        file.unlink()


def test_there_is_no_ledger_in_a_folder(tmp_path, run):
    for place in (tmp_path, tmp_path / "no" / "x.db"):
        done = run("add", "--ledger", place, __file__)
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
