import json

import pytest

DRAFT = "# News\n\nThe mayor reportedly left on Monday, 5 November 2019.\n"


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    (tmp_path / "d.md").write_text(DRAFT)
    return "d.md"


ON = ("--enable", "E003", "--enable", "B003")


def test_findings_fail(run, draft):
    done = run("check", *ON, draft)
    assert done.exit_code == 1
    assert "d.md:3:30  error E003" in done.stdout
    assert "d.md:3:11  warning B003" in done.stdout
    assert "2 findings: 1 error, 1 warning" in done.stdout
    assert "there is no ledger here" in done.stderr


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--disable", "E003"), 0),
        (("--disable", "E003", "--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
        (("--disable", "E003", "--disable", "B003"), 0),
    ],
)
def test_what_fails_is_for_the_user_to_say(run, draft, options, status):
    assert run("check", *ON[:2], *(() if "B003" in options else ON[2:]), *options, draft).exit_code == status


def test_json(run, draft):
    (told,) = json.loads(run("check", *ON, "--json", draft).stdout)
    assert [one["rule"] for one in told["findings"]] == ["B003", "E003"]
    assert told["text"][told["findings"][0]["start"] :].startswith("reportedly")


def test_sarif_and_github(run, draft):
    log = json.loads(run("check", *ON, "--format", "sarif", draft).stdout)
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == ["B003", "E003"]
    assert run("check", *ON, "--format", "github", draft).stdout.startswith("::warning file=d.md,")


def test_standard_input(run, draft):
    assert run("check", *ON, "-", input=DRAFT).stdout.startswith("-:3:11  warning B003")


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(run, draft):
    done = run("check", *ON, "no.md", draft)
    assert done.exit_code == 2
    assert "no.md: there is no such file" in done.stderr
    assert "E003" in done.stdout


@pytest.mark.parametrize(
    "wrong",
    [(), ("--enable", "B999"), ("--ledger", "no.db"), ("--date", "soon"), ("--config", "bad.toml"), ("--rules",)],
)
def test_wrong_usage(run, draft, tmp_path, wrong):
    (tmp_path / "bad.toml").write_text("[check]\nenabel = 1")
    done = run("check", *wrong, *(() if wrong == () else [draft]))
    assert done.exit_code == 2
    assert done.stderr


def test_the_config_beside_the_draft_holds(run, draft, tmp_path):
    (tmp_path / "sayso.toml").write_text('[check]\nenable = ["B003"]\ndisable = ["E003"]\nseverity = {B003 = "error"}')
    done = run("check", draft)
    assert done.exit_code == 1
    assert "error B003" in done.stdout


def test_rules_are_listed(run, draft):
    told = run("check", "--rules").stdout
    assert "B003" in told
    assert "reportedly-no-source" in told


def test_against_a_ledger(run, draft, tmp_path):
    said = '"The bridge will not be closed for as long as I am mayor," said Ada Lindqvist.'
    (tmp_path / "a.txt").write_text(said)
    assert run("add", "a.txt").exit_code == 0
    (tmp_path / "d.txt").write_text(said.replace("not be closed", "be closed"))
    (told,) = json.loads(run("check", "--enable", "A001", "--json", "d.txt").stdout)
    (finding,) = told["findings"]
    assert finding["rule"] == "A001"
    assert finding["evidence"][0]["sentence"] == said
