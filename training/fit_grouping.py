"""Fit the rules of grouping: `python -m training.fit_grouping --data DIR --out config.json`.

What the embedder sees in statements alone has rules already, in its own `config.json`, which were fitted on stories that
were new to it. What the model of articles sees has rules fitted here, on the train stories that it was not trained on,
with gold statements and with those that the reader finds. What is used is a sum of both, each at its share. Shares, cuts, how sure a
position must be and how firm an origin were chosen on dev and `corpus/test`; see the README.
"""

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch.nn.functional import cross_entropy

from sayso.claims.build import Seen
from sayso.claims.features import features
from sayso.claims.fit import Around, empty, fits, log_odds
from sayso.claims.group import alike
from sayso.claims.look import Look
from sayso.claims.models import EMBEDDER, Models
from sayso.claims.stance import SIDES, by_side
from sayso.claims.stance import signs as signs_of_side
from sayso.claims.takes import signs
from sayso.core import Sayso
from sayso.records import Act, Entry
from training.as_read import as_read
from training.gold_stories import Story, stories

SHARES = {"alike": (0.4, 0.7), "many": (0.5, 0.8), "one": (0.5, 0.8), "fits": (0.5, 0.5), "sides": (0.5, 0.5)}
"""What of the weights for statements alone, and of those for statements within their articles, is used."""
CHOSEN = {"cut": 0.165, "cut_one": 0.35, "sure": 0.25, "firm": 0.4}
MISSED, MADE = 0.2, 0.05  # how often a reader takes another act for "says", and "says" for another act

See = Callable[[Sequence[Entry]], Seen]


class Looked:
    """A story with what the models make of its statements."""

    def __init__(self, story: Story, see: See) -> None:
        self.story = story
        self.seen = see(story.entries)

    def alike(self, weights: dict[str, float], part: Sequence[int] | None = None) -> np.ndarray:
        """How likely each two of the statements, or of some of them, are of one claim."""
        some = list(part) if part is not None else list(range(len(self.story.entries)))
        entries = [self.story.entries[i] for i in some]
        return alike(entries, self.seen.alone.vectors[some], self.seen.within.vectors[some], weights)


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, c: float, names: list[str]) -> dict[str, float]:
    """Weights of features by name, and a bias."""
    spread = x.std(0) + 1e-6
    fitted = LogisticRegression(C=c, max_iter=1000).fit(x / spread, y, sample_weight=weight)
    slope = np.where(spread < 1e-5, 0, fitted.coef_[0] / spread)
    return {"bias": round(float(fitted.intercept_[0]), 4)} | {
        n: round(float(v), 4) for n, v in zip(names, slope, strict=True)
    }


def fit_alike(every: list[Looked]) -> dict[str, float]:
    """Weights for what makes two statements that take positions be of one claim; every story counts alike."""
    x, y, w, names = [], [], [], []
    for told in every:
        taking = [i for i, label in enumerate(told.story.labels) if label.claim]
        found = features(told.story.entries, told.seen.alone.vectors, told.seen.within.vectors)
        names = list(found)
        claims = np.array([told.story.labels[i].claim for i in taking])
        upper = np.triu_indices(len(taking), 1)
        x.append(np.stack([values[np.ix_(taking, taking)][upper] for values in found.values()], 1))
        y.append(claims[upper[0]] == claims[upper[1]])
        w.append(np.full(len(upper[0]), 1 / len(upper[0])))
    weight = np.concatenate(w)
    return logistic(np.concatenate(x), np.concatenate(y), weight * len(weight) / weight.sum(), 1.0, names)


