"""Train the pair model: `python -m training.train_pairs --minilm DIR --data DIR --embedder FILE --out DIR`.

A cross-encoder over a claim in words and a statement in its context: affirms, denies, undecided or other.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.claims.context import Context, contexts
from sayso.claims.pieces import encode_pair, padded
from training.gold_stories import STANCES, Story, stories
from training.minilm import MiniLM, mean
from training.steps import Steps
from training.tagger import HIDDEN

LABELS = (*STANCES, "other")
OTHER = len(STANCES)
EMERGENT = {"for": 0, "against": 1, "observing": 2}
Pair = tuple[list[int], list[int], int]
"""Word pieces, their segments, the label."""


class Pairs(nn.Module):
    """Scores of the four labels."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = MiniLM(dropout)
        self.dropout = nn.Dropout(dropout)
        self.label = nn.Sequential(nn.Linear(2 * HIDDEN, 192), nn.ReLU(), nn.Linear(192, len(LABELS)))

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
        """Scores (B, 4) of rows of pieces (B, T)."""
        state = self.encoder(ids, segments, mask)
        return self.label(self.dropout(torch.cat([state[:, 0], mean(state, mask)], -1)))


def emergent(path: Path, tokenizer: Tokenizer, *, held: bool) -> list[Pair]:
    """Headlines and rumours; every fifth rumour in order of the alphabet is held out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    fifth = set(sorted({row["claim"] for row in rows})[::5])
    kept = [row for row in rows if (row["claim"] in fifth) == held]
    return [
        (*encode_pair(row["claim"], Context(row["headline"], "", "", "", ""), tokenizer), EMERGENT[row["stance"]])
        for row in kept
    ]


class Told:
    """A story with all that pairs are drawn from."""

    def __init__(self, story: Story, tokenizer: Tokenizer) -> None:
        self.story, self.tokenizer = story, tokenizer
        self.contexts = contexts(list(story.entries))
        self.wordings: dict[str, list[str]] = {key: [gloss] for key, gloss in story.glosses.items()}
        for context, label in zip(self.contexts, story.labels, strict=True):
            if label.claim and label.stance == "affirms" and len(context.content.split()) > 4:
                self.wordings[label.claim].append(context.content)

    def draw(self, rng: random.Random, others: int) -> Iterator[Pair]:
        """Each statement with its own claim and with some of the others, the claim by its gloss or by a statement."""
        for context, label in zip(self.contexts, self.story.labels, strict=True):
            if label.claim:
                yield self.pair(self.wording(label.claim, rng, context.content), context, STANCES.index(label.stance))
            rest = [key for key in self.wordings if key != label.claim]
            for key in rng.sample(rest, min(len(rest), others)):
                yield self.pair(self.wording(key, rng, context.content), context, OTHER)

    def wording(self, claim: str, rng: random.Random, but: str) -> str:
        """The gloss, or as often a statement that affirms it."""
        said = [words for words in self.wordings[claim][1:] if words != but]
        return rng.choice(said) if said and rng.random() < 0.5 else self.wordings[claim][0]

    def pair(self, claim: str, context: Context, label: int) -> Pair:
        """One example."""
        return *encode_pair(claim, context, self.tokenizer), label


def batches(pairs: list[Pair], budget: int, rng: random.Random) -> list[list[Pair]]:
    """Batches of like length, so many word pieces each, in random order."""
    pool = sorted(pairs, key=lambda pair: (len(pair[0]) // 8, rng.random()))
    out: list[list[Pair]] = [[]]
    for pair in pool:
        if out[-1] and (len(out[-1]) + 1) * len(pair[0]) > budget:
            out.append([])
        out[-1].append(pair)
    rng.shuffle(out)
    return out


def scores(model: Pairs, batch: list[Pair]) -> Tensor:
    """Scores (B, 4) of a batch."""
    ids, mask = padded([pair[0] for pair in batch])
    segments, _ = padded([pair[1] for pair in batch])
    return model(torch.tensor(ids), torch.tensor(segments), torch.tensor(mask)).float()


def measure(model: Pairs, chosen: list[Told], held: list[Pair]) -> dict[str, float]:
    """With gold glosses: claim right, stance right in the right claim, position or none; and Emergent's stance."""
    right, stance, auc = [], [], []
    for told in chosen:
        keys = list(told.story.glosses)
        every = [told.pair(told.story.glosses[key], c, 0) for c in told.contexts for key in keys]
        order = sorted(range(len(every)), key=lambda i: len(every[i][0]))
        out = torch.zeros(len(every), len(LABELS))
        for at in range(0, len(order), 64):
            out[order[at : at + 64]] = scores(model, [every[i] for i in order[at : at + 64]])
        out = out.view(len(told.contexts), len(keys), len(LABELS)).softmax(-1)
        takes = 1 - out[..., OTHER]
        for i, label in enumerate(told.story.labels):
            auc.append((float(takes[i].max()), label.claim is not None))
            if label.claim:
                right.append(int(takes[i].argmax()) == keys.index(label.claim))
                own = out[i, keys.index(label.claim), :OTHER]
                stance.append(int(own.argmax()) == STANCES.index(label.stance))
    yes = np.array([score for score, gold in auc if gold])
    no = np.array([score for score, gold in auc if not gold])
    found = {"claim": np.mean(right), "stance": np.mean(stance), "auc": np.mean(yes[:, None] > no[None])}
    if held:
        guess = torch.cat([scores(model, held[at : at + 64]) for at in range(0, len(held), 64)])[:, :OTHER].argmax(-1)
        found["emergent"] = np.mean([int(g) == pair[2] for g, pair in zip(guess, held, strict=True)])
    return {name: round(100 * float(value), 1) for name, value in found.items()}


