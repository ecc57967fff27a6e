import os
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console as RichConsole
from rich.text import Text as RichText

from sayso.text.terminal import Console, Text
from sayso.text.visible import visible


def test_styles():
    text = Text.assemble(("denies", "bold red"), " ", Text("plain"), Text("", "bold"))
    assert text.styled() == "\x1b[1;31mdenies\x1b[0m plain"
    assert str(text) == "denies plain"
    assert not Text("", "bold")


def test_parts_are_joined():
    assert str(Text(", ").join([Text("a"), Text("b", "dim")])) == "a, b"
    assert not Text(", ").join([])


def test_a_style_goes_on_in_the_next_row():
    rows = [row.styled() for row in Text("one two three", "italic").wrap(8)]
    assert rows == ["\x1b[3mone two\x1b[0m", "\x1b[3mthree\x1b[0m"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("", [""]),
        ("a\n\nb", ["a", "", "b"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("ab abcdefghijkl m", ["ab", "abcdefgh", "ijkl m"]),
        ("日本語日本語", ["日本語日", "本語"]),
    ],
)
def test_rows(words, rows):
    assert list(map(str, Text(words).wrap(8))) == rows


@given(st.lists(st.text(st.characters(), max_size=30).map(visible)).map(" ".join), st.integers(2, 60))
def test_rows_fit_and_are_those_of_rich(words, width):
    rows = list(map(str, Text(words).wrap(width)))
    assert all(cell_len(row) <= width for row in rows)
    theirs = RichText(words).wrap(RichConsole(width=width), width, overflow="fold")
    assert rows == [row.plain.rstrip() for row in theirs]


def test_a_console_prints_in_colour_or_not():
    for color, printed in ((True, "\x1b[1ma\x1b[0m\n\n"), (False, "a\n\n")):
        out = StringIO()
        console = Console(80, color, out)
        console.print(Text("a", "bold"))
        console.print()
        assert out.getvalue() == printed


@pytest.mark.parametrize(
    ("given", "width", "color"),
    [
        ({"COLUMNS": "44"}, 44, False),
        ({"COLUMNS": "0"}, 80, False),
        ({"COLUMNS": "44", "FORCE_COLOR": "1"}, 44, True),
        ({"COLUMNS": "44", "FORCE_COLOR": "1", "NO_COLOR": "1"}, 44, False),
    ],
)
def test_standard_output_goes_by_the_environment(monkeypatch, given, width, color):
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert Console.standard() == Console(width, color)
    assert Console.standard(True).color
    assert not Console.standard(False).color


def test_standard_output_is_as_wide_as_the_terminal_that_it_can_find(monkeypatch):
    def size(stream):
        if stream < 2:
            raise OSError
        return os.terminal_size((100, 30))

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", size)
    assert Console.standard().width == 100
