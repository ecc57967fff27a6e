"""Fit the confidence of statements: `python -m training.calibrate --data DIR --model tagger_v1_3`.

Runs the packaged reader over PolNeAR dev and the dev stories, asks of each statement whether a gold attribution has the
same content (character Jaccard of at least one half), and fits a logistic regression. Prints the expected calibration error
in ten bins, each article judged by a fit on the others, and writes the fit into the model's `config.json`.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from sayso.analyse.assemble import assemble
from sayso.analyse.confidence import features
from sayso.analyse.draft import Draft
from sayso.analyse.model import Model
from sayso.analyse.tagger import Tagger
from training.corpora import Document, polnear, stories

FOLDS = 5
PENALTY = 1e-2


def rows(documents: list[Document], tagger: Tagger) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each document the features of its drafts (N, F) and whether each is in the gold (N,)."""
    out = []
    for document in documents:
        tokens = tagger.tokenize(document.text)
        drafts = assemble(document.text, tokens, tagger.tag(tokens, tagger.look(tokens)).attributions)
        if drafts:
            x = np.array([features(draft, tokens.quotations) for draft in drafts])
            out.append((x, matched(document, drafts)))
    return out


def matched(document: Document, drafts: list[Draft]) -> np.ndarray:
    """Which drafts have a gold attribution of their own with the same content."""
    chars = lambda spans: {i for start, end in spans for i in range(start, end)}
    gold = [chars(a.content) for a in document.attributions or () if a.content]
    got = [chars(draft.content) for draft in drafts]
    pairs = [(len(g & p) / len(g | p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got) if g & p]
    hits = np.zeros(len(drafts))
    used: set[int] = set()
    for score, i, j in sorted(pairs, reverse=True):
        if score >= 0.5 and i not in used and not hits[j]:
            used.add(i)
            hits[j] = 1
    return hits


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression by Newton's method, the bias last: x (N, F), y (N,)."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - PENALTY * w)
    return w


def error(p: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: the mean gap between confidence and hit rate, over equal-width bins."""
    which = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[which == b].mean() - y[which == b].mean()) * (which == b).mean() for b in set(which.tolist()))


def crossed(data: list[tuple[np.ndarray, np.ndarray]]) -> float:
    """The calibration error where each fold of documents is judged by a fit on the others."""
    p, y = [], []
    for k in range(FOLDS):
        rest = [d for i, d in enumerate(data) if i % FOLDS != k]
        w = fit(np.vstack([x for x, _ in rest]), np.concatenate([t for _, t in rest]))
        for x, t in data[k::FOLDS]:
            p.append(1 / (1 + np.exp(-(x @ w[:-1] + w[-1]))))
            y.append(t)
    return error(np.concatenate(p), np.concatenate(y))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--floor", type=float, default=0.0, help="leave out statements less likely than this")
    args = parser.parse_args()
    tagger = Tagger(Model.load(args.model))
    documents = [*polnear(args.data / "data/polnear/dev"), *stories(args.data / "stories/dev")]
    data = rows(documents, tagger)
    w = fit(np.vstack([x for x, _ in data]), np.concatenate([y for _, y in data]))
    print(f"weights {w.round(3).tolist()}, expected calibration error {crossed(data):.3f}")
    path = Path("src/sayso/models") / args.model / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["confidence"] = {"weights": w[:-1].round(4).tolist(), "bias": round(float(w[-1]), 4), "floor": args.floor}
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