def train(args: argparse.Namespace) -> None:
    """Train; the running average of the weights is kept as `pairs.pt`."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    every = stories(args.data / "stories/train")
    kept = [Told(s, tokenizer) for i, s in enumerate(every) if not args.fold or i % 2 == args.fold - 1]
    held = [Told(s, tokenizer) for i, s in enumerate(every) if args.fold and i % 2 != args.fold - 1]
    dev = [Told(s, tokenizer) for s in stories(args.data / "stories/dev")]
    headlines = [emergent(args.data / "data/stance/emergent-train.jsonl", tokenizer, held=h) for h in (False, True)]
    model = Pairs(args.dropout)
    model.encoder.load(args.minilm / "model.safetensors")
    if args.embedder:
        given = torch.load(args.embedder, weights_only=True)
        state = {k.removeprefix("encoder."): v for k, v in given.items() if k.startswith("encoder.")}
        model.encoder.load_state_dict(state)
    epochs = []
    for _ in range(args.epochs):
        drawn = [pair for told in kept for pair in told.draw(rng, args.others)]
        epochs.append(batches(drawn + headlines[0] * args.headlines, args.budget, rng))
    optimizer = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": args.lr}, {"params": model.label.parameters(), "lr": 1e-3}],
        weight_decay=0.01,
    )
    steps = Steps(model, optimizer, sum(map(len, epochs)), 0.99)
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for number, epoch in enumerate(epochs, 1):
        model.train()
        total = []
        for batch in epoch:
            with torch.autocast("cpu", torch.bfloat16):
                found = scores(model, batch)
            value = F.cross_entropy(found, torch.tensor([pair[2] for pair in batch]), label_smoothing=0.05)
            total.append(steps.take(value))
            if steps.taken % 100 == 0:
                print(
                    f"  step {steps.taken}/{steps.count} loss {np.mean(total[-100:]):.4f} {time.time() - begun:.0f}s",
                    flush=True,
                )
        torch.save(steps.average.state_dict(), args.out / "pairs.pt")
        with torch.no_grad():
            for name, chosen in (("held", held), ("dev", dev)):
                if chosen:
                    print(f"epoch {number}", name, json.dumps(measure(steps.average, chosen, headlines[1])), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", type=Path, help="start from this embedder's encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--others", type=int, default=2, help="other claims that each statement is paired with")
    parser.add_argument("--headlines", type=int, default=1, help="times that an epoch sees the headlines")
    parser.add_argument("--fold", type=int, default=0, help="train on every other story, from this one on (1 or 2)")
    parser.add_argument("--budget", type=int, default=2400, help="word pieces a batch")
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
