import json
from random import Random

import pytest

from tests.exports import ledgers, roundtrip
from tests.extract.test_claimreview import REVIEW

OTHER = {**REVIEW, "author": "Second Look", "claimReviewed": "\x1b[31mNobody rang."}


@pytest.fixture
def claim(tmp_path, monkeypatch):
    """The id of a claim in a ledger."""
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "sayso.db"))
    with ledgers.fresh(tmp_path / "sayso.db") as ledger:
        ledgers.fill(ledger, Random(7))
        with ledger.view() as view:
            return next(view.claims()).id


def test_a_verdict_is_shown_with_its_author_and_moves_no_status(run, claim, tmp_path):
    (tmp_path / "review.json").write_text(json.dumps(REVIEW))
    before = run("claim", claim, "--json").stdout
    done = run("verdict", claim, tmp_path / "review.json", "--why", "same claim")
    assert done.stdout.endswith(f": The Checkers on {claim}\n")
    shown = " ".join(run("claim", claim).stdout.split())
    assert "What others concluded The Checkers: “Unproven”, on “The prime minister rang.”" in shown
    assert run("claim", claim, "--json").stdout == before
    assert "“Unproven” of The Checkers on “The prime minister rang.” (same claim)" in run("decisions").stdout
    run("undo")
    assert "What others concluded" not in run("claim", claim).stdout


def test_it_comes_back_from_the_lines_of_an_export(run, claim, tmp_path):
    (tmp_path / "review.json").write_text(json.dumps(REVIEW))
    run("verdict", claim, tmp_path / "review.json")
    lines = run("export", "--format", "jsonl").stdout.splitlines(keepends=True)
    assert "The Checkers" in lines[-1]
    assert roundtrip.again(tmp_path / "copy.db", lines) == lines


def test_of_several_one_is_named(run, claim, tmp_path):
    (tmp_path / "reviews.json").write_text(json.dumps([REVIEW, OTHER]))
    done = run("verdict", claim, tmp_path / "reviews.json")
    assert done.exit_code == 2
    assert "2  Second Look: “Unproven”, on “\\x1b[31mNobody rang.”" in done.stderr
    assert "Second Look" in run("verdict", claim, tmp_path / "reviews.json", "--number", 2).stdout


def test_what_is_wrong_is_said(run, claim, tmp_path):
    assert "there is no ClaimReview in it" in run("verdict", claim, __file__).stderr
    assert "no such file" in run("verdict", claim, tmp_path / "no.json").stderr
    (tmp_path / "review.json").write_text(json.dumps(REVIEW))
    assert "it holds no claim zzz" in run("verdict", "zzz", tmp_path / "review.json").stderr
