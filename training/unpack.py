"""The weights of a packaged tagger, back from its ONNX graphs as a torch state: what was int8 comes back rounded."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from training.tagger import LAYERS

# The graphs name the weights of linear layers by number alone, in the order in which they are used.
_LINEAR = {
    "model": [
        *(f"encoder.layers.{i}.{part}" for i in range(LAYERS) for part in ("qkv", "mix", "up", "down")),
        "cue",
        "name",
    ],
    "arguments": ["piece", "anchor", "label", "product"],
    "readout": ["asks", "answers"],
}


def unpack(folder: Path) -> dict[str, torch.Tensor]:
    """A state for `training.tagger.Tagger` from `model.onnx`, `arguments.onnx` and `readout.onnx`."""
    state: dict[str, torch.Tensor] = {}
    for graph, linear in _LINEAR.items():
        given = {i.name: numpy_helper.to_array(i) for i in onnx.load(folder / f"{graph}.onnx").graph.initializer}
        for name in [name for name in given if name.endswith("_quantized")]:
            stem = name.removesuffix("_quantized")
            whole = given[name].astype("float32") - given[f"{stem}_zero_point"].astype("float32")
            given[stem] = whole * given[f"{stem}_scale"]
        state |= {
            n.removeprefix("tagger."): torch.tensor(a) for n, a in given.items() if n.endswith(("weight", "bias"))
        }
        numbered = sorted(
            (n for n in given if n.startswith("onnx::MatMul_") and n.split("_")[-1].isdigit()), key=_number
        )
        for name, stem in zip(numbered, linear, strict=True):
            state[f"{stem}.weight"] = torch.tensor(given[name]).T.contiguous()
    return {name: value for name, value in state.items() if not name.startswith("/")}


def _number(name: str) -> int:
    return int(name.rsplit("_", 1)[1])
