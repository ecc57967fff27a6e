"""What the packaged models see in statements."""

import numpy as np
import pytest

from sayso.claims.models import Models
from sayso.records import Act
from tests.claims.entries import article, entry

TOLD = article(
    "a1",
    "Courier",
    "2026-03-09",
    text="The weir at Ardle was opened on Sunday night, two farmers said. The water board said its keeper had slept at "
    "home until six. Asked about a second key, it did not answer.",
)
OTHER = article("a2", "Ledger", "2026-03-10", text="Nobody touched the weir, the water board said on Tuesday.")
SAID = [
    entry(TOLD, "two farmers", "The weir at Ardle was opened on Sunday night"),
    entry(TOLD, "water board", "its keeper had slept at home until six"),
    entry(TOLD, "water board", "a second key", act=Act.DECLINES),
    entry(OTHER, "water board", "Nobody touched the weir"),
]


@pytest.fixture(scope="module")
def models():
    return Models()


def test_both_models_give_unit_vectors_and_shares(models):
    seen = models.see(SAID)
    for look in (seen.alone, seen.within):
        assert look.vectors.shape == (4, 384)
        np.testing.assert_allclose(np.linalg.norm(look.vectors, axis=1), 1, atol=1e-3)
        np.testing.assert_allclose(look.positions.sum(1), 1, atol=1e-3)


def test_what_is_seen_within_an_article_hangs_on_no_other_article_and_on_no_order(models):
    whole, part = models.see(SAID).within, models.see(SAID[2::-1]).within
    np.testing.assert_allclose(part.vectors, whole.vectors[2::-1], atol=1e-6)
    np.testing.assert_allclose(part.positions, whole.positions[2::-1], atol=1e-6)


def test_nothing_is_seen_in_nothing(models):
    assert models.see([]).within.vectors.shape == (0, 384)