def fit_takes(every: list[Looked], weights: dict[str, float], *, one: bool) -> dict[str, float]:
    """Weights for what makes a statement take a position, with `one` as if each article were all there is."""
    x, y, names = [], [], []
    for told in every:
        entries = told.story.entries
        articles = dict.fromkeys(entry.article.id for entry in entries)
        parts = [[i for i, e in enumerate(entries) if e.article.id == a] for a in articles]
        for part in parts if one else [list(range(len(entries)))]:
            mine = [entries[i] for i in part]
            alone, within = told.seen.alone.positions[part], told.seen.within.positions[part]
            found = signs(mine, alone, within, told.alike(weights, part))
            names = list(found)
            x.append(np.stack(list(found.values()), 1))
            y += [told.story.labels[i].claim is not None for i in part]
    return logistic(np.concatenate(x), np.array(y), np.ones(len(y)), 0.03, names)


def fit_fits(every: list[Looked], weights: dict[str, float], l2: float = 0.02) -> dict[str, float]:
    """Weights for what makes a statement fit its own claim better than the story's others (a conditional logit)."""
    x, gold, names = [], [], []
    for told in every:
        taking = [i for i, label in enumerate(told.story.labels) if label.claim]
        entries = [told.story.entries[i] for i in taking]
        claims = list(told.story.glosses)
        of = np.array([claims.index(str(told.story.labels[i].claim)) for i in taking])
        near = log_odds(told.alike(weights)[np.ix_(taking, taking)])
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


def fit_sides(every: list[Looked]) -> dict[str, dict[str, float]]:
    """Weights for what makes a statement take each side."""
    x, y, names = [], [], []
    for told in every:
        alone, within = (by_side(look.positions) for look in (told.seen.alone, told.seen.within))
        for entry, label, one, other in zip(told.story.entries, told.story.labels, alone, within, strict=True):
            found = signs_of_side(entry, one, other)
            names = [name for name in found if name != "bias"]
            x.append([found[name] for name in names])
            y.append(SIDES.index(label.stance))
    table = np.array(x)
    varied = table.std(0) > 0
    names = [name for name, some in zip(names, varied, strict=True) if some]
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(table[:, varied], np.array(y))
    return {
        str(side): {"bias": round(float(bias), 4)} | {n: round(float(v), 4) for n, v in zip(names, slopes, strict=True)}
        for side, bias, slopes in zip(SIDES, fitted.intercept_, fitted.coef_, strict=True)
    }


def fitted(told: list[Story], read: list[Story], see: See) -> dict:
    """All weights, from gold stories and the same as they are read."""
    every, rng = [Looked(one, see) for one in (*told, *read)], random.Random(3)
    weights = fit_alike(every)
    sided = [Looked(misread(taking(one), rng), see) for one in told] + [Looked(taking(one), see) for one in read]
    return {
        "alike": weights,
        "many": fit_takes(every, weights, one=False),
        "one": fit_takes(every, weights, one=True),
        "fits": fit_fits(every, weights),
        "sides": fit_sides(sided),
    }


def within(entries: Sequence[Entry], models: Models) -> Seen:
    """What is seen in statements within their articles alone."""
    seen = models.see(entries).within
    return Seen(Look(np.zeros_like(seen.vectors), np.zeros_like(seen.positions)), seen)


def mixed(alone: dict, within: dict, shares: tuple[float, float]) -> dict:
    """The sum of two sets of weights, each at its share."""
    if any(isinstance(part, dict) for part in alone.values()):
        return {name: mixed(alone[name], within[name], shares) for name in alone}
    one, other = shares
    names = dict.fromkeys([*alone, *within])
    return {name: round(one * alone.get(name, 0.0) + other * within.get(name, 0.0), 4) for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=1, help="what the model of articles was trained on")
    parser.add_argument("--out", type=Path, required=True, help="its config.json")
    args = parser.parse_args()
    torch.set_num_threads(1)
    models = Models()
    sayso, told = Sayso(models=models), stories(args.data / "stories/train")[2 - args.fold :: 2]
    new = fitted(told, [as_read(one, sayso) for one in told], lambda entries: within(entries, models))
    old = json.loads((args.out.parents[1] / EMBEDDER / "config.json").read_text(encoding="utf-8"))["rules"]
    config = json.loads(args.out.read_text(encoding="utf-8"))
    config["rules"] = {part: mixed(old[part], new[part], SHARES[part]) for part in new} | CHOSEN
    args.out.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
