"""The exported model says what the rounded one says. Torch is for training only: without it the test is skipped."""

import gzip

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: the export cannot be compared with what it is of")
pytest.importorskip("onnx", reason="onnx is not installed: nothing can be exported")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")


def given(row):
    """What the graph takes for a window."""
    places = lambda every: np.array([[int(i in own) for i in range(len(row.ids))] for own in every])
    return {
        "ids": np.array([row.ids]),
        "inside": np.array([row.inside]),
        "contents": places(row.contents),
        "sentences": places(row.sentences),
    }


def test_the_graph_says_what_the_rounded_module_says(small):
    import onnxruntime

    from training.articles import seen
    from training.export_articles import SIZE, Narrow, packed, written

    model, told, rows = small
    directions = torch.linalg.qr(torch.randn(768, SIZE, generator=torch.Generator().manual_seed(1)))[0].T
    file = packed(written(Narrow(model, directions), told).SerializeToString())
    session = onnxruntime.InferenceSession(gzip.decompress(file))
    with torch.no_grad():
        expected, scores, _ = seen(model, rows[:1])
    vectors, positions = session.run(None, given(rows[0]))
    narrowed = torch.nn.functional.normalize(expected @ directions.T, dim=-1).numpy()
    assert vectors.shape == (2, SIZE)
    assert (vectors * narrowed).sum(-1).min() > 0.995
    np.testing.assert_allclose(positions, scores.softmax(-1).numpy(), atol=0.02)


def test_a_weight_that_the_graph_lacks_is_told(small):
    from training.export_articles import SIZE, Narrow, written

    model, told, _ = small
    told["weights"] = {**told["weights"], "encoder.words.weight": torch.zeros(300, 768)}
    with pytest.raises(ValueError, match=r"not in the graph: encoder\.words\.weight"):
        written(Narrow(model, torch.eye(768)[:SIZE]), told)


def test_counting_alone_comes_near_the_entropy():
    from training.export_articles import packed

    numbers = np.random.default_rng(1).normal(0, 1.2, 200_000).round().astype(np.int8)
    share = np.unique(numbers, return_counts=True)[1] / len(numbers)
    assert len(packed(numbers.tobytes())) < 1.06 * -(share * np.log2(share)).sum() * len(numbers) / 8


def test_vectors_that_were_turned_and_stretched_are_brought_back():
    from training.export_articles import brought_back

    unit = torch.nn.functional.normalize
    few = torch.randn(20, 768, generator=torch.Generator().manual_seed(1))
    before = unit(torch.randn(900, 20, generator=torch.Generator().manual_seed(2)) @ few, dim=-1)
    bent = before * torch.linspace(0.2, 3, 768)
    back = unit(bent @ brought_back(bent, before).T, dim=-1)
    assert (bent @ bent.T - before @ before.T).abs().max() > 0.3
    assert (back @ back.T - before @ before.T).abs().max() < 0.05
