import os
from pathlib import Path

import pytest

from sayso.errors import MissingSource, SourceError
from sayso.fetch.places import find, unreadable


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@pytest.mark.parametrize("place", ["-", "", "article.txt", "no/such/folder/", "https://clarion.example/bridge"])
def test_what_is_no_folder_is_a_place_itself(place):
    assert list(find(place)) == [place]


def test_paths_may_be_given_as_paths(tmp_path):
    assert list(find(tmp_path / "article.txt")) == [str(tmp_path / "article.txt")]


def test_folder_is_walked_in_the_order_of_names(tmp_path):
    touch(*(tmp_path / name for name in ["c.jsonl", "b/z.HTML", "b/a.htm", "a.txt"]))
    assert list(find(tmp_path)) == [str(tmp_path / name) for name in ["a.txt", "b/a.htm", "b/z.HTML", "c.jsonl"]]


def test_hidden_files_other_types_and_links_to_folders_are_passed_over(tmp_path):
    news = tmp_path / "news"
    touch(news / "a.txt", news / ".b.txt", news / ".git" / "c.txt", news / "gold.json", news / "d.pdf", news / "e")
    (news / "again").symlink_to(news)
    assert list(find(news)) == [str(news / "a.txt")]


@pytest.mark.parametrize("others", [[], ["gold.json"], ["sub/.hidden.txt"]])
def test_folder_without_articles_is_an_error(tmp_path, others):
    touch(*(tmp_path / name for name in others))
    [error] = find(tmp_path)
    assert isinstance(error, MissingSource)
    assert error.where == str(tmp_path)


def test_very_deep_folder(tmp_path, monkeypatch):
    for _ in range(30):
        tmp_path = tmp_path / "d"
    touch(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path.parents[29])
    assert list(find(".")) == ["/".join([*["d"] * 30, "a.txt"])]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_closed_folder_is_an_error_and_the_rest_is_found(tmp_path):
    touch(tmp_path / "a.txt", tmp_path / "b" / "b.txt", tmp_path / "c.txt")
    (tmp_path / "b").chmod(0)
    try:
        first, error, last = find(tmp_path)
    finally:
        (tmp_path / "b").chmod(0o700)
    assert (first, last) == (str(tmp_path / "a.txt"), str(tmp_path / "c.txt"))
    assert isinstance(error, SourceError)
    assert error.problem == "it cannot be read: permission denied"


@pytest.mark.parametrize(
    ("error", "kind", "problem"),
    [
        (FileNotFoundError(2, "No such file or directory"), MissingSource, "there is no such file or folder"),
        (NotADirectoryError(20, "Not a directory"), MissingSource, "there is no such file or folder"),
        (PermissionError(13, "Permission denied"), SourceError, "it cannot be read: permission denied"),
        (IsADirectoryError(21, "Is a directory"), SourceError, "it cannot be read: is a directory"),
        (OSError("odd"), SourceError, "it cannot be read: oserror"),
    ],
)
def test_what_the_system_says(error, kind, problem):
    found = unreadable("a.txt", error)
    assert type(found) is kind
    assert str(found) == f"a.txt: {problem}"
