"""Whatever is wrong with the input is said in one line, the rest is read, and the exit status is 1."""

import json
import os

import pytest

GOOD = '"It rained," said Ann Lee.'
LINE = json.dumps({"url": "u", "text": GOOD}).encode()


def said(done):
    return [line["speakers"][0]["name"] for line in map(json.loads, done.stdout.splitlines())]


BAD = [
    ("empty.txt", b"", "it is empty"),
    ("empty.html", b"", "it is empty"),
    ("empty.jsonl", b"", "it is empty"),
    ("white.txt", b" \r\n\t\n", "it holds nothing but white space"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is not text: there is a NUL byte at offset 8"),
    ("image.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is not text: there is a NUL byte at offset 8"),
    ("image.jsonl", b"\x89PNG\0\r\n\x1a\n\0\0\0\rIHDR\n", "it is not text: there is a NUL byte at offset 4"),
    ("control.txt", b"\x01\x02\x03\x04 x", "it is not text: most of it is control characters"),
    ("latin.txt", b"said \xc9lise", "it is not UTF-8: byte 0xc9 at offset 5 does not belong there"),
    ("line.txt", b"word " * 1_000_000, "it is 5,000,000 characters long, longer than any article (at most 1,000,000)"),
    ("huge.txt", b"word\n" * 4_000_001, "it is larger than any article (at most 20 MB)"),
    ("huge.html", b"<p>x</p>" * 2_500_001, "it is larger than any article (at most 20 MB)"),
    (
        "deep.html",
        b"<html><body>" + b"<div>" * 5000 + b"It rained." + b"</div>" * 5000,
        "its markup is nested 5,002 deep, deeper than any article (at most 250)",
    ),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "there is no article on this page"),
    ("notes.md", b"It rained.", "it is not a .txt, .html, .jsonl or .warc file"),
]


@pytest.mark.parametrize(("name", "data", "problem"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_file(run, tmp_path, monkeypatch, name, data, problem):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    done = run("read", "--jsonl", name, "good.txt")
    assert done.stderr == f"sayso: {name}: {problem}\n"
    assert said(done) == ["Ann Lee"]
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"url": "u", "text": "x', "it is not JSON from column 24 on"),
        (b"[1, 2]", "it is not a JSON object"),
        (b'{"text": "x"}', 'it has no "url"'),
        (b'{"url": "u"}', 'it has no "text"'),
        (b'{"url": "u", "text": 5}', 'its "text" is not a string'),
        (b'{"url": "u", "text": "x", "byline": ["x"]}', 'its "byline" is not a string'),
        (b'{"url": "u", "text": "\\ud800"}', 'its "text" holds half a character (a lone surrogate) at offset 0'),
        (b'{"url": "u", "text": "\xff"}', "it is not UTF-8: byte 0xff at offset 22 does not belong there"),
        (b"[" * 200_000, "it is nested too deeply"),
        (b'{"a":' * 200_000, "it is nested too deeply"),
    ],
    ids=lambda value: str(value[:20]),
)
def test_bad_line(run, tmp_path, monkeypatch, line, problem):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([LINE, line, LINE]))
    done = run("read", "--jsonl", "a.jsonl")
    assert done.stderr == f"sayso: a.jsonl, line 2: {problem}\n"
    assert said(done) == ["Ann Lee", "Ann Lee"]
    assert done.exit_code == 1


def test_missing_and_empty_folder(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "good.txt").write_text(GOOD)
    done = run("read", "--jsonl", "no.txt", "news", "", "good.txt")
    assert done.stderr.splitlines() == [
        "sayso: no.txt: there is no such file or folder",
        "sayso: news: there is no .txt, .html, .jsonl or .warc file in this folder",
        "sayso: '': there is no such file or folder",
    ]
    assert said(done) == ["Ann Lee"]
    assert done.exit_code == 1


def test_empty_standard_input(run):
    done = run("read", "-", input=b"")
    assert (done.exit_code, done.stderr) == (1, "sayso: -: it is empty\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize("name", ["\x1b[31mred\x07.txt", "two\nlines\r.txt", "\u202etxt.exe.txt", "\x9b31m.txt"])
def test_name_cannot_act_on_the_terminal(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).touch()
    for stderr in (run("read", name).stderr, run("read", ".").stderr):
        assert stderr.count("\n") == 1
        assert stderr[:-1].isprintable()
        assert stderr.endswith(": it is empty\n")


@pytest.mark.parametrize("style", [["--json"], ["--jsonl"], [], ["--color"]])
def test_text_cannot_act_on_the_terminal(run, tmp_path, style):
    control = "\x1b]0;owned\x07 \x9b31m \x08\x7f\u202e"
    line = {
        "url": f"u{control}",
        "title": control,
        "publisher": control,
        "text": f'"It {control} rained," said Ann Lee.',
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    done = run("read", *style, tmp_path / "a.jsonl")
    assert done.exit_code == 0
    for control in ("\x1b]", "\x07", "\x08", "\x7f", "\x9b"):
        assert control not in done.stdout


def test_page_that_cannot_be_written(run, tmp_path, monkeypatch):
    (tmp_path / "good.txt").write_text(GOOD)

    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    done = run("read", "--html", "said.html", tmp_path / "good.txt")
    assert (done.exit_code, done.stderr) == (1, "sayso: said.html: it cannot be written: no space left on device\n")
