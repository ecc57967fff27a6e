"""Fit the rules of grouping: `python -m training.fit_grouping --half half.pt --minilm DIR --data DIR --out config.json`.

The weights are fitted on the stories that an embedder trained on every other one (`--fold 1`) has not seen. The cut and
how sure a position must be were chosen by hand on these and on dev; see the README.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from sayso.claims.features import features
from sayso.claims.group import alike
from sayso.claims.takes import signs
from training.gold_stories import Story, stories
from training.train_embedder import Embedder, forward, rows

CHOSEN = {"cut": 0.24, "sure": 0.35, "firm": 0.3}


class Seen:
    """A story with what the embedder makes of its statements."""

    def __init__(self, model: Embedder, tokenizer: Tokenizer, told: Story) -> None:
        self.told = told
        with torch.no_grad():
            vectors, scores = forward(model, rows(told, tokenizer)[0])
        self.vectors = vectors.numpy().astype(float)
        self.positions = scores.softmax(-1).numpy().astype(float)


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, c: float, names: list[str]) -> dict[str, float]:
    """Weights of features by name, and a bias."""
    spread = x.std(0) + 1e-6
    fitted = LogisticRegression(C=c, max_iter=1000).fit(x / spread, y, sample_weight=weight)
    slope = np.where(spread < 1e-5, 0, fitted.coef_[0] / spread)
    return {"bias": round(float(fitted.intercept_[0]), 4)} | {
        n: round(float(v), 4) for n, v in zip(names, slope, strict=True)
    }


def fit_alike(every: list[Seen]) -> dict[str, float]:
    """Weights for what makes two statements that take positions be of one claim; every story counts alike."""
    x, y, w, names = [], [], [], []
    for seen in every:
        taking = [i for i, label in enumerate(seen.told.labels) if label.claim]
        found = features([seen.told.entries[i] for i in taking], seen.vectors[taking])
        names = list(found)
        claims = np.array([seen.told.labels[i].claim for i in taking])
        upper = np.triu_indices(len(taking), 1)
        x.append(np.stack([values[upper] for values in found.values()], 1))
        y.append(claims[upper[0]] == claims[upper[1]])
        w.append(np.full(len(upper[0]), 1 / len(upper[0])))
    weight = np.concatenate(w)
    return logistic(np.concatenate(x), np.concatenate(y), weight * len(weight) / weight.sum(), 1.0, names)


def fit_takes(every: list[Seen], weights: dict[str, float], *, one: bool) -> dict[str, float]:
    """Weights for what makes a statement take a position, with `one` as if each article were all there is."""
    x, y, names = [], [], []
    for seen in every:
        entries = seen.told.entries
        articles = dict.fromkeys(entry.article.id for entry in entries)
        parts = [[i for i, e in enumerate(entries) if e.article.id == a] for a in articles]
        for part in parts if one else [list(range(len(entries)))]:
            mine = [entries[i] for i in part]
            found = signs(mine, seen.positions[part], alike(mine, seen.vectors[part], weights))
            names = list(found)
            x.append(np.stack(list(found.values()), 1))
            y += [seen.told.labels[i].claim is not None for i in part]
    return logistic(np.concatenate(x), np.array(y), np.ones(len(y)), 0.03, names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the embedder's config.json")
    args = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Embedder().eval()
    model.load_state_dict(torch.load(args.half, weights_only=True))
    unseen = [Seen(model, tokenizer, told) for told in stories(args.data / "stories/train")[1::2]]
    weights = fit_alike(unseen)
    several, single = fit_takes(unseen, weights, one=False), fit_takes(unseen, weights, one=True)
    config = json.loads(args.out.read_text(encoding="utf-8"))
    config["rules"] = {"alike": weights, "many": several, "one": single, **CHOSEN}
    args.out.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
