import json

import pytest

CALL = '"There was no call at all," said Anna Brook.'


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL)
    (folder / "feed.jsonl").write_text(
        '{"url": "https://clarion.example/a?utm_source=x", "id": "a1", "text": "\\"It rained,\\" said Tom Reed."}\n'
        "no json\n"
        '{"url": "https://clarion.example/b", "id": "b1", "text": "\\"It snowed,\\" said Tom Reed."}\n'
    )
    return folder


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "sayso.db"))


def test_adds_what_can_be_read_and_names_the_rest(run, news, ledger):
    done = run("add", news)
    assert done.exit_code == 1
    assert done.stdout == "3 articles: 3 new; 3 new statements\n"
    assert done.stderr.count("\n") == 1
    assert "feed.jsonl, line 2" in done.stderr


def test_adding_again_adds_nothing(run, news, ledger):
    run("add", news)
    before = run("export", "--format", "jsonl").stdout
    assert run("add", news).stdout == "3 articles: 3 known already; 0 new statements\n"
    assert run("export", "--format", "jsonl").stdout == before


def test_tells_of_each_article(run, news, ledger):
    lines = [json.loads(line) for line in run("add", "--jsonl", news).stdout.splitlines()]
    assert [(line["id"], line["new"], line["statements"]) for line in lines[1:]] == [
        ("a1", "article", 1),
        ("b1", "article", 1),
    ]
    assert json.loads(run("add", "--json", news).stdout)[0]["new"] == "nothing"


def test_nothing_to_tell_is_an_empty_array(run, tmp_path, ledger):
    assert json.loads(run("add", "--json", tmp_path / "no.txt").stdout) == []


def test_export_makes_the_same_ledger_again(run, news, ledger, tmp_path):
    run("add", news)
    assert run("export", "--format", "jsonl", "-o", tmp_path / "x.jsonl").exit_code == 0
    copy = ("--ledger", tmp_path / "copy.db")
    assert run("add", *copy, tmp_path / "x.jsonl").exit_code == 0
    for form in ("json", "jsonl"):
        assert run("export", "--format", form, *copy).stdout == run("export", "--format", form).stdout


def test_there_must_be_a_ledger(run, ledger):
    done = run("export")
    assert done.exit_code == 1
    assert done.stderr.startswith("sayso: ledger ")
    assert "there is none" in done.stderr


def test_article_that_the_reader_stumbles_over_does_not_stop_the_rest(news, ledger):
    from click.testing import CliRunner

    from sayso.cli import main
    from sayso.core import Sayso
    from tests import fakes

    def stumble(article):
        if article.id == "a1":
            raise RuntimeError("oh")
        return fakes.analyse(article)

    done = CliRunner().invoke(main, ["add", str(news / "feed.jsonl")], obj=Sayso(stumble))
    assert done.exit_code == 1
    assert "it cannot be read (RuntimeError: oh)" in done.stderr
    assert done.stdout == "1 article: 1 new; 1 new statements\n"
