"""The headline figures may not fall. Floors are pinned with a hash of what they were measured on."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest

import sayso
from benchmarks.accuracy import polnear, sha, stories
from sayso.analyse.model import FAST, TAGGER

HERE = Path(__file__).parent
DATA = Path(os.environ.get("SAYSO_DATA", HERE.parents[2] / "shared"))
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
# How far a figure may fall short of the page: the int8 kernels of processors differ in the last bits.
SLACK = 0.4
needs_data = pytest.mark.skipif(not (DATA / "eval").is_dir(), reason=f"{DATA}: no corpora there to measure on")


def corpus_hash(data: Path) -> str:
    """One SHA-256 over names and contents of what is scored."""
    total = hashlib.sha256()
    folders = (data / "data/polnear/dev", data / "stories/dev")
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def figures(printed: str) -> dict[str, float]:
    """The figures that floors stand for, from what the scorers print."""
    wanted = {
        "content + source F1": r"content \+ source .*F1 ([\d.]+)",
        "both exact F1": r"both exact .*F1 ([\d.]+)",
        "recall direct": r"recall direct ([\d.]+)",
        "recall mixed": r"mixed ([\d.]+), indirect",
        "recall indirect": r"indirect ([\d.]+)",
        "stories found F1": r"statements found +P .*F1 ([\d.]+)",
        "stories speaker": r"\nspeaker  +([\d.]+) %",
        "stories via where chained": r"via, where chained +([\d.]+) %",
        "stories date": r"date, where gold has +([\d.]+) %",
        "stories whole": r"whole statements +([\d.]+) %",
        "stories act other than says": r"act, other than says +([\d.]+) %",
    }
    return {name: float(found.group(1)) for name, pattern in wanted.items() if (found := re.search(pattern, printed))}


@needs_data
def test_no_figure_falls(tmp_path):
    assert corpus_hash(DATA) == FLOORS["corpus"], "the corpora changed: measure anew and pin"
    measured = figures(polnear(DATA, tmp_path) + stories(DATA, "dev", tmp_path))
    fallen = {
        name: (measured.get(name), floor)
        for name, floor in FLOORS["floors"].items()
        if not measured.get(name, 0) >= floor
    }
    assert not fallen
    page = (HERE.parents[1] / "docs/accuracy.md").read_text(encoding="utf-8")
    stated = figures(page)
    assert stated.keys() == FLOORS["floors"].keys()
    worse = {name: (measured[name], figure) for name, figure in stated.items() if measured[name] < figure - SLACK}
    assert not worse, "docs/accuracy.md states more than is measured"


@needs_data
def test_the_fast_model_is_little_worse(tmp_path):
    f1 = figures(polnear(DATA, tmp_path, fast=True))["content + source F1"]
    assert f1 >= FLOORS["fast"]["content + source F1"]
    assert f1 >= FLOORS["floors"]["content + source F1"] - FLOORS["fast"]["behind at most"]


@needs_data
def test_every_span_is_the_text(tmp_path):
    for reading in sayso.read(DATA / "data/polnear/dev/text"):
        text = reading.article.text
        for s in reading.statements:
            for span in (s.source, s.cue, s.said, *s.content):
                assert span is None or text[span.start : span.end] == span.text


def test_the_accuracy_page_is_of_the_models_in_the_package():
    page = (HERE.parents[1] / "docs/accuracy.md").read_text(encoding="utf-8")
    assert all(sha(model) in page for model in (TAGGER, FAST))


def test_figures_are_read_from_print():
    printed = "peers' row: both exact        P 62.7 R 59.3 F1 60.9\npeers' row: recall direct 92.7, mixed 86.1, indirect 67.6\n"
    assert figures(printed) == {
        "both exact F1": 60.9,
        "recall direct": 92.7,
        "recall mixed": 86.1,
        "recall indirect": 67.6,
    }
