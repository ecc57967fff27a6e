"""Train the model of matters: `python -m training.train_matters --seen DIR --out DIR`.

DIR holds what `training.sightings` kept. Each step sees a few matters, each a story or a part of one: of a story as it is
told, some acts are misread; of one that is read, what the reader missed or made up is as it will be in use.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training.matter_examples import Matter, examples, matter
from training.matters import Matters
from training.measure_embedder import of_pairs
from training.sightings import READ, TOLD, kept
from training.steps import Steps

AT_ONCE = 4
SHARES = {"pairs": 1.0, "strangers": 0.1, "takes": 0.7, "sides": 0.5}
"""What each part of the loss counts for."""
SMOOTHED = 0.03
"""How much of what is wanted of sides goes to all three."""
SHOWN = (("dev", TOLD), ("test", TOLD), ("test", READ), ("held", TOLD))
"""What is measured after each epoch."""


def loss(model: Matters, told: Matter) -> Tensor:
    """Cross-entropy of pairs of statements that take positions, of pairs of those with others, of positions and of sides."""
    near, takes, sides = model(told.pairs, told.traits)
    taking = told.claims >= 0
    total = SHARES["takes"] * F.binary_cross_entropy_with_logits(takes, taking.float())
    if taking.sum() < 3:
        return total
    same = ((told.claims[:, None] == told.claims) & taking).float()
    both = torch.ones_like(same, dtype=torch.bool).triu(1) & taking[:, None] & taking
    apart = ~taking[:, None] & taking
    for name, some in (("pairs", both), ("strangers", apart)):
        if some.any():
            total = total + SHARES[name] * F.binary_cross_entropy_with_logits(near[some], same[some])
    return total + SHARES["sides"] * F.cross_entropy(sides[taking], told.sides[taking], label_smoothing=SMOOTHED)


@torch.no_grad()
def measure(model: Matters, told: list[Matter]) -> dict[str, float]:
    """The figures of pairs, statements that take positions given."""
    linked = []
    for one in told:
        taking = (one.claims >= 0).numpy()
        likely = model(one.pairs, one.traits)[0].sigmoid().double().numpy()
        linked.append((likely[np.ix_(taking, taking)], [str(c) for c in one.claims.numpy()[taking]]))
    return of_pairs(linked)


def spread(model: Matters, every: list[list[Matter]]) -> None:
    """Tell the model how its inputs are spread."""
    first = [own[0] for own in every]
    for name, rows in (
        ("pairs", torch.cat([one.pairs.flatten(0, 1) for one in first[::5]])),
        ("traits", torch.cat([one.traits for one in first])),
    ):
        getattr(model, f"{name}_mean").copy_(rows.mean(0))
        getattr(model, f"{name}_spread").copy_(rows.std(0) + 1e-3)


def train(args: argparse.Namespace) -> None:
    """Train; the running average of the weights is kept as `matters.pt`."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng, begun = random.Random(args.seed), time.time()
    every = examples(args.seen, rng)
    shown = {f"{name} {how}": [matter(one) for one in kept(args.seen, name, how)] for name, how in SHOWN}
    print(f"{len(every)} stories, {sum(map(len, every))} matters, {time.time() - begun:.0f}s", flush=True)
    model = Matters()
    spread(model, every)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.05)
    steps = Steps(model, optimizer, args.epochs * (len(every) // AT_ONCE), 0.99)
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(1, args.epochs + 1):
        model.train()
        drawn, total = [rng.choice(own) for own in rng.sample(every, len(every))], 0.0
        for at in range(0, len(drawn) - AT_ONCE + 1, AT_ONCE):
            total += steps.take(torch.stack([loss(model, told) for told in drawn[at : at + AT_ONCE]]).mean())
        print(f"epoch {epoch} loss {total * AT_ONCE / len(drawn):.4f} {time.time() - begun:.0f}s", flush=True)
        torch.save(steps.average.state_dict(), args.out / "matters.pt")
        for name, told in shown.items():
            print(name, json.dumps(measure(steps.average, told)), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--lr", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
