"""Round a trained embedder: `python -m training.rounding --embedder FILE... --mpnet DIR --data DIR --out FILE`.

Of several embedders that start from the same weights the mean is rounded. Each layer is rounded with the inputs that
statements of the training stories give, through the layers before it that are rounded already.
"""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from training.gold_stories import stories
from training.levels import STEP, WORDS, Levels, compensated, nearest, steps
from training.mpnet import Layer, MPNet, tokenizer_of
from training.train_embedder import Embedder, Row, collate, rows

STATEMENTS, AT_ONCE = 1280, 32
MATRICES = ("qkv", "mix", "up", "down")
States = list[tuple[Tensor, Tensor, Tensor]]
"""Of each batch the states (B, T, 768), the attention's bias and the mask (B, T)."""

Told = dict[str, dict[str, Tensor]]
"""What is kept of a rounded embedder: all weights, and the whole numbers and the steps (R, 1) of those on levels."""


def mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights of one shape."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def products(layer: Layer, states: States) -> dict[str, Tensor]:
    """For each matrix of `layer` the sums of products of its inputs, padding left out."""
    sums: dict[str, Tensor] = {}

    def add(name: str, mask: Tensor, given: Tensor) -> None:
        met = given[mask.bool()].float()
        with torch.autocast("cpu", enabled=False):
            sums[name] = sums.get(name, 0) + met.T @ met

    for x, bias, mask in states:
        hooks = [
            getattr(layer, name).register_forward_pre_hook(lambda _, given, n=name, m=mask: add(n, m, given[0]))
            for name in MATRICES
        ]
        through(layer, x, bias)
        for hook in hooks:
            hook.remove()
    return sums


def through(layer: Layer, x: Tensor, bias: Tensor) -> Tensor:
    """The states behind `layer`, reckoned as in training."""
    with torch.autocast("cpu", torch.bfloat16):
        return layer(x, bias)


def put(matrix: nn.Linear | nn.Embedding, levels: Levels) -> Levels:
    """Set the weights of `matrix` to `levels`, which come back."""
    matrix.weight.data = levels.weight
    return levels


@torch.no_grad()
def rounded(model: Embedder, said: list[Row], step: float = STEP) -> dict[str, Levels]:
    """Round the vectors and matrices of `model` in place; their levels by the names of the weights."""
    encoder, found = model.encoder, {}
    table = encoder.words
    spread = (WORDS * table.weight.std()).expand(len(table.weight), 1)
    found["encoder.words.weight"] = put(table, nearest(table.weight, spread))
    states = []
    for at in range(0, len(said), AT_ONCE):
        ids, mask = collate(said[at : at + AT_ONCE])
        states.append((*encoder.placed(ids, mask), mask))
    for i, layer in enumerate(encoder.layers):
        sums = products(layer, states)
        for name in MATRICES:
            matrix = getattr(layer, name)
            levels = compensated(matrix.weight, steps(matrix.weight, step), sums[name])
            found[f"encoder.layers.{i}.{name}.weight"] = put(matrix, levels)
        states = [(through(layer, x, bias), bias, mask) for x, bias, mask in states]
        print(f"layer {i + 1} of {len(encoder.layers)}", flush=True)
    return found


def told(model: Embedder, levels: dict[str, Levels]) -> Told:
    """The weights of a rounded embedder, with the numbers and the steps of those that are on levels."""
    return {
        "weights": model.state_dict(),
        "numbers": {name: one.numbers.to(torch.int8) for name, one in levels.items()},
        "steps": {name: one.step for name, one in levels.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--embedder", type=Path, nargs="+", required=True)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--step", type=float, default=STEP)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer = tokenizer_of(args.mpnet)
    model = Embedder(MPNet()).eval()
    model.load_state_dict(mean([torch.load(path, weights_only=True) for path in args.embedder]))
    every = [row for story in stories(args.data / "stories/train") for row in rows(story, tokenizer)[0]]
    said = sorted(random.Random(1).sample(every, STATEMENTS), key=lambda row: len(row[0]))
    torch.save(told(model, rounded(model, said, args.step)), args.out)


if __name__ == "__main__":
    main()
