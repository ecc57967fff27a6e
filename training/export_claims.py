"""Export a trained embedder or pair model: `python -m training.export_claims --embedder FILE... --minilm DIR --out DIR`.

Of several embedders that start from the same weights the mean is exported.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from sayso.claims.pieces import LIMITS
from training.train_embedder import POSITIONS, Embedder
from training.train_pairs import LABELS, Pairs
from training.unsigned import unsign_file


class Probabilities(nn.Module):
    """A model with probabilities in place of its last scores."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, *inputs: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        found = self.model(*inputs)
        return (found[0], found[1].softmax(-1)) if isinstance(found, tuple) else found.softmax(-1)


def write(model: nn.Module, inputs: tuple[str, ...], outputs: tuple[str, ...], path: Path) -> None:
    """Write `model` as uint8 ONNX, rows and pieces of any number."""
    # Every input is a tensor of its own: the exporter merges inputs that are one object.
    given = tuple(torch.ones((2, 9), dtype=torch.long) for _ in inputs)
    axes = {name: {0: "rows", 1: "pieces"} for name in inputs} | {name: {0: "rows"} for name in outputs}
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            Probabilities(model).eval(), given, str(full), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes=axes, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(path), weight_type=QuantType.QInt8, per_channel=True)
        unsign_file(path)


def mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights of one shape."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--embedder", type=Path, nargs="+")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(args.minilm / "tokenizer.json", args.out / "tokenizer.json")
    config = args.out / "config.json"
    known = json.loads(config.read_text(encoding="utf-8")) if config.exists() else {}
    if args.embedder:
        model = Embedder()
        model.load_state_dict(mean([torch.load(path, weights_only=True) for path in args.embedder]))
        write(model, ("ids", "mask"), ("vectors", "positions"), args.out / "model.onnx")
        known |= {"positions": list(POSITIONS), "limits": LIMITS}
    else:
        model = Pairs()
        model.load_state_dict(torch.load(args.pairs, weights_only=True))
        write(model, ("ids", "segments", "mask"), ("labels",), args.out / "model.onnx")
        known |= {"labels": list(LABELS), "limits": LIMITS}
    config.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
