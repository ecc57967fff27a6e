"""Tune a rounded model of articles: `python -m training.retune --rounded FILE --articles FILE --mpnet DIR --data DIR --out FILE`.

It learns to see in statements what it saw before it was rounded, and goes on learning which position each takes.
"""

import argparse
import random
import time
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.articles import Articles, seen
from training.gold_stories import MORE, stories
from training.levels import Levels, nearest
from training.marked_stories import marked_stories
from training.mpnet import tokenizer_of
from training.rounding import MATRICES, Told
from training.train_articles import Windowed, thinned


class Stepped(nn.Module):
    """A product with weights (R, C) on levels, whose step for each row can be tuned by its `scale` (R).

    Gradients pass through the rounding; each weight starts where it was, or next to that within its level.
    """

    def __init__(self, levels: Levels, before: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("before", levels.step)
        self.weight = nn.Parameter(
            levels.weight + (before - levels.weight).clamp(-0.49 * levels.step, 0.49 * levels.step)
        )
        self.scale, self.bias = nn.Parameter(torch.ones(len(before))), nn.Parameter(bias.clone())

    def levels(self) -> Levels:
        """The levels that the weights are on now."""
        return Levels(nearest(self.weight, self.before).numbers, self.before * self.scale[:, None])

    def forward(self, x: Tensor) -> Tensor:
        numbers = Through.apply(self.weight, self.before)
        return F.linear(x.to(torch.bfloat16), numbers).float() * (self.before[:, 0] * self.scale) + self.bias


class Through(torch.autograd.Function):
    """Weights in whole steps; gradients pass as if nothing were rounded."""

    @staticmethod
    def forward(ctx, weight: Tensor, step: Tensor) -> Tensor:
        ctx.save_for_backward(step)
        return nearest(weight, step).numbers.to(torch.bfloat16)

    @staticmethod
    def backward(ctx, slope: Tensor) -> tuple[Tensor, None]:
        (step,) = ctx.saved_tensors
        return slope.float() / step, None


def stepped(told: Told, before: Articles) -> Articles:
    """The rounded model, with its tables and how far pieces are apart left as they are."""
    model = Articles()
    model.load_state_dict(told["weights"])
    for i, layer in enumerate(model.encoder.layers):
        for name in MATRICES:
            key = f"encoder.layers.{i}.{name}.weight"
            levels = Levels(told["numbers"][key].float(), told["steps"][key])
            old = getattr(before.encoder.layers[i], name)
            setattr(layer, name, Stepped(levels, old.weight.data, getattr(layer, name).bias.data))
    for table in (model.encoder.words, model.encoder.places, model.encoder.apart):
        table.weight.requires_grad_(False)
    return model


@torch.no_grad()
def whole(model: Articles, told: Told) -> Told:
    """What is told of the rounded model once it is tuned."""
    weights = {k: v for k, v in model.state_dict().items() if k in told["weights"]}
    numbers, steps = dict(told["numbers"]), dict(told["steps"])
    for i, layer in enumerate(model.encoder.layers):
        for name in MATRICES:
            key, levels = f"encoder.layers.{i}.{name}.weight", getattr(layer, name).levels()
            numbers[key], steps[key] = levels.numbers.to(torch.int8), levels.step
            weights[key] = levels.weight
    return {"weights": weights, "numbers": numbers, "steps": steps}


def loss(vectors: Tensor, scores: Tensor, taught: Tensor, positions: Tensor) -> Tensor:
    """How far vectors are from the taught ones, by themselves and in how alike they are; and cross-entropy of positions."""
    cosine = 1 - (vectors * taught).sum(-1).mean()
    alike = (vectors @ vectors.T - taught @ taught.T).square().mean()
    return cosine + 10 * alike + 0.5 * F.cross_entropy(scores, positions, label_smoothing=0.05)


def groups(model: Articles, rate: float) -> list[dict[str, Any]]:
    """What is tuned, at which rate: the few weights that are on no levels learn ten times as fast."""
    free = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
    on_levels = {
        name for name in free if name.rpartition(".")[0].rpartition(".")[2] in MATRICES and name.endswith("weight")
    }
    return [
        {"params": [weight for name, weight in free.items() if name in on_levels], "lr": rate},
        {"params": [weight for name, weight in free.items() if name not in on_levels], "lr": 10 * rate},
    ]


def tune(args: argparse.Namespace) -> None:
    """Tune, and keep what is told of the tuned embedder."""
    torch.set_num_threads(args.threads)
    tokenizer, rng = tokenizer_of(args.mpnet), random.Random(1)
    told = torch.load(args.rounded, weights_only=True)
    teacher = Articles().eval()
    teacher.load_state_dict(torch.load(args.articles, weights_only=True))
    model = stepped(told, teacher).eval()
    every = [*stories(args.data / "stories/train")[args.fold - 1 :: 2], *stories(MORE), *marked_stories()]
    chosen = [Windowed(story, tokenizer) for story in every]
    optimizer = torch.optim.Adam(groups(model, args.lr))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / 10, 1 - step / args.steps))
    begun = time.time()
    for number in range(1, args.steps + 1):
        story = rng.choice(chosen)
        rows = [thinned(window, rng) for window in story.windows]
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                taught, *_ = seen(teacher, rows)
            vectors, scores, places = seen(model, rows)
        gold = torch.tensor([story.labels[i][k][1] for i, k in places])
        value = loss(vectors, scores, taught, gold)
        value.backward()
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        right = float((scores.argmax(-1) == gold).float().mean())
        print(
            f"step {number} of {args.steps} loss {float(value.detach()):.4f} right {right:.2f} {time.time() - begun:.0f}s",
            flush=True,
        )
    torch.save(whole(model, told), args.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounded", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True, help="what was rounded")
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=1, help="what it was trained on")
    parser.add_argument("--steps", type=int, default=110)
    parser.add_argument("--lr", type=float, default=7e-5)
    parser.add_argument("--threads", type=int, default=1)
    tune(parser.parse_args())


if __name__ == "__main__":
    main()
