import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sayso.cli import main
from sayso.exports import format1
from tests import fakes

ANN = '"It rained," said Ann Lee.'
BEN = '"It snowed," said Ben Holt.'
VALIDATOR = Draft202012Validator(format1.schema())


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_bytes(f"Ünder rain\r\n\r\n{ANN}\r\n".encode())
    (folder / "b.html").write_text(f"<html lang=en><body><h1>Snow</h1><p>{BEN}</p></body></html>")
    (folder / "c.jsonl").write_text(
        json.dumps({"id": "c1", "url": "https://clarion.example/c", "publisher": "The Clarion", "text": ANN})
        + "\n"
        + json.dumps({"url": "https://clarion.example/d", "text": BEN})
        + "\n"
    )
    return folder


def names(objects):
    return [one["speakers"][0]["name"] for one in objects]


def test_jsonl(run, news):
    done = run("read", "--jsonl", news)
    assert (done.exit_code, done.stderr) == (0, "")
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    for one in objects:
        VALIDATOR.validate(one)
    assert names(objects) == ["Ann Lee", "Ben Holt", "Ann Lee", "Ben Holt"]
    assert [one["article"]["url"] for one in objects] == [
        (news / "a.txt").as_uri(),
        (news / "b.html").as_uri(),
        "https://clarion.example/c",
        "https://clarion.example/d",
    ]
    assert objects[0]["article"]["text"] == f"Ünder rain\r\n\r\n{ANN}\r\n"
    assert (objects[2]["article"]["id"], objects[2]["article"]["outlet"]) == ("c1", "The Clarion")


def test_json_is_one_array_of_the_same(run, news):
    done = run("read", "--json", news)
    assert done.exit_code == 0
    lines = run("read", "--jsonl", news).stdout.splitlines()
    assert json.loads(done.stdout) == [json.loads(line) for line in lines]
    assert done.stdout.startswith('[\n  {\n    "sayso": 1,\n')


def test_json_of_nothing_is_an_empty_array(run, tmp_path):
    assert json.loads(run("read", "--json", tmp_path).stdout) == []


def test_report_is_the_default(run, news):
    done = run("read", news / "a.txt")
    assert done.exit_code == 0
    assert "Ann Lee" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(("option", "colored"), [("--color", True), ("--no-color", False)])
def test_color(run, news, option, colored):
    assert ("\x1b[" in run("read", option, news / "a.txt").stdout) is colored


def test_page(run, news, tmp_path):
    done = run("read", "--html", tmp_path / "said.html", news)
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "said.html").read_text(encoding="utf-8")
    assert "Ann Lee" in page
    assert "Ben Holt" in page


def test_page_is_not_written_for_nothing(run, tmp_path):
    (tmp_path / "said.html").write_text("old")
    assert run("read", "--html", tmp_path / "said.html", tmp_path / "no.txt").exit_code == 1
    assert (tmp_path / "said.html").read_text() == "old"


def test_title_line(run, news):
    done = run("read", "--jsonl", "--title-line", news / "a.txt")
    assert json.loads(done.stdout)["article"]["title"] == "Ünder rain"
    assert json.loads(run("read", "--jsonl", news / "a.txt").stdout)["article"]["title"] is None


@pytest.mark.parametrize("name", ["a.txt", "b.html", "c.jsonl"])
def test_standard_input_goes_by_its_content(run, news, name):
    piped = run("read", "--jsonl", "-", input=(news / name).read_bytes())
    assert piped.exit_code == 0
    named = run("read", "--jsonl", news / name)
    texts = [[json.loads(line)["article"]["text"] for line in done.stdout.splitlines()] for done in (piped, named)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["read"], "Missing argument 'SOURCE...'"),
        (["read", "--json", "--jsonl", "a.txt"], "Only one of --json, --jsonl, --html and --why can be given."),
        (
            ["read", "--json", "--html", "a.html", "a.txt"],
            "Only one of --json, --jsonl, --html and --why can be given.",
        ),
        (["read", "--html", "no/such/a.html", "a.txt"], "there is no folder 'no/such'"),
        (["read", "--html", ".", "a.txt"], "is a directory"),
        (["read", "--yaml", "a.txt"], "No such option"),
        (["reed", "a.txt"], "No such command"),
        ([], "Usage: sayso"),
    ],
)
def test_wrong_usage(run, tmp_path, monkeypatch, arguments, problem):
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert done.stdout == ""


def test_help_shows_an_example(run):
    assert "sayso read article.html" in run("--help").stdout
    assert "sayso read article.html" in run("read", "--help").stdout


def test_version(run):
    assert run("--version").stdout.startswith("sayso 0.")


def test_fast_reads_with_the_smaller_model(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text('"It rained," said Ann Lee.')
    asked = []

    class Recorded:
        def __new__(cls, *, fast):
            asked.append(fast)
            return fakes.sayso()

    monkeypatch.setattr("sayso.core.Sayso", Recorded)
    for command in (["read"], ["read", "--fast"], ["add", "--ledger", str(tmp_path / "l.db"), "--fast"]):
        done = CliRunner().invoke(main, [*command, str(tmp_path / "a.txt")])
        assert done.exit_code == 0, done.output
    assert asked == [False, True, True]
