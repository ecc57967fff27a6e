"""Train the model of articles: `python -m training.train_articles --mpnet DIR --data DIR --out DIR`.

Each step sees a whole story. Statements of one claim are drawn together, with the claim's gloss, and all others of the
story pushed apart; a second head reads from each whether it takes a position and which.
"""

import argparse
import json
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from sayso.claims.pieces import CLS, SEP
from sayso.claims.windows import Window, windows
from training.articles import Articles, seen
from training.gold_stories import MORE, POSITIONS, Story, stories
from training.marked_stories import marked_stories
from training.measure_embedder import figures
from training.mpnet import tokenizer_of
from training.steps import Steps

TEMPERATURE = 0.07
LEFT_OUT, HEADLESS = 0.06, 0.15
"""How often a word piece, and a headline, is left out, so that no story is learnt by heart."""
GLOSS = 64


class Windowed:
    """A story as windows, with what is to be learnt of their statements: the claim's key and the position's number."""

    def __init__(self, story: Story, tokenizer: Tokenizer) -> None:
        self.story = story
        self.windows: list[Window] = []
        self.labels: list[list[tuple[str | None, int]]] = []
        for article in story.articles:
            own = [i for i, entry in enumerate(story.entries) if entry.article.id == article.id]
            for window in windows(article, [story.entries[i].statement for i in own], tokenizer):
                self._add(replace(window, numbers=[own[k] for k in window.numbers]))
        self.glosses = [_gloss(gloss, tokenizer) for gloss in story.glosses.values()]

    def _add(self, window: Window) -> None:
        labels = [self.story.labels[i] for i in window.numbers]
        self.windows.append(window)
        self.labels.append([(label.claim, POSITIONS.index(label.stance or "none")) for label in labels])


def _gloss(text: str, tokenizer: Tokenizer) -> Window:
    ids = tokenizer.encode(text, add_special_tokens=False).ids[:GLOSS]
    places = list(range(2, 2 + len(ids)))
    return Window([CLS, SEP, *ids, SEP], [0, 0, *(1 for _ in ids), 0], [0], [places], [places])


def thinned(window: Window, rng: random.Random) -> Window:
    """The window with some pieces left out, and sometimes its headline."""
    head = window.ids.index(SEP)
    headless = rng.random() < HEADLESS
    dropped = lambda i: headless if 0 < i < head else i not in (0, head) and rng.random() < LEFT_OUT
    kept = [i for i in range(len(window.ids)) if not dropped(i)]
    at = {i: k for k, i in enumerate(kept)}
    still = lambda places: [at[i] for i in places if i in at] or [0]
    return Window(
        [window.ids[i] for i in kept],
        [window.inside[i] for i in kept],
        window.numbers,
        [still(own) for own in window.contents],
        [still(own) for own in window.sentences],
    )


def loss(model: Articles, told: Windowed, rng: random.Random) -> Tensor:
    """Supervised contrast between the claims of a story, and cross-entropy of positions."""
    rows = [*(thinned(window, rng) for window in told.windows), *told.glosses]
    labels = [*told.labels, *([(key, -100)] for key in told.story.glosses)]
    with torch.autocast("cpu", torch.bfloat16):
        vectors, scores, places = seen(model, rows)
    claims, positions = zip(*(labels[i][k] for i, k in places), strict=True)
    number = {claim: n for n, claim in enumerate(told.story.glosses)}
    of = torch.tensor([number[claim] if claim else -1 for claim in claims])
    same = (of[:, None] == of[None]) & (of[:, None] >= 0)
    same.fill_diagonal_(False)
    log = (vectors @ vectors.T / TEMPERATURE).fill_diagonal_(-1e4).log_softmax(-1)
    has = same.any(-1)
    contrast = -(log * same).sum(-1)[has] / same.sum(-1)[has]
    return contrast.mean() + F.cross_entropy(scores, torch.tensor(positions), label_smoothing=0.05)


@torch.no_grad()
def see(model: Articles, told: Windowed) -> tuple[np.ndarray, np.ndarray]:
    """Vectors (N, 768) and probabilities (N, 4) of the N statements of a story."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors, scores, places = seen(model, told.windows)
    numbers = [told.windows[i].numbers[k] for i, k in places]
    back = torch.tensor(sorted(range(len(numbers)), key=numbers.__getitem__))
    return vectors[back].double().numpy(), scores[back].softmax(-1).double().numpy()


def measure(model: Articles, chosen: list[Windowed]) -> dict[str, float]:
    """The figures of `measure_embedder`."""
    return figures([(told.story, *see(model, told)) for told in chosen])


def train(args: argparse.Namespace) -> None:
    """Train; the running average of the weights is kept as `articles_EPOCH.pt`."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng, tokenizer = random.Random(args.seed), tokenizer_of(args.mpnet)
    every = stories(args.data / "stories/train")
    kept = [Windowed(s, tokenizer) for s in [*every[args.fold - 1 :: 2], *stories(MORE), *marked_stories()]]
    held = [Windowed(s, tokenizer) for s in every[2 - args.fold :: 2]]
    dev = [Windowed(s, tokenizer) for s in stories(args.data / "stories/dev")]
    model = Articles()
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    else:
        model.encoder.load(args.mpnet / "model.safetensors")
    model.encoder.words.weight.requires_grad_(False)
    steps = Steps(model, _optimizer(model, args.lr), args.epochs * len(kept), 0.97)
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for epoch in range(1, args.epochs + 1):
        model.train()
        total = 0.0
        for told in rng.sample(kept, len(kept)):
            total += steps.take(loss(model, told, rng))
            if steps.taken % 20 == 0:
                print(
                    f"step {steps.taken} of {steps.count}, loss of this epoch {total:.1f} {time.time() - begun:.0f}s",
                    flush=True,
                )
                torch.save(steps.average.state_dict(), args.out / "articles.pt")
        print(f"epoch {epoch} loss {total / len(kept):.4f} {time.time() - begun:.0f}s", flush=True)
        torch.save(steps.average.state_dict(), args.out / f"articles_{epoch}.pt")
        for name, chosen in (("held", held), ("dev", dev)):
            print(name, json.dumps(measure(steps.average, chosen)), flush=True)


def _optimizer(model: Articles, rate: float) -> torch.optim.Optimizer:
    own = [model.inside, model.of_content, model.of_sentence]
    groups = [
        {"params": model.encoder.parameters(), "lr": rate},
        {"params": model.position.parameters(), "lr": 1e-3},
        {"params": [weight for part in own for weight in part.parameters()], "lr": 2e-4},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from this articles.pt, of the same fold")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--fold", type=int, default=1, help="of DATA, train on every other story, from this one on")
    parser.add_argument("--lr", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
