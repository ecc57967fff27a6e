"""Torch models as ONNX of whole numbers."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn


class Probabilities(nn.Module):
    """A model with probabilities in place of its last scores."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, *inputs: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        found = self.model(*inputs)
        return (found[0], found[1].softmax(-1)) if isinstance(found, tuple) else found.softmax(-1)


_ROWS = {0: "rows", 1: "pieces"}


def traced(
    model: nn.Module,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    but: tuple[str, ...] = (),
    like: Sequence[tuple[int, int]] = (),
    axes: Mapping[str, Mapping[int, str]] | None = None,
) -> tuple[onnx.ModelProto, onnx.ModelProto]:
    """`model` as a float graph and as one of int8; weights named in `but` stay float.

    It takes rows and pieces of any number, unless `like` gives the shapes of other inputs, and `axes` which of their
    axes, and of the outputs', may have any length.
    """
    # Every input is a tensor of its own: the exporter merges inputs that are one object.
    given = tuple(torch.ones(shape, dtype=torch.long) for shape in like or [(2, 9) for _ in inputs])
    axes = axes or dict.fromkeys(inputs, _ROWS) | {name: {0: "rows"} for name in outputs}
    with tempfile.TemporaryDirectory() as folder:
        full, ready, whole = (Path(folder) / f"{name}.onnx" for name in ("full", "ready", "whole"))
        torch.onnx.export(
            Probabilities(model).eval(), given, str(full), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes=axes, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        floats = onnx.load(ready)
        kept = [node.name for node in floats.graph.node if any(part in node.name for part in but)]
        quantize_dynamic(str(ready), str(whole), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept)
        return floats, onnx.load(whole)
