"""Train the tagger: `python -m training.train_tagger --minilm DIR --data DIR --out DIR`.

DIR of --minilm holds `model.safetensors` and `tokenizer.json`; --data holds the corpora (see training/README.md).
"""

import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from training.corpora import Document, coreference, names, polnear, stories
from training.distil import followed, followed_arguments, student
from training.examples import Example, batches, collate, cut, example, reporting_words
from training.gold_stories import MORE
from training.measure import measure
from training.steps import Steps
from training.tagger import Tagger, apart, buckets, gathered, pooled
from training.unpack import unpack

MINILM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
HARD_NEGATIVES = 3  # pieces a window that look most like a cue and are none
ENCODER_RATE, HEAD_RATE = 1.0, 3.0


def corpora(data: Path, wanted: list[str]) -> dict[str, tuple[list[Document], float]]:
    """Documents of each corpus, and the share of them that an epoch draws."""
    every = {
        "polnear": (lambda: polnear(data / "data/polnear/train", data / "data/acts/polnear-train-acts.jsonl"), 0.8),
        "stories": (lambda: stories(data / "stories/train"), 3.0),
        "more": (lambda: stories(MORE), 2.0),
        "conll": (lambda: names(data / "data/ner/conll2003/train.txt"), 0.3),
        "politics": (lambda: names(data / "data/ner/politics/train.txt"), 1.0),
        "gum": (lambda: coreference(data / "data/gum/coref/ontogum/conll"), 0.4),
        "litbank": (lambda: coreference(data / "data/litbank/coref/conll"), 0.1),
    }
    return {name: (list(read()), share) for name, (read, share) in every.items() if name in wanted}


def draw(examples: dict[str, tuple[list[Example], float]], rng: random.Random) -> list[Example]:
    """The examples of one epoch."""
    out: list[Example] = []
    for items, share in examples.values():
        out += items * int(share)
        out += rng.sample(items, round((share - int(share)) * len(items)))
    return out


def loss(model: Tagger, b: dict[str, Tensor], teacher: Tagger | None = None) -> Tensor:
    """The weighted sum of all heads' losses on one batch, and of what a student has from its teacher."""
    cue, name, state = own = _scores(model, b)
    cues = pooled(state, b["at"][..., 0], b["at"][..., 1])
    anchors, gold = _anchors(b, cue)
    scores = _arguments(model, state, anchors)
    parts = [
        _mean(cue, b["cue"]),
        2.0 * _mean(scores, gold),
        0.5 * _mean(name, b["names"]),
        0.2 * _mean(model.acts(cues, pooled(state, b["content"][..., 0], b["content"][..., 1])), b["act"]),
        0.2 * _mean(model.kinds(pooled(state, b["source"][..., 0], b["source"][..., 1]), cues), b["kind"]),
        0.4 * _link_loss(model, b, state),
    ]
    if teacher is not None:
        with torch.no_grad():
            taught = _scores(teacher, b)
            asked = _arguments(teacher, taught[2], anchors)
        parts += [followed(own, taught, b["mask"]), followed_arguments(scores, asked, gold >= 0)]
    return torch.stack(parts).sum()


