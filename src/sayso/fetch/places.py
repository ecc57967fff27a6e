"""Which files a SOURCE names."""

import os
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import MissingSource, SourceError
from sayso.fetch import archive, batches

STDIN = "-"
LINES = (".jsonl", ".jsonl.gz")
KINDS = ".txt, .html, .jsonl or .warc"

_READ = (".txt", ".html", ".htm", *LINES, *archive.SUFFIXES)
# Read where they are named: in a folder, most files of this kind hold no article.
_NAMED = (".json",)


def find(source: str | os.PathLike[str]) -> Iterator[str | SourceError]:
    """Find the places that `source` names: itself, or the articles in and below a folder, in the order of their names.

    Hidden files, files of other types and linked folders are passed over. A folder with nothing in it is an error.
    """
    place = os.fspath(source)
    try:
        is_folder = place not in {"", STDIN} and Path(place).is_dir()
    except OSError as error:
        yield unreadable(place, error)
        return
    if not is_folder:
        yield place
        return
    empty = True
    for found in _walk(Path(place)):
        empty = False
        yield found
    if empty:
        yield MissingSource(place, f"there is no {KINDS} file in this folder")


def is_read(name: str) -> bool:
    """Tell whether a file of this `name` may hold articles."""
    return name.lower().endswith((*_READ, *_NAMED))


def unreadable(place: str, error: OSError) -> SourceError:
    """Say what is wrong with a place that the operating system does not let read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingSource(place, "there is no such file or folder")
    return SourceError(place, f"it cannot be read: {(error.strerror or type(error).__name__).lower()}")


def _walk(folder: Path) -> Iterator[str | SourceError]:
    # A list of what is left, because folders may lie deeper than calls may nest.
    left = [folder]
    while left:
        path = left.pop()
        try:
            if path.is_dir():
                left += sorted((child for child in path.iterdir() if _wanted(child)), reverse=True)
            elif not path.name.lower().endswith(_NAMED):
                yield str(path)
        except OSError as error:
            yield unreadable(str(path), error)


def _wanted(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return not path.is_symlink()
    return (is_read(path.name) or batches.is_part(path)) and path.is_file()
