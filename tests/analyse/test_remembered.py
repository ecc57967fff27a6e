import json
from pathlib import Path
from random import Random

import numpy as np
import pytest

from sayso.analyse.reader import Reader
from sayso.analyse.remembered import Remembered
from sayso.extract.build import build

EXAMPLES = Path(__file__).parents[2] / "examples/the-call"


class Graph:
    """Doubles what it is given, and counts how often it is asked."""

    def __init__(self):
        self.asked = 0

    def run(self, outputs, inputs):
        self.asked += 1
        return [2 * inputs["ids"]]


def test_does_not_run_twice_on_the_same_numbers():
    graph = Graph()
    kept = Remembered(graph)
    for numbers in ([1, 2], [1, 2], [2, 1], [1, 2]):
        assert kept.run(None, {"ids": np.array(numbers)})[0].tolist() == [2 * number for number in numbers]
    assert graph.asked == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ids": np.array([[1, 2]])}, {"ids": np.array([[1], [2]])}),
        ({"ids": np.array([1]), "b": np.array([2])}, {"ids": np.array([2]), "b": np.array([1])}),
        ({"ids": np.array([1])}, {"ids": np.array([1], np.int32)}),
    ],
)
def test_tells_apart_what_only_looks_alike(one, other):
    graph = Graph()
    kept = Remembered(graph)
    kept.run(None, one)
    kept.run(None, other)
    assert graph.asked == 2


def test_forgets_what_was_longest_not_asked_for():
    graph = Graph()
    kept = Remembered(graph, most=2)
    for number in (1, 2, 1, 3, 1, 2):
        kept.run(None, {"ids": np.array([number])})
    assert graph.asked == 4


def test_reads_a_draft_that_is_being_written_as_if_it_were_new():
    keeping, fresh = Reader.load(2, remember=True), Reader.load()
    lines = (EXAMPLES / "2-articles.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n\n".join(json.loads(line)["text"] for line in lines)
    assert len(text) > 3000
    chosen = Random(1)
    for _ in range(5):
        at = chosen.randrange(len(text))
        text = text[:at] + chosen.choice((" he said", "“", "\n\n", "denied ", "x")) + text[at + chosen.choice((0, 9)) :]
        article = build("d", "d", text)
        assert keeping(article) == fresh(article)
