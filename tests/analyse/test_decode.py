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
    labels = best_labels(scores[None], np.array([len(scores)]), SCHEME)[0]
    assert well_formed(labels.tolist())
    assert sum(scores[i, label] for i, label in enumerate(labels)) == pytest.approx(best_by_trying_all(scores))


@given(scores_of, scores_of)
def test_rows_of_different_length_do_not_touch(one, other):
    width = max(len(one), len(other))
    both = np.zeros((2, width, 9), dtype=np.float32)
    both[0, : len(one)], both[1, : len(other)] = one, other
    together = best_labels(both, np.array([len(one), len(other)]), SCHEME)
    for row, scores in zip(together, (one, other), strict=True):
        alone = best_labels(scores[None], np.array([len(scores)]), SCHEME)[0]
        total = lambda labels, scores=scores: sum(scores[i, x] for i, x in enumerate(labels))
        assert total(row[: len(scores)]) == total(alone)
        assert not row[len(scores) :].any()


def test_runs():
    labels = [SCHEME.labels.index(x) for x in ("O", "B-a", "I-a", "E-a", "S-b", "O", "B-b", "E-b")]
    assert list(runs(labels, SCHEME)) == [Run("a", 1, 3), Run("b", 4, 4), Run("b", 6, 7)]
