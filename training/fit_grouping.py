"""Fit the rules of grouping: `python -m training.fit_grouping --seen DIR --out config.json`.

DIR holds what `training.sightings` kept. What the embedder sees in statements alone has rules already, in its own
`config.json`, which were fitted on stories that were new to it. What the models of articles and of matters see has rules
fitted here, on the train stories that neither was trained on, with gold statements and with those that the reader finds.
What is used is a sum of both, each at its share; which cluster fits best is fitted here alone. Shares, cuts, how sure a position must be and how firm an origin were
chosen on dev and `corpus/test`; see the README.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch.nn.functional import cross_entropy

import sayso
from sayso.claims.around import Around
from sayso.claims.fit import empty, fits, log_odds
from sayso.claims.look import Among
from sayso.claims.models import EMBEDDER, Models
from sayso.claims.stance import SIDES, by_side
from sayso.claims.stance import signs as signs_of_side
from sayso.claims.takes import signs
from training.misread import misread
from training.sightings import READ, TOLD, Sighting, kept, part

SHARES = {"many": (0.5, 0.5), "one": (0.5, 0.8), "sides": (0.5, 0.5)}
"""What of the embedder's own rules is used, and of those fitted here, where both are."""
CHOSEN = {"cut": 0.21, "cut_one": 0.26, "sure": 0.38, "firm": 0.58}


class Looked:
    """What is seen in a story, where nothing is known of the embedder's positions, which were fitted on these stories."""

    def __init__(self, sighting: Sighting, models: Models) -> None:
        (self.story, self._seen), self._models = sighting, models
        self.within = self._seen.within.positions
        self.nothing = np.zeros_like(self.within)

    def among(self, some: Sequence[int] | None = None) -> Among:
        """What is made of the statements together, or of some of them as if these were all."""
        story, seen = part((self.story, self._seen), some if some is not None else range(len(self.story.entries)))
        return self._models.among(story.entries, seen)


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, c: float, names: list[str]) -> dict[str, float]:
    """Weights of features by name, and a bias."""
    spread = x.std(0) + 1e-6
    fitted = LogisticRegression(C=c, max_iter=1000).fit(x / spread, y, sample_weight=weight)
    slope = np.where(spread < 1e-5, 0, fitted.coef_[0] / spread)
    return {"bias": round(float(fitted.intercept_[0]), 4)} | {
        n: round(float(v), 4) for n, v in zip(names, slope, strict=True)
    }


def fit_takes(every: list[Looked], *, one: bool) -> dict[str, float]:
    """Weights for what makes a statement take a position, with `one` as if each article were all there is."""
    x, y, names = [], [], []
    for told in every:
        entries = told.story.entries
        articles = dict.fromkeys(entry.article.id for entry in entries)
        rows = [[i for i, e in enumerate(entries) if e.article.id == a] for a in articles]
        for some in rows if one else [list(range(len(entries)))]:
            found = signs([entries[i] for i in some], told.nothing[some], told.within[some], told.among(some).likely)
            names = list(found)
            x.append(np.stack(list(found.values()), 1))
            y += [told.story.labels[i].claim is not None for i in some]
    return logistic(np.concatenate(x), np.array(y), np.ones(len(y)), 0.03, names)


def fit_fits(every: list[Looked], l2: float = 0.02) -> dict[str, float]:
    """Weights for what makes a statement fit its own claim better than the story's others (a conditional logit)."""
    x, gold, names = [], [], []
    for told in every:
        taking = [i for i, label in enumerate(told.story.labels) if label.claim]
        entries = [told.story.entries[i] for i in taking]
        claims = list(told.story.glosses)
        of = np.array([claims.index(str(told.story.labels[i].claim)) for i in taking])
        near = log_odds(told.among().likely[np.ix_(taking, taking)])
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


def fit_sides(every: list[Looked]) -> dict[str, dict[str, float]]:
    """Weights for what makes a statement take each side, among all of its story as in use."""
    x, y, names = [], [], []
    for told in every:
        looks = map(by_side, (told.nothing, told.within, told.among().sides))
        for entry, label, *seen in zip(told.story.entries, told.story.labels, *looks, strict=True):
            if label.stance is None:
                continue
            found = signs_of_side(entry, *seen)
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


def fitted(told: list[Sighting], read: list[Sighting], models: Models) -> dict:
    """All weights, from gold stories and the same as they are read."""
    every, rng = [Looked(one, models) for one in (*told, *read)], random.Random(3)
    noisy = [Looked((misread(story, rng), seen), models) for story, seen in told]
    return {
        "many": fit_takes(every, one=False),
        "one": fit_takes(every, one=True),
        "fits": fit_fits(every),
        "sides": fit_sides([*noisy, *(Looked(one, models) for one in read)]),
    }


def mixed(alone: dict, within: dict, shares: tuple[float, float]) -> dict:
    """The sum of two sets of weights, each at its share."""
    if any(isinstance(part, dict) for part in alone.values()):
        return {name: mixed(alone[name], within[name], shares) for name in alone}
    one, other = shares
    names = dict.fromkeys([*alone, *within])
    return {name: round(one * alone.get(name, 0.0) + other * within.get(name, 0.0), 4) for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the config.json of the model of matters")
    args = parser.parse_args()
    torch.set_num_threads(1)
    new = fitted(kept(args.seen, "train", TOLD), kept(args.seen, "train", READ), Models())
    package = Path(sayso.__file__).parent / "models"
    old = json.loads((package / EMBEDDER / "config.json").read_text(encoding="utf-8"))["rules"]
    both = {name: mixed(old[name], new[name], shares) for name, shares in SHARES.items()}
    config = {"rules": new | both | CHOSEN}
    args.out.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
