import re
import unicodedata
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.exports.report import explain, report
from sayso.records import Act, Article, Kind, Reading, Why
from sayso.text.terminal import Console
from tests.exports.readings import Builder, agency, dispatch, every, radio, trade

STYLE = re.compile(r"\x1b\[[0-9;]*m")

DISPATCH = """\
 4  Ilse Brandeck  neither confirmed nor denied · declines ·
    indirect
    the call
    said 2026-03-10 (“On Tuesday”)

 5  Ilse Brandeck  added · mixed
    Her government … would “keep the lights on and the boats
    out”

 6  Marit Sollund  said · direct
    “That's not an answer,” … “My father would have called
    it the kind of thing you say when you have already
    signed.”

 7  Marit Sollund → (unknown)  would have called it ·
    indirect
    the kind of thing you say when you have already signed
    hedged · confidence only 30%
"""


def printed(reading: Reading, *, width: int = 100, colour: bool = False) -> str:
    console = Console(width, colour, StringIO())
    report(reading, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def hostile(words: str) -> Reading:
    """A reading in which every field that an article fills holds `words`."""
    article = Article(words, words, f"{words} x", words, words, words, words, words)
    builder = Builder(article)
    builder.said(builder.speaker(words, Kind.PERSON), words, words, words)
    return builder.reading()


@pytest.mark.parametrize("width", [20, 60, 100, 120])
@pytest.mark.parametrize("reading", every())
def test_fits_the_width(reading: Reading, width: int) -> None:
    for line in printed(reading, width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_reads_well_at_60() -> None:
    assert DISPATCH in printed(dispatch(), width=60)


def test_head_and_summary() -> None:
    lines = printed(trade(), width=120).splitlines()
    assert lines[:5] == [
        "Brannoch authority: nobody told us of an offer",
        "Grid Weekly · Tomas Eskerry",
        "published 2026-03-09 16:00+01:00, updated 2026-03-10 14:20+01:00",
        "https://gridweekly.example/brannoch-authority-not-told",
        "Update, 10 March, 14:20: This article has been updated with a statement by Vessmark's energy ministry.",
    ]
    assert lines[-2:] == ["11 statements: 2 direct, 3 mixed, 6 indirect; 9 speakers", ""]


def test_head_without_metadata() -> None:
    assert printed(dispatch()).splitlines()[:3] == [
        "3-dispatch.txt",
        "file:///home/reader/the%20call/3-dispatch.txt",
        "",
    ]


def test_chain_runs_outermost_first() -> None:
    assert "Radio Oltara → a member of the cabinet → " in printed(trade())


def test_an_unnamed_speaker_is_marked() -> None:
    assert "an official of the fisheries office  questioned · questions · indirect · unnamed" in printed(dispatch())


def test_why() -> None:
    reading = replace(trade(), why=tuple(Why("named", "“said” tells", "no date") for _ in trade().statements))
    console = Console(100, file=StringIO())
    explain(reading, 1, console)
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue()
    for part in ("speaker     ", ": named", "act ", "“said” tells", "date ", "no date", "confidence "):
        assert part in shown


def test_confidence_shows_only_when_low() -> None:
    assert printed(agency()).count("confidence") == 1
    assert "confidence only 41%" in printed(agency())


@pytest.mark.parametrize("act", [act for act in Act if act != Act.SAYS])
def test_an_act_is_a_word_and_a_colour(act: Act) -> None:
    reading = agency()
    reading = replace(reading, statements=(replace(reading.statements[1], act=act),))
    assert f"said · {act} · indirect" in printed(reading)
    assert re.search(rf"\x1b\[1;3\dm{act}\x1b\[0m", printed(reading, colour=True))


def test_pieces_of_a_quotation_are_joined() -> None:
    assert "the coastguard. … “A man" in " ".join(printed(radio()).split())


def test_no_statements() -> None:
    text = printed(Reading(Article("a", "https://quiet.example/", "Rain."), (), ()))
    assert text == "https://quiet.example/\n\nNo statements found in this article.\n\n"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[bold red]not markup[/bold red]", "[bold red]not markup[/bold red]"),
        ("[/]", "[/]"),
        (":smile: is no emoji", ":smile: is no emoji"),
        ("\x1b[2J\x1b]0;title\x07", "\\x1b[2J\\x1b]0;title\\x07"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}desrever", "⟨U+202E⟩desrever"),
        ("over\rwrite", "over write"),
    ],
)
def test_hostile_text_is_only_text(words: str, shown: str) -> None:
    assert printed(hostile(words)).count(shown) >= 5
    assert STYLE.sub("", printed(hostile(words), colour=True)) == printed(hostile(words))


@given(st.text(st.characters(), min_size=1))
def test_nothing_but_the_report_moves_the_cursor(words: str) -> None:
    text = printed(hostile(words), width=40)
    assert {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs"}} <= {"\n"}
    assert all(cell_len(line) <= 40 for line in text.splitlines())
