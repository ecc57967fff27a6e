import json

import pytest
from jsonschema import Draft202012Validator

from sayso.exports import whole

VALIDATOR = Draft202012Validator(whole.schema())
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


@pytest.fixture
def filled(run, tmp_path, ledger):
    lines = [
        {"id": "a1", "text": CALL, "published": "2026-03-09", "publisher": "The Clarion"},
        {
            "id": "a2",
            "text": CALL + ' "It rang twice," said Tom Reed.',
            "published": "2026-03-09",
            "updated": "2026-03-10",
        },
    ]
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(json.dumps({"url": "https://clarion.example/call", **line}) for line in lines))
    assert run("add", feed).exit_code == 0
    return feed


def test_who(run, filled):
    shown = run("who", "brook").stdout
    assert "Anna Brook" in shown
    assert "There was no call at all" in shown
    assert "Tom Reed" not in shown
    VALIDATOR.validate(json.loads(run("who", "brook", "--json").stdout))


def test_who_says_when_there_is_more(run, filled, tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_text('{"url": "https://b.example/", "text": "\\"Yes,\\" said Anna Brook."}')
    run("add", more)
    shown = run("who", "brook", "--limit", 1).stdout
    assert ("Yes" in shown, "no call" in shown) == (True, False)
    assert "These are the newest 1 of 3: sayso who anna-brook --limit 3 shows all." in shown


def test_nobody_of_that_name(run, filled):
    done = run("who", "nobody")
    assert done.exit_code == 1
    assert done.stderr.endswith("nobody goes by the name 'nobody'\n")


def test_search(run, filled):
    assert "Tom Reed" in run("search", "rang", "twice").stdout
    assert run("search", "nothing").stdout == "No statement has all these words.\n"
    exported = json.loads(run("search", "call", "--json").stdout)
    VALIDATOR.validate(exported)
    assert len(exported["statements"]) == 1


def test_show(run, filled):
    assert "version 2 of 2" in run("show", "https://clarion.example/call?utm_source=x").stdout
    assert "version 1 of 2" in run("show", "a1").stdout
    assert "version 1 of 2" in run("show", "a2", "--version", 1).stdout
    assert json.loads(run("show", "a2", "--json").stdout)["article"]["version"] == 2
    assert json.loads(run("show", "a2", "--raw").stdout)["id"] == "a2"
    for wrong in (("a3",), ("a1", "--version", 3)):
        assert run("show", *wrong).exit_code == 1


def test_diff(run, filled):
    shown = run("diff", "a1").stdout
    assert "version 1 → 2" in shown
    assert "+ added" in shown
    (only,) = json.loads(run("diff", "a1", "--json").stdout)
    assert [(change["kind"], change["before"]) for change in only["changes"]] == [("added", None)]
    assert json.loads(run("diff", "a1", "--from", 2, "--to", 1, "--json").stdout)[0]["changes"][0]["kind"] == "removed"
    assert run("diff", "a1", "--to", 3).exit_code == 1
    assert run("diff", "a3").exit_code == 1


def test_files_go_by_their_path(run, news, ledger):
    run("add", news)
    assert "version 1 of 1" in run("show", news / "call.txt").stdout
    assert run("diff", news / "call.txt").stdout == "There is one version of this article.\n"


def test_stats(run, filled):
    assert run("stats").stdout.startswith("articles    1 of 1 outlets, 2 versions\n")
    assert json.loads(run("stats", "--json").stdout)["acts"] == {"says": 3}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables(run, filled, form):
    assert run("export", "--format", form).stdout_bytes.startswith({"csv": b"statement,", "parquet": b"PAR1"}[form])


def test_decisions(run, filled, tmp_path):
    done = run("merge", "Anna Brook", "tom reed", "--by", "ed", "--why", "one desk")
    assert done.exit_code == 0
    assert done.stdout.startswith("1  ")
    assert done.stdout.endswith("  ed  merge tom-reed into anna-brook (one desk)\n")
    assert "It rang twice" in run("who", "anna-brook").stdout
    assert run("rename", "anna-brook", "The Desk").exit_code == 0
    assert run("who", "the desk").stdout.startswith("The Desk")
    assert json.loads(run("undo", 1, "--json").stdout)["data"]["kind"] == "merge"
    assert "It rang twice" not in run("who", "anna-brook").stdout
    more = tmp_path / "more.jsonl"
    more.write_text('{"url": "https://b.example/", "text": "\\"Yes,\\" said Anna Brook."}')
    run("add", more)
    assert run("split", "anna-brook", "https://b.example/").exit_code == 0
    assert [line.endswith("[undone]") for line in run("decisions").stdout.splitlines()] == [True, False, False, False]
    assert [one["kind"] for one in json.loads(run("decisions", "--json").stdout)][2:] == ["undo", "split"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("merge", "nobody", "anna-brook"), "nobody goes by the name 'nobody'"),
        (("rename", "br", "x"), "several go by the name 'br': anna-brook, ada-brook"),
        (("undo",), "no decision stands"),
    ],
)
def test_decisions_that_cannot_be_taken(run, filled, arguments, problem, tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_text('{"url": "https://b.example/", "text": "\\"Yes,\\" said Ada Brook."}')
    run("add", more)
    done = run(*arguments)
    assert done.exit_code == 1
    assert problem in done.stderr


def test_what_is_no_statement_is_left_out_until_that_is_undone(run, news, ledger):
    run("add", news)
    before = run("export").stdout
    (id,) = [one["id"] for one in json.loads(before)["statements"] if one["article"] == "a1"]
    done = run("not-a-statement", id, "--by", "ed", "--why", "a caption")
    assert done.stdout.endswith(f"  ed  not-a-statement {id} (a caption)\n")
    assert id not in run("export").stdout
    assert id not in run("export", "--format", "csv", "--what", "statements").stdout
    assert "It rained" not in run("search", "rained").stdout
    assert "1 set aside" in run("show", "a1").stdout
    assert id in run("export", "--format", "jsonl").stdout
    run("undo")
    assert run("export").stdout == before
    assert run("not-a-statement", "a1:0-1").stderr.endswith("there is no statement 'a1:0-1'\n")
