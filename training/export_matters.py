"""Export the model of matters: `python -m training.export_matters --weights FILE... --out DIR`.

What it learnt of who takes a position helped it to learn the rest, and is left out. Weights stay float: they are few.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.claims.among import PAIRS, TRAITS
from training.matters import Matters

LIKE = 7


class Mean(nn.Module):
    """What some models of matters make of pairs and of sides, on average."""

    def __init__(self, models: Sequence[Matters]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, pairs: Tensor, traits: Tensor) -> tuple[Tensor, Tensor]:
        every = [model(pairs, traits) for model in self.models]
        near, sides = (torch.stack([found[part] for found in every]).mean(0) for part in (0, 2))
        return near, sides.log_softmax(-1)


def export(models: Sequence[Matters], path: Path) -> None:
    """Write the graph of `models`: from `pairs` (N, N, 16) and `traits` (N, 30) to `near` (N, N) and `sides` (N, 3).

    The first are the log odds that two are of one claim, the others the logs of each side's share.
    """
    given = {"pairs": torch.randn(LIKE, LIKE, PAIRS), "traits": torch.randn(LIKE, TRAITS)}
    one, both = {0: "statements"}, {0: "statements", 1: "others"}
    axes = {"pairs": both, "traits": one, "near": both, "sides": one}
    torch.onnx.export(
        Mean(models).eval(), tuple(given.values()), str(path), input_names=list(given),
        output_names=["near", "sides"], dynamic_axes=axes, dynamo=False,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="of models whose mean is taken")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    models = [Matters() for _ in args.weights]
    for model, path in zip(models, args.weights, strict=True):
        model.load_state_dict(torch.load(path, weights_only=True))
    args.out.mkdir(parents=True, exist_ok=True)
    export(models, args.out / "model.onnx")


if __name__ == "__main__":
    main()
