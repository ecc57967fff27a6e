"""The model of matters and what it learns from. Torch is for training only: without it the tests are skipped."""

import random

import numpy as np
import pytest

from sayso.claims.build import Seen
from sayso.claims.look import Look
from tests.claims.entries import article, entry

torch = pytest.importorskip("torch", reason="torch is not installed: nothing can be trained")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")


@pytest.fixture
def model():
    from training.matters import Matters

    torch.manual_seed(1)
    model = Matters().eval()
    for layer in model.layers:
        torch.nn.init.normal_(layer.thirds.out.weight, std=0.5)
    return model


def sighting(name, claims):
    from training.gold_stories import Label, Story

    where = [article(f"{name}{n}", f"Outlet {n}", f"2026-03-0{n + 1}") for n in range(2)]
    said = tuple(entry(where[i % 2], f"Speaker {i}", f"words of {i} in {name}") for i in range(len(claims)))
    labels = tuple(Label(claim, claim and "affirms") for claim in claims)
    look = Look(np.eye(len(claims), 384), np.tile([0.6, 0.2, 0.1, 0.1], (len(claims), 1)))
    return Story(name, tuple(where), said, labels, {}), Seen(look, look)


def inputs(count):
    from sayso.claims.among import PAIRS, TRAITS

    some = torch.Generator().manual_seed(count)
    return torch.randn(count, count, PAIRS, generator=some), torch.randn(count, TRAITS, generator=some)


def test_what_is_made_of_a_pair_hangs_on_no_order_and_on_third_statements(model):
    pairs, traits = inputs(5)
    with torch.no_grad():
        near, *_ = model(pairs, traits)
        turned, *_ = model(pairs.flip(0, 1), traits.flip(0))
        pairs[0, 4] += 3
        moved, *_ = model(pairs, traits)
    torch.testing.assert_close(turned, near.flip(0, 1), atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(near, near.T)
    assert not torch.allclose(moved[0, 1], near[0, 1])


def test_the_graph_says_what_the_modules_say_on_average_of_any_number(model, tmp_path):
    onnxruntime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx", reason="onnx is not installed: nothing can be exported")
    from training.export_matters import export
    from training.matters import Matters

    other = Matters().eval()
    export([model, other], tmp_path / "model.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx")
    for count in (1, 4, 11):
        pairs, traits = inputs(count)
        near, sides = session.run(None, {"pairs": pairs.numpy(), "traits": traits.numpy()})
        with torch.no_grad():
            one, another = model(pairs, traits), other(pairs, traits)
        np.testing.assert_allclose(near, (one[0] + another[0]).numpy() / 2, atol=1e-4)
        np.testing.assert_allclose(sides, ((one[2] + another[2]) / 2).log_softmax(-1).numpy(), atol=1e-4)


def test_two_stories_as_one_have_the_claims_of_both():
    from training.matter_examples import joined, matter

    both, seen = joined(sighting("fish", "aabb"), sighting("weir", "aa"), random.Random(2))
    assert {label.claim for label in both.labels} == {"0a", "0b", "1a"}
    assert len(seen.alone.vectors) == len(both.entries)
    assert matter((both, seen)).claims.max() == 2


def test_a_part_of_a_story_keeps_what_belongs_together():
    from training.matter_examples import parts

    whole = sighting("fish", "aabbaabbaabb")
    found = list(parts(whole, random.Random(1), 3))
    assert found[0] is whole
    assert len(found) > 2
    assert len({entry.article.id for entry in found[1][0].entries}) == 1
    for story, seen in found:
        for said, label, vector in zip(story.entries, story.labels, seen.alone.vectors, strict=True):
            at = int(vector.argmax())
            assert (said, label) == (whole[0].entries[at], whole[0].labels[at])


def test_what_takes_no_position_has_no_claim_and_no_side(model):
    from training.matter_examples import matter
    from training.train_matters import loss

    told = matter(sighting("fish", ["a", None, "a", None]))
    assert told.claims.tolist() == [0, -1, 0, -1]
    assert told.sides.tolist() == [0, -1, 0, -1]
    assert torch.isfinite(loss(model, told))
