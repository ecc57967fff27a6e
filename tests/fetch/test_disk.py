import io
from types import SimpleNamespace

import pytest

from sayso.errors import BadLine, MissingSource, NotAnArticle, NotText, SourceError
from sayso.fetch import disk
from sayso.fetch.disk import Line, fetch
from sayso.records import Raw


@pytest.fixture
def stdin(monkeypatch):
    def pipe(data):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    return pipe


def test_file_comes_as_it_is(tmp_path):
    path = tmp_path / "a b.txt"
    path.write_bytes(b"one\r\ntwo\xff")
    assert list(fetch(path)) == [Raw(path.as_uri(), str(path), b"one\r\ntwo\xff")]
    assert path.as_uri().endswith("/a%20b.txt")


def test_name_is_as_written_and_address_is_absolute(tmp_path, monkeypatch):
    (tmp_path / "news").mkdir()
    (tmp_path / "a.txt").write_bytes(b"x")
    monkeypatch.chdir(tmp_path / "news")
    assert list(fetch("../a.txt")) == [Raw((tmp_path / "a.txt").resolve().as_uri(), "../a.txt", b"x")]


def test_lines_are_numbered_and_blank_ones_skipped(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n\n{"b": 2}\r\nno')
    url = path.as_uri()
    assert list(fetch(path)) == [
        Line(url, str(path), b'{"a": 1}\n', 1),
        Line(url, str(path), b'{"b": 2}\r\n', 3),
        Line(url, str(path), b"no", 4),
    ]


def test_lines_are_read_as_they_are_asked_for(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"1\n" * 1000)
    found = fetch(path)
    assert next(found).number == 1
    path.unlink()
    assert sum(1 for _ in found) == 999


@pytest.mark.parametrize(
    ("data", "kind"), [(b'{"url": "u"}\n{}', Line), (b"\xef\xbb\xbf {}", Line), (b"<p>x", Raw), (b"x", Raw), (b"", Raw)]
)
def test_standard_input_goes_by_its_content(stdin, data, kind):
    stdin(data)
    assert {type(found) for found in fetch("-")} == {kind}


def test_two_texts_on_standard_input_have_two_addresses(stdin):
    urls = []
    for data in (b"one", b"two", b"one"):
        stdin(data)
        urls += [found.url for found in fetch("-")]
    assert urls[0] == urls[2] != urls[1]
    assert all(url.startswith("stdin:") for url in urls)


def test_file_without_suffix_goes_by_its_content(tmp_path):
    path = tmp_path / "article"
    path.write_bytes(b'{"url": "u"}\n')
    assert [type(found) for found in fetch(path)] == [Line]


@pytest.mark.parametrize(
    ("name", "data", "kind", "problem"),
    [
        ("a.pdf", b"x", NotAnArticle, "it is not a .txt, .html, .jsonl or .warc file"),
        ("a.jsonl", b"", NotAnArticle, "it is empty"),
        ("a.jsonl", b"\n \n", NotAnArticle, "it is empty"),
        ("a.jsonl", b"\x1f\x8b\0\n\0\n", NotText, "it is not text: there is a NUL byte at offset 2"),
        ("a.txt", b"12345678901", NotAnArticle, "it is larger than any article"),
        ("a.txt", b"12345\n78901", NotAnArticle, "it is larger than any article"),
    ],
)
def test_what_cannot_be_read(tmp_path, monkeypatch, name, data, kind, problem):
    monkeypatch.setattr(disk, "LARGEST", 10)
    (tmp_path / name).write_bytes(data)
    [error] = fetch(tmp_path / name)
    assert type(error) is kind
    assert error.where == str(tmp_path / name)
    assert error.problem.startswith(problem)


def test_line_that_is_too_long_is_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "LARGEST", 10)
    (tmp_path / "a.jsonl").write_bytes(b"1\n" + b"2" * 55 + b"\n3\n" + b"4" * 11)
    first, error, third, last = fetch(tmp_path / "a.jsonl")
    assert (first.number, third.number) == (1, 3)
    assert [type(found) for found in (error, last)] == [BadLine, BadLine]
    assert (error.line, last.line) == (2, 4)


@pytest.mark.parametrize("place", ["", "no/such.txt", "a.txt/b.txt"])
def test_missing(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").touch()
    [error] = fetch(place)
    assert type(error) is MissingSource
    assert error.where


def test_name_too_long_for_the_system():
    [error] = fetch("x" * 5000 + ".txt")
    assert isinstance(error, SourceError)


def test_errors_keep_their_place(tmp_path):
    for name in ("a.txt", "b.jsonl", "c.txt"):
        (tmp_path / name).write_bytes(b"x" if name != "b.jsonl" else b"")
    assert [type(found) for found in fetch(tmp_path)] == [Raw, NotAnArticle, Raw]
