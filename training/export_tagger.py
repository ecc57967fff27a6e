"""Export a trained tagger: `python -m training.export_tagger --weights tagger.pt --tokenizer tokenizer.json --out DIR`."""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.examples import CLS, SEP
from training.tagger import (
    ACTS,
    ARGUMENT_LABELS,
    CUE_LABELS,
    HIDDEN,
    KINDS,
    NAME_LABELS,
    Tagger,
    buckets,
    depth,
    pooled,
)
from training.unpack import unpack
from training.unsigned import unsign_file

SIZE = 382
ENCODER = ("ids", "shapes", "places", "breaks")


class Inference(nn.Module):
    """The tagger without masks: one window, nothing padded."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, shapes: Tensor, places: Tensor, breaks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.tagger(ids, shapes, places, breaks, torch.zeros(1))


class Arguments(nn.Module):
    """The argument head over one window of T pieces: each cue given by its first and last piece."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, state: Tensor, cues: Tensor) -> Tensor:
        at = torch.arange(state.shape[0])[None]
        where = buckets(cues[None, :, 0], cues[None, :, 1], at, at)
        return self.tagger.arguments(state[None], _over(state, cues)[None], where)[0]


class Readout(nn.Module):
    """What statements do, who their sources are and which names these stand for, over all pieces of an article."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, state: Tensor, cues: Tensor, contents: Tensor, sources: Tensor, names: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        at_cue, at_source = _over(state, cues), _over(state, sources)
        where = buckets(sources[None, :, 0], sources[None, :, 1], names[None, :, 0], names[None, :, 1])
        links = self.tagger.links(at_source[None], _over(state, names)[None], where)[0]
        return self.tagger.acts(at_cue, _over(state, contents)), self.tagger.kinds(at_source, at_cue), links


def _over(state: Tensor, spans: Tensor) -> Tensor:
    return pooled(state[None], spans[None, :, 0], spans[None, :, 1])[0]


def blended(weights: Path, older: Path | None, share: float) -> dict[str, Tensor]:
    """The trained weights, or their mean with those of the packaged model they went on from, which has the rest of 1."""
    state: dict[str, Tensor] = torch.load(weights, weights_only=True)
    if older is None:
        return state
    before = unpack(older)
    return {name: share * value + (1 - share) * before[name] for name, value in state.items()}


def export(state: dict[str, Tensor], out: Path, tokenizer: Path, *, quantize: bool, size: int = SIZE) -> None:
    """Write `model.onnx`, `arguments.onnx`, `readout.onnx`, `config.json` and `tokenizer.json` into `out`."""
    tagger = Tagger(layers=depth(state)).eval()
    tagger.load_state_dict(state)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        _write(Inference(tagger), full, ENCODER, ("cue", "name", "state"))
        if quantize:
            quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(str(ready), str(out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
            unsign_file(out / "model.onnx")
        else:
            shutil.copy(full, out / "model.onnx")
    _write(Arguments(tagger), out / "arguments.onnx", ("state", "cues"), ("scores",))
    _write(
        Readout(tagger),
        out / "readout.onnx",
        ("state", "cues", "contents", "sources", "names"),
        ("acts", "kinds", "links"),
    )
    shutil.copy(tokenizer, out / "tokenizer.json")
    (out / "config.json").write_text(json.dumps(config(size), indent=2) + "\n", encoding="utf-8")


def config(size: int) -> dict:
    """What the code needs to use the weights; `training.calibrate` fits the confidence."""
    return {
        "cue_labels": [label if label == "O" else f"{label}-cue" for label in CUE_LABELS],
        "name_labels": list(NAME_LABELS),
        "role_labels": list(ARGUMENT_LABELS),
        "acts": list(ACTS),
        "kinds": list(KINDS),
        "size": size,
        "first_marker": CLS,
        "last_marker": SEP,
        "confidence": {"weights": [0.5, 0.5, 0.0, 0.0], "bias": 0.0, "floor": 0.0},
    }


def _write(module: nn.Module, path: Path, names: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    """Write one graph. Every input is a tensor of its own: the exporter merges inputs that are one object."""
    inputs, dynamic = [], {}
    for name in names:
        if name in ENCODER:
            inputs.append(torch.zeros((1, 20), dtype=torch.long))
            dynamic[name] = {1: "pieces"}
        elif name == "state":
            inputs.append(torch.randn(20, HIDDEN))
            dynamic[name] = {0: "pieces"}
        else:
            inputs.append(torch.tensor([[3, 4], [9, 9]]) + len(inputs))
            dynamic[name] = {0: name}
    torch.onnx.export(
        module.eval(), tuple(inputs), str(path), input_names=list(names), output_names=list(outputs), dynamic_axes=dynamic,
        dynamo=False,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--blend", type=Path, help="the packaged model to take a mean with")
    parser.add_argument("--share", type=float, default=0.7, help="the share of the trained weights in that mean")
    parser.add_argument("--size", type=int, default=SIZE, help="word pieces that a window has at most")
    parser.add_argument(
        "--fp32", action="store_true", help="leave the weights as trained, to see what quantising costs"
    )
    args = parser.parse_args()
    export(
        blended(args.weights, args.blend, args.share), args.out, args.tokenizer, quantize=not args.fp32, size=args.size
    )


if __name__ == "__main__":
    main()
