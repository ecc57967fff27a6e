"""Round a trained model of articles: `python -m training.rounding --articles FILE --mpnet DIR --data DIR --out FILE`.

Each layer is rounded with the inputs that articles of the training stories give, through the layers before it that are
rounded already.
"""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.claims.windows import Window
from training.articles import AT_ONCE, Articles, collate
from training.gold_stories import MORE, stories
from training.levels import STEP, WORDS, Levels, compensated, nearest, steps
from training.mpnet import Layer, tokenizer_of
from training.train_articles import Windowed

WINDOWS = 320
MATRICES = ("qkv", "mix", "up", "down")
States = list[tuple[Tensor, Tensor, Tensor]]
"""Of each batch the states (B, T, 768), the attention's bias and the mask (B, T)."""

Told = dict[str, dict[str, Tensor]]
"""What is kept of a rounded model: all weights, and the whole numbers and the steps (R, 1) of those on levels."""


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
def rounded(model: Articles, rows: list[Window], step: float = STEP) -> dict[str, Levels]:
    """Round the vectors and matrices of `model` in place; their levels by the names of the weights."""
    encoder, found = model.encoder, {}
    table = encoder.words
    spread = (WORDS * table.weight.std()).expand(len(table.weight), 1)
    found["encoder.words.weight"] = put(table, nearest(table.weight, spread))
    states = []
    for at in range(0, len(rows), AT_ONCE):
        (ids, inside, mask, *_), _ = collate(rows[at : at + AT_ONCE])
        states.append((*encoder.placed(ids, mask, model.inside(inside)), mask))
    for i, layer in enumerate(encoder.layers):
        sums = products(layer, states)
        for name in MATRICES:
            matrix = getattr(layer, name)
            levels = compensated(matrix.weight, steps(matrix.weight, step), sums[name])
            found[f"encoder.layers.{i}.{name}.weight"] = put(matrix, levels)
        states = [(through(layer, x, bias), bias, mask) for x, bias, mask in states]
        print(f"layer {i + 1} of {len(encoder.layers)}", flush=True)
    return found


def told(model: Articles, levels: dict[str, Levels]) -> Told:
    """The weights of a rounded model, with the numbers and the steps of those that are on levels."""
    return {
        "weights": model.state_dict(),
        "numbers": {name: one.numbers.to(torch.int8) for name, one in levels.items()},
        "steps": {name: one.step for name, one in levels.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--step", type=float, default=STEP)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer = tokenizer_of(args.mpnet)
    model = Articles().eval()
    model.load_state_dict(torch.load(args.articles, weights_only=True))
    chosen = [*stories(args.data / "stories/train"), *stories(MORE)]
    every = [window for story in chosen for window in Windowed(story, tokenizer).windows]
    rows = sorted(random.Random(1).sample(every, WINDOWS), key=lambda row: len(row.ids))
    torch.save(told(model, rounded(model, rows, args.step)), args.out)


if __name__ == "__main__":
    main()