def _scores(model: Tagger, b: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    with torch.autocast("cpu", torch.bfloat16):
        mask = (~b["mask"])[:, None, None, :].to(torch.bfloat16) * -1e4
        cue, name, state = model(b["ids"], b["shapes"], b["places"], b["breaks"], mask)
    return cue.float(), name.float(), state.float()


def _mean(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross-entropy over what is known; zero where nothing is."""
    if not (gold >= 0).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.flatten(0, -2), gold.flatten())


def _anchors(b: dict[str, Tensor], cue: Tensor) -> tuple[Tensor, Tensor]:
    """The spans (B, C, 2) of cues and of pieces that look like one and are none, and the labels (B, C, T) around them."""
    with torch.no_grad():
        suspicion = 1 - cue.softmax(-1)[..., 0]
        suspicion[b["cue"] != 0] = -1
        worst = suspicion.topk(min(HARD_NEGATIVES, b["ids"].shape[1]), dim=1)
    anchors = torch.cat([b["at"], worst.indices[..., None].expand(-1, -1, 2)], 1)
    nothing = torch.where(b["cue"] >= 0, 0, -100)[:, None, :].expand(-1, worst.indices.shape[1], -1)
    nothing = torch.where(worst.values[:, :, None] > 0.02, nothing, -100)
    return anchors, torch.cat([b["arguments"], nothing], 1)


def _arguments(model: Tagger, state: Tensor, anchors: Tensor) -> Tensor:
    first, last = anchors.unbind(-1)
    at = torch.arange(state.shape[1]).expand(len(first), state.shape[1])
    return model.arguments(state, pooled(state, first, last), buckets(first, last, at, at))


def _link_loss(model: Tagger, b: dict[str, Tensor], state: Tensor) -> Tensor:
    linked = b["linked"]
    asks = (linked == 1).any(-1)
    if not asks.any():
        return state.sum() * 0
    scores = model.links(gathered(state, b["asking"]), gathered(state, b["named"]), apart(b)).masked_fill(
        linked < 0, -1e4
    )
    right = scores.masked_fill(linked != 1, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - right)[asks].mean()


def checked(weights: Path) -> Path:
    """The path of the published weights; any others are refused, since no figure would hold for them."""
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != MINILM:
        raise SystemExit(f"{weights}: SHA-256 is {found}, not that of the published weights, {MINILM}")
    return weights


def train(args: argparse.Namespace) -> None:
    """Train and write `tagger.pt`, the running average of the weights, after every epoch."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    documents = corpora(args.data, args.corpora)
    reporting = reporting_words(document for docs, _ in documents.values() for document in docs)
    examples = {n: ([example(d, tokenizer, reporting) for d in docs], share) for n, (docs, share) in documents.items()}
    model, teacher = Tagger(args.dropout), None
    if args.teacher:
        teacher = Tagger().eval().requires_grad_(False)
        teacher.load_state_dict(unpack(args.teacher))
        model = student(teacher, args.layers, args.dropout)
    elif args.start:
        model.load_state_dict(unpack(args.start))
        for name, weights in model.named_parameters():
            weights.requires_grad_(name.startswith(tuple(args.only)))
    else:
        model.encoder.load_minilm(checked(args.minilm / "model.safetensors"))
    each = [[c for e in draw(examples, rng) if (c := cut(e, args.size, rng))] for _ in range(args.epochs)]
    epochs = [batches(cuts, args.budget, rng) for cuts in each]
    steps = Steps(model, _optimizer(model, args.lr), sum(map(len, epochs)), args.average)
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for number, epoch in enumerate(epochs, 1):
        model.train()
        total = []
        for batch in epoch:
            total.append(steps.take(loss(model, collate(batch), teacher)))
            if steps.taken % 100 == 0:
                print(
                    f"  step {steps.taken}/{steps.count} loss {np.mean(total[-100:]):.4f} {time.time() - begun:.0f}s",
                    flush=True,
                )
        print(f"epoch {number} loss {np.mean(total):.4f} {time.time() - begun:.0f}s", flush=True)
        torch.save(steps.average.state_dict(), args.out / "tagger.pt")
        if number % args.measure == 0 or number == args.epochs:
            print(json.dumps(measure(steps.average, tokenizer, args.data, args.size)), flush=True)


def _optimizer(model: Tagger, rate: float) -> torch.optim.Optimizer:
    encoder = list(model.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": ENCODER_RATE * rate}, {"params": heads, "lr": HEAD_RATE * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def main() -> None:
    every = ["polnear", "stories", "more", "conll", "politics", "gum", "litbank"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from the weights of this packaged model")
    parser.add_argument("--only", nargs="+", default=[""], help="with --start, train these weights alone, as act")
    parser.add_argument("--teacher", type=Path, help="train a student of this packaged model")
    parser.add_argument(
        "--layers", nargs="+", type=int, default=[0, 2, 4], help="the teacher's layers that it starts from"
    )
    parser.add_argument("--corpora", nargs="+", choices=every, default=every)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--measure", type=int, default=4, help="measure every N epochs")
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=382)
    parser.add_argument("--budget", type=int, default=2400, help="word pieces a batch")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
