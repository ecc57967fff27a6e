"""What is exported says what the trained module says. Torch is for training only: without it the test is skipped."""

from pathlib import Path

import numpy as np
import pytest

import sayso
from sayso.analyse.model import TAGGER

torch = pytest.importorskip("torch", reason="torch is not installed: the export cannot be compared with what it is of")
pytest.importorskip("onnx", reason="onnx is not installed: nothing can be exported")

# The exporter that reads a module as it runs is the one that these graphs are written with.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")

FOLDER = Path(sayso.__file__).parent / "models" / TAGGER


def test_the_graphs_say_what_the_module_says(tmp_path):
    import onnxruntime

    from training.export_tagger import export
    from training.tagger import Tagger, buckets, pooled

    torch.manual_seed(1)
    module = Tagger().eval()
    export(module.state_dict(), tmp_path, FOLDER / "tokenizer.json", quantize=False)
    graph = {
        name: onnxruntime.InferenceSession(tmp_path / f"{name}.onnx") for name in ("model", "arguments", "readout")
    }
    given = {
        "ids": np.array([[101, 2002, 2056, 2008, 2009, 15896, 102]]),
        "shapes": np.array([[0, 1, 0, 0, 0, 0, 0]]),
        "places": np.array([[0, 0, 0, 1, 2, 3, 0]]),
        "breaks": np.array([[0, 1, 0, 0, 0, 0, 0]]),
    }
    with torch.no_grad():
        expected = module(*(torch.tensor(given[key]) for key in given), torch.zeros(1))
    found = graph["model"].run(None, given)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other.numpy(), atol=1e-4)
    state, cues = found[2][0], np.array([[2, 2], [4, 5]])
    with torch.no_grad():
        first, last, at = torch.tensor(cues[None, :, 0]), torch.tensor(cues[None, :, 1]), torch.arange(len(state))[None]
        whole = torch.tensor(state)[None]
        arguments = module.arguments(whole, pooled(whole, first, last), buckets(first, last, at, at))
    np.testing.assert_allclose(
        graph["arguments"].run(None, {"state": state, "cues": cues})[0], arguments[0].numpy(), atol=1e-4
    )


def test_the_packaged_weights_unpack_and_pack_alike(tmp_path):
    import onnxruntime

    from training.export_tagger import export
    from training.unpack import unpack

    export(unpack(FOLDER), tmp_path, FOLDER / "tokenizer.json", quantize=True)
    spans = {"cues": np.array([[1, 1]]), "contents": np.array([[2, 4]]), "sources": np.array([[0, 0]])}
    inputs = {"state": np.ones((6, 384), dtype=np.float32), **spans, "names": np.array([[0, 0], [3, 3]])}
    both = [onnxruntime.InferenceSession(folder / "readout.onnx").run(None, inputs) for folder in (FOLDER, tmp_path)]
    for one, other in zip(*both, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
