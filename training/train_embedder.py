"""Train the embedder: `python -m training.train_embedder --minilm DIR --data DIR --out DIR`.

Statements of one claim are drawn together and all others of the story pushed apart; a second head reads from each
statement alone whether it takes a position and which.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.claims.context import Context, contexts
from sayso.claims.pieces import encode, encode_claim, padded
from sayso.records import Act
from training.gold_stories import MORE, POSITIONS, Story, stories
from training.measure_embedder import figures
from training.minilm import MiniLM, mean
from training.steps import Steps

TEMPERATURE = 0.07
STRANGERS = 8  # statements of other stories in each batch
PARTS_OUT, WORDS_OUT = 0.15, 0.1
ACTS = [act.value for act in Act]


class Embedder(nn.Module):
    """One vector of length 1 for what a statement is about, and scores for the position that it takes."""

    def __init__(self, encoder: MiniLM) -> None:
        super().__init__()
        self.encoder = encoder
        self.position = nn.Sequential(
            nn.Linear(encoder.words.embedding_dim, 128), nn.ReLU(), nn.Linear(128, len(POSITIONS))
        )

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (B, 384) and scores (B, 4) of rows of pieces (B, T)."""
        pooled = mean(self.encoder(ids, torch.zeros_like(ids), mask), mask)
        return F.normalize(pooled, dim=-1), self.position(pooled)


Row = tuple[list[int], str | None, int]
"""Word pieces, the claim (unique over all stories), and the number of the position; -100 where it is a gloss."""


def rows(
    story: Story, tokenizer: Tokenizer, rng: random.Random | None = None, misread: float = 0.0
) -> tuple[list[Row], list[Row]]:
    """The statements and the glosses of a story; with `rng`, contexts are thinned at random."""
    said = []
    for context, label in zip(contexts(list(story.entries)), story.labels, strict=True):
        context = thinned(context, rng, misread) if rng else context
        claim = f"{story.name}/{label.claim}" if label.claim else None
        said.append((encode(context, tokenizer), claim, POSITIONS.index(label.stance or "none")))
    glosses = [(encode_claim(gloss, tokenizer), f"{story.name}/{key}", -100) for key, gloss in story.glosses.items()]
    return said, glosses


def thinned(context: Context, rng: random.Random, misread: float) -> Context:
    """A context with parts and words left out, so that no story is learnt by heart; a share of the acts `misread`."""
    kept = lambda words: " ".join(word for word in words.split() if rng.random() > WORDS_OUT)
    parts = {
        part: "" if rng.random() < PARTS_OUT else kept(getattr(context, part)) for part in ("who", "sentence", "before")
    }
    if misread and parts["who"] and rng.random() < misread:
        who = parts["who"].rsplit(" ", 1)[0]
        parts["who"] = f"{who} {rng.choice([Act.SAYS.value, Act.SAYS.value, *ACTS])}"
    return replace(context, content=kept(context.content), **parts)


def batches(every: list[tuple[list[Row], list[Row]]], rng: random.Random) -> Iterator[list[Row]]:
    """One epoch: each story in two halves, with its glosses and some statements of others."""
    order = [i for i in range(len(every)) for _ in range(2)]
    rng.shuffle(order)
    left: dict[int, list[Row]] = {}
    for i in order:
        said, glosses = every[i]
        if i not in left:
            left[i] = rng.sample(said, len(said))
            half = left[i][: len(said) // 2]
        else:
            half = left[i][len(said) // 2 :]
        others = [row for j, (told, _) in enumerate(every) if j != i for row in told]
        yield [*half, *glosses, *rng.sample(others, STRANGERS)]


def collate(batch: list[Row]) -> tuple[Tensor, Tensor]:
    """Ids and mask of rows."""
    ids, mask = padded([row[0] for row in batch])
    return torch.tensor(ids), torch.tensor(mask)


def forward(model: Embedder, batch: list[Row], chunk: int = 32) -> tuple[Tensor, Tensor]:
    """Vectors and scores of rows, run in chunks of like length, so that little is padding."""
    order = sorted(range(len(batch)), key=lambda i: len(batch[i][0]))
    parts = [model(*collate([batch[i] for i in order[at : at + chunk]])) for at in range(0, len(order), chunk)]
    back = torch.tensor(sorted(range(len(order)), key=lambda k: order[k]))
    return torch.cat([v for v, _ in parts]).float()[back], torch.cat([s for _, s in parts]).float()[back]


def loss(model: Embedder, batch: list[Row]) -> Tensor:
    """Supervised contrast between claims, and cross-entropy of positions."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors, scores = forward(model, batch)
    known: dict[str, int] = {}
    claims = torch.tensor([known.setdefault(c, len(known)) if c else -1 for _, c, _ in batch])
    same = (claims[:, None] == claims[None]) & (claims[:, None] >= 0)
    same.fill_diagonal_(False)
    logits = vectors @ vectors.T / TEMPERATURE
    logits.fill_diagonal_(-1e4)
    log = logits.log_softmax(-1)
    has = same.any(-1)
    contrast = -(log * same).sum(-1)[has] / same.sum(-1)[has]
    gold = torch.tensor([position for *_, position in batch])
    return contrast.mean() + 0.5 * F.cross_entropy(scores, gold, label_smoothing=0.05)


@torch.no_grad()
def measure(model: Embedder, chosen: list[Story], tokenizer: Tokenizer) -> dict[str, float]:
    """The figures of `measure_embedder` on stories."""
    seen = [(story, forward(model, rows(story, tokenizer)[0])) for story in chosen]
    return figures([(story, vectors.numpy(), scores.numpy()) for story, (vectors, scores) in seen])


def train(args: argparse.Namespace) -> None:
    """Train; the running average of the weights is kept as `embedder_EPOCH.pt`."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    every = stories(args.data / "stories/train")
    kept = [story for i, story in enumerate(every) if not args.fold or i % 2 == args.fold - 1]
    held = [story for story in every if story not in kept]
    kept += stories(MORE) if args.more else []
    model = Embedder(MiniLM(args.dropout))
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    else:
        model.encoder.load(args.minilm / "model.safetensors")
    model.encoder.words.weight.requires_grad_(False)
    optimizer = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": args.lr}, {"params": model.position.parameters(), "lr": 1e-3}],
        weight_decay=0.01,
    )
    steps = Steps(model, optimizer, 2 * args.epochs * len(kept), 0.95)
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for epoch in range(1, args.epochs + 1):
        model.train()
        total = 0.0
        data = [rows(story, tokenizer, rng, args.misread) for story in kept]
        for batch in batches(data, rng):
            total += steps.take(loss(model, batch))
        print(f"epoch {epoch} loss {total / len(data) / 2:.4f} {time.time() - begun:.0f}s", flush=True)
        if epoch % args.measure == 0 or epoch == args.epochs:
            torch.save(steps.average.state_dict(), args.out / f"embedder_{epoch}.pt")
            for name, chosen in (("held", held), ("dev", stories(args.data / "stories/dev"))):
                if chosen:
                    print(name, json.dumps(measure(steps.average, chosen, tokenizer)), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--more", action="store_true", help="train on the stories of corpus/more, too")
    parser.add_argument("--start", type=Path, help="go on from this embedder.pt, of the same fold")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--measure", type=int, default=2, help="measure every N epochs")
    parser.add_argument(
        "--fold", type=int, default=0, help="of DATA, train on every other story, from this one on (1 or 2)"
    )
    parser.add_argument("--misread", type=float, default=0.0, help="share of acts that are misread, as a reader would")
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
