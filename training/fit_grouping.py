"""Fit the rules of grouping: `python -m training.fit_grouping --halves DIR DIR --minilm DIR --data DIR --out config.json`.

Two embedders, each trained on every other story (`--fold 1` and `--fold 2`), show how statements look that were not
trained on: each story is seen by the one that does not know it, and all weights are fitted on that, on the gold
statements and on those that the reader finds. The cut and how sure a position must be were chosen by hand on these
stories and on dev; see the README.
"""

import argparse
import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy

from sayso.claims.features import features
from sayso.claims.fit import Around, empty, fits, log_odds
from sayso.claims.group import alike
from sayso.claims.stance import SIDES
from sayso.claims.stance import signs as signs_of_side
from sayso.claims.takes import signs
from sayso.core import Sayso
from sayso.records import Act, Entry
from training.as_read import as_read
from training.gold_stories import Story, story
from training.minilm import MiniLM
from training.train_embedder import Embedder, forward, rows

CHOSEN = {"cut": 0.175, "cut_one": 0.35, "sure": 0.34, "firm": 0.33}
MISSED, MADE = 0.2, 0.05  # how often a reader takes another act for "says", and "says" for another act


class Seen:
    """A story with what the embedder makes of its statements."""

    def __init__(self, model: Embedder, tokenizer: Tokenizer, told: Story) -> None:
        self.told = told
        with torch.no_grad():
            vectors, scores = forward(model, rows(told, tokenizer)[0])
        self.vectors = vectors.numpy().astype(float)
        self.positions = scores.softmax(-1).numpy().astype(float)


def loaded(path: Path) -> Embedder:
    """The embedder whose weights lie at `path`."""
    model = Embedder(MiniLM()).eval()
    model.load_state_dict(torch.load(path, weights_only=True))
    return model


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
        found = features(seen.told.entries, seen.vectors)
        names = list(found)
        claims = np.array([seen.told.labels[i].claim for i in taking])
        upper = np.triu_indices(len(taking), 1)
        x.append(np.stack([values[np.ix_(taking, taking)][upper] for values in found.values()], 1))
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


def fit_fits(every: list[Seen], weights: dict[str, float], l2: float = 0.02) -> dict[str, float]:
    """Weights for what makes a statement fit its own claim better than the story's others (a conditional logit)."""
    x, gold, names = [], [], []
    for seen in every:
        taking = [i for i, label in enumerate(seen.told.labels) if label.claim]
        entries = [seen.told.entries[i] for i in taking]
        claims = list(seen.told.glosses)
        of = np.array([claims.index(str(seen.told.labels[i].claim)) for i in taking])
        near = log_odds(alike(seen.told.entries, seen.vectors, weights)[np.ix_(taking, taking)])
        found = fits(near, Around(entries), of, len(claims))
        names, none = list(found), empty(of, len(claims)) > 0
        values = np.where(none[..., None], np.nan, np.stack(list(found.values()), -1))
        kept = ~none[np.arange(len(of)), of]
        x += list(values[kept])
        gold += list(of[kept])
    most = max(map(len, x))
    table = np.stack([np.pad(row, ((0, most - len(row)), (0, 0)), constant_values=np.nan) for row in x])
    spread = np.nanstd(table.reshape(-1, len(names)), 0)
    closed = torch.tensor(np.isnan(table[..., 0]) * -1e6)
    given, wanted = torch.tensor(np.nan_to_num(table) / spread), torch.tensor(gold)
    slope = torch.zeros(len(names), dtype=torch.double, requires_grad=True)
    optimizer = torch.optim.LBFGS([slope], max_iter=200)

    def step() -> torch.Tensor:
        optimizer.zero_grad()
        value = cross_entropy(given @ slope + closed, wanted) + l2 * (slope**2).mean()
        value.backward()
        return value

    optimizer.step(step)
    return {n: round(float(v), 4) for n, v in zip(names, slope.detach().numpy() / spread, strict=True)}


def taking(story: Story) -> Story:
    """The statements that take positions."""
    kept = [i for i, label in enumerate(story.labels) if label.claim]
    return replace(story, entries=tuple(story.entries[i] for i in kept), labels=tuple(story.labels[i] for i in kept))


def misread(story: Story, rng: random.Random) -> Story:
    """The same story, with acts as a reader may find them."""
    return replace(story, entries=tuple(_misread(entry, rng) for entry in story.entries))


def _misread(entry: Entry, rng: random.Random) -> Entry:
    act = entry.statement.act
    if act is not Act.SAYS and rng.random() < MISSED:
        act = Act.SAYS
    elif act is Act.SAYS and rng.random() < MADE:
        act = rng.choice([Act.DENIES, Act.DENIES, Act.DECLINES, Act.CONFIRMS])
    return replace(entry, statement=replace(entry.statement, act=act))


def fit_sides(every: list[Seen]) -> dict[str, dict[str, float]]:
    """Weights for what makes a statement take each side."""
    x, y, names = [], [], []
    for seen in every:
        for entry, label, row in zip(seen.told.entries, seen.told.labels, seen.positions, strict=True):
            found = signs_of_side(entry, dict(zip(SIDES, row[: len(SIDES)], strict=True)))
            names = [name for name in found if name != "bias"]
            x.append([found[name] for name in names])
            y.append(SIDES.index(label.stance))
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(np.array(x), np.array(y))
    return {
        str(side): {"bias": round(float(bias), 4)} | {n: round(float(v), 4) for n, v in zip(names, slopes, strict=True)}
        for side, bias, slopes in zip(SIDES, fitted.intercept_, fitted.coef_, strict=True)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--halves", type=Path, nargs=2, required=True, help="embedder.pt of fold 1 and of fold 2")
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the embedder's config.json")
    args = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    models = [loaded(path) for path in args.halves]
    seen = lambda every: [Seen(models[1 - i % 2], tokenizer, one) for i, one in enumerate(every)]
    folders = sorted(path for path in (args.data / "stories/train").iterdir() if path.is_dir())
    sayso, rng = Sayso(), random.Random(3)
    told, read = [story(folder) for folder in folders], [as_read(folder, sayso) for folder in folders]
    unseen = seen(told) + seen(read)
    weights = fit_alike(unseen)
    several, single = fit_takes(unseen, weights, one=False), fit_takes(unseen, weights, one=True)
    fitting = fit_fits(unseen, weights)
    taken = fit_sides(seen([misread(taking(one), rng) for one in told]) + seen([taking(one) for one in read]))
    config = json.loads(args.out.read_text(encoding="utf-8"))
    config["rules"] = {"alike": weights, "many": several, "one": single, "fits": fitting, "sides": taken, **CHOSEN}
    args.out.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
