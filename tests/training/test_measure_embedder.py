"""Pairs put right: how often two statements of one claim are more alike than two of different claims."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: no embedder can be measured")


@pytest.mark.parametrize(
    ("claims", "share"),
    [("aabb", 1.0), ("abab", 0.25), ("aaaabbbb", 1.0)],
    ids=["each beside its own", "each beside another", "more of them"],
)
def test_pairs_are_put_right_where_statements_of_one_claim_lie_together(claims, share):
    from training.measure_embedder import put_right

    angle = np.linspace(0, 0.2, len(claims) // 2)
    angle = np.concatenate([angle, angle + 1])
    assert put_right(np.cos(angle[:, None] - angle[None]), list(claims)) == pytest.approx(share)


def test_vectors_that_are_all_alike_put_half_of_the_pairs_right():
    from training.measure_embedder import put_right

    assert put_right(np.ones((4, 4)), list("aabb")) == 0.5
