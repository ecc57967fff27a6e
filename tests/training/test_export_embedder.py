"""The exported embedder says what the rounded one says. Torch is for training only: without it the test is skipped."""

import gzip

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: the export cannot be compared with what it is of")
pytest.importorskip("onnx", reason="onnx is not installed: nothing can be exported")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")


def test_the_graph_says_what_the_rounded_module_says(small):
    import onnxruntime

    from training.export_embedder import SIZE, Narrow, packed, written

    model, told, said = small
    narrow = Narrow(model, torch.eye(768)[:SIZE])
    file = packed(written(narrow, told).SerializeToString())
    session = onnxruntime.InferenceSession(gzip.decompress(file))
    ids = np.array([row[0] for row in said])
    vectors, positions = session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
    with torch.no_grad():
        expected, scores = narrow(torch.tensor(ids), torch.ones(ids.shape, dtype=torch.long))
    assert (vectors * expected.numpy()).sum(-1).min() > 0.995
    np.testing.assert_allclose(positions, scores.softmax(-1).numpy(), atol=0.02)


def test_what_is_seen_in_a_statement_hangs_on_no_other(small):
    import onnxruntime

    from training.export_embedder import SIZE, Narrow, written

    model, told, said = small
    session = onnxruntime.InferenceSession(written(Narrow(model, torch.eye(768)[:SIZE]), told).SerializeToString())
    ids = np.array([row[0] for row in said])
    together = session.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0]
    alone = session.run(None, {"ids": ids[:1], "mask": np.ones_like(ids[:1])})[0]
    np.testing.assert_allclose(alone[0], together[0], atol=1e-5)


def test_a_weight_that_the_graph_lacks_is_told(small):
    from training.export_embedder import SIZE, Narrow, written

    model, told, _ = small
    told["weights"] = {**told["weights"], "encoder.words.weight": torch.zeros(300, 768)}
    with pytest.raises(ValueError, match=r"not in the graph: encoder\.words\.weight"):
        written(Narrow(model, torch.eye(768)[:SIZE]), told)


def test_counting_alone_comes_near_the_entropy():
    from training.export_embedder import packed

    numbers = np.random.default_rng(1).normal(0, 1.2, 200_000).round().astype(np.int8)
    share = np.unique(numbers, return_counts=True)[1] / len(numbers)
    assert len(packed(numbers.tobytes())) < 1.06 * -(share * np.log2(share)).sum() * len(numbers) / 8


def test_vectors_that_were_turned_and_stretched_are_brought_back():
    from training.export_embedder import brought_back

    unit = torch.nn.functional.normalize
    few = torch.randn(20, 768, generator=torch.Generator().manual_seed(1))
    before = unit(torch.randn(900, 20, generator=torch.Generator().manual_seed(2)) @ few, dim=-1)
    bent = before * torch.linspace(0.2, 3, 768)
    back = unit(bent @ brought_back(bent, before).T, dim=-1)
    assert (bent @ bent.T - before @ before.T).abs().max() > 0.3
    assert (back @ back.T - before @ before.T).abs().max() < 0.05
