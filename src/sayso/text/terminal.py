"""Words for a terminal: in styles, and in rows that fit its width.

Not by `rich`, which takes a twentieth of a cold `sayso read` to load; what it knows of wide characters is asked for.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple, TextIO

import click

from sayso.text.patterns import pattern

_CODES = {"bold": 1, "dim": 2, "italic": 3, "underline": 4}
_CODES |= {"red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36}
# One cell a character: Latin letters, and the dashes and quotation marks of running text.
_NARROW = pattern(r"[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027]*")
_WORD = pattern(r"\s*\S+\s*")
_WIDTH = 80


class Text:
    """Words in styles, run by run. A style is some of the words of `_CODES`; empty is none."""

    def __init__(self, words: str = "", style: str = "") -> None:
        self._runs = [(str(words), style)] if words else []

    @classmethod
    def assemble(cls, *parts: "str | tuple[str, str] | Text") -> "Text":
        """One text of many; a pair is words and their style."""
        made = cls()
        for part in parts:
            made._runs += (part if isinstance(part, Text) else cls(part) if isinstance(part, str) else cls(*part))._runs
        return made

    def __bool__(self) -> bool:
        return bool(self._runs)

    def __str__(self) -> str:
        return "".join(words for words, _ in self._runs)

    def join(self, parts: Iterable["Text"]) -> "Text":
        """The parts, with this text between them."""
        between = [one for part in parts for one in (self, part)]
        return Text.assemble(*between[1:])

    def styled(self) -> str:
        """The words, with the escape sequences that set them in their styles."""
        return "".join(f"\x1b[{_codes(style)}m{words}\x1b[0m" if style else words for words, style in self._runs)

    def wrap(self, width: int) -> Iterator["Text"]:
        """Rows of at most `width` cells, with nothing blank at their ends; each line begins a row."""
        whole, start = str(self), 0
        for line in whole.split("\n"):
            cuts = [start, *(start + cut for cut in _breaks(line, width)), start + len(line)]
            for begin, end in pairwise(cuts):
                yield self._cut(begin, begin + len(whole[begin:end].rstrip()))
            start += len(line) + 1

    def _cut(self, start: int, end: int) -> "Text":
        made, at = Text(), 0
        for words, style in self._runs:
            made._runs += Text(words[max(0, start - at) : max(0, end - at)], style)._runs
            at += len(words)
        return made


class Console(NamedTuple):
    """A terminal `width` cells wide, in colour or not: standard output, unless it has a `file`."""

    width: int
    color: bool = False
    file: TextIO | None = None

    @classmethod
    def standard(cls, color: bool | None = None) -> "Console":
        """Standard output; `color` is true for always, false for never, None for on terminals."""
        return cls(_width(), _is_colored() if color is None else color)

    def print(self, row: Text | None = None) -> None:
        """Print a row; a blank one where none is given."""
        row = row or Text()
        click.echo(row.styled() if self.color else str(row), file=self.file, color=self.color)


def _codes(style: str) -> str:
    return ";".join(map(str, sorted(_CODES[word] for word in style.split())))


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where new rows begin in a line: between words, and within those that are longer than a row."""
    used = 0
    for match in _WORD.finditer(line):
        word, start = match.group(), match.start()
        length = _cells(word.rstrip())
        if used + length <= width:
            used += _cells(word)
        elif length <= width:
            yield start
            used = _cells(word)
        else:
            from rich.cells import chop_cells

            for part in chop_cells(word, width):
                if start:
                    yield start
                start += len(part)
                used = _cells(part)


def _cells(words: str) -> int:
    if _NARROW.fullmatch(words):
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _width() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdigit():
        return int(given) or _WIDTH
    # Where standard output is a pipe, what is behind it is most often shown on the terminal of the other two.
    for stream in range(3):
        with suppress(OSError):
            return os.get_terminal_size(stream).columns or _WIDTH
    return _WIDTH


def _is_colored() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
