import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sayso.analyse.decode import Run, Scheme, best_labels, runs

SCHEME = Scheme(("O", "B-a", "I-a", "E-a", "S-a", "B-b", "I-b", "E-b", "S-b"))


def well_formed(labels, scheme=SCHEME):
    return (
        bool(scheme.starts[labels[0]])
        and bool(scheme.ends[labels[-1]])
        and all(scheme.follows(a, b) for a, b in itertools.pairwise(labels))
    )


def best_by_trying_all(scores):
    every = itertools.product(range(scores.shape[1]), repeat=len(scores))
    return max((sum(scores[i, label] for i, label in enumerate(row)), row) for row in every if well_formed(row))[0]


scores_of = hnp.arrays(np.float32, st.tuples(st.integers(1, 4), st.just(9)), elements=st.integers(-3, 3))


@given(scores_of)
def test_the_best_sequence_is_found(scores):
    labels = best_labels(scores[None], SCHEME)[0]
    assert well_formed(labels.tolist())
    assert sum(scores[i, label] for i, label in enumerate(labels)) == pytest.approx(best_by_trying_all(scores))


@given(st.lists(scores_of, min_size=1, max_size=3), st.lists(st.integers(0, 8), min_size=4, max_size=4))
def test_labels_are_well_formed_however_certain_the_pieces_are(rows, certain):
    together = np.zeros((len(rows), 4, 9), dtype=np.float32)
    for i, row in enumerate(rows):
        together[i, : len(row)] = row
    together[0, np.arange(4), certain] += 20
    assert all(well_formed(labels.tolist()) for labels in best_labels(together, SCHEME))


@given(scores_of, scores_of)
def test_rows_do_not_touch(one, other):
    size = min(len(one), len(other))
    together = best_labels(np.stack([one[:size], other[:size]]), SCHEME)
    for row, scores in zip(together, (one, other), strict=True):
        alone = best_labels(scores[None, :size], SCHEME)[0]
        total = lambda labels, scores=scores: sum(scores[i, x] for i, x in enumerate(labels))
        assert total(row) == total(alone)


def test_runs():
    labels = np.array([SCHEME.labels.index(x) for x in ("O", "B-a", "I-a", "E-a", "S-b", "O", "B-b", "E-b")])
    assert list(runs(labels, SCHEME)) == [Run("a", 1, 3), Run("b", 4, 4), Run("b", 6, 7)]
