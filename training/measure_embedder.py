"""What a model of claims is worth by itself, on stories whose statements are given."""

import numpy as np

from training.gold_stories import STANCES, Story

Measured = tuple[Story, np.ndarray, np.ndarray]
"""A story with what a model makes of its N statements: vectors (N, D) of length 1 and scores (N, 4) of positions."""


Linked = list[tuple[np.ndarray, list[str]]]
"""Of stories how alike each two of the N statements are that take positions (N, N), and the claims of these (N)."""


def figures(told: list[Measured]) -> dict[str, float]:
    """Those of `of_pairs`, and how often position and stance are right."""
    linked, golds = [], []
    for story, vectors, _ in told:
        in_claim = [i for i, label in enumerate(story.labels) if label.claim]
        near = vectors[in_claim] @ vectors[in_claim].T
        linked.append((near, [str(story.labels[i].claim) for i in in_claim]))
        golds += [(*STANCES, None).index(label.stance) for label in story.labels]
    scores, gold, none = np.concatenate([one for *_, one in told]), np.array(golds), len(STANCES)
    takes, taken = gold != none, scores.argmax(-1) != none
    stance = scores[:, :none].argmax(-1)
    f1 = 2 * (takes & taken).sum() / (takes.sum() + taken.sum())
    return {
        **of_pairs(linked),
        "takes a position F1": round(100 * float(f1), 1),
        "stance": round(100 * float((stance == gold)[takes].mean()), 1),
    }


def of_pairs(linked: Linked) -> dict[str, float]:
    """Pairs put right of 100, and B-cubed F1 of average linkage at its best cut."""
    cut = max(np.arange(0.1, 0.8, 0.02), key=lambda cut: bcubed_at(linked, cut))
    return {
        "pairs put right": round(100 * float(np.mean([put_right(*one) for one in linked])), 1),
        "bcubed": round(bcubed_at(linked, cut), 1),
        "cut": round(float(cut), 2),
    }


def put_right(near: np.ndarray, claims: list[str]) -> float:
    """How often two statements of one claim are more alike than two of different claims (area under the curve)."""
    upper = np.triu_indices(len(claims), 1)
    of = np.array(claims)
    alike, same = near[upper], (of[:, None] == of[None])[upper]
    apart = np.sort(alike[~same])
    below = np.searchsorted(apart, alike[same], "left") + np.searchsorted(apart, alike[same], "right")
    return float(below.mean() / 2 / len(apart))


def bcubed_at(linked: Linked, cut: float) -> float:
    """B-cubed F1 over all stories, each clustered by average linkage down to likeness `cut`."""
    precision, recall = [], []
    for near, claims in linked:
        found = average_linkage(near, cut)
        a, b = np.array(claims), np.array(found)
        same_gold, same_found = a[:, None] == a[None], b[:, None] == b[None]
        both = (same_gold & same_found).sum(1)
        precision += list(both / same_found.sum(1))
        recall += list(both / same_gold.sum(1))
    p, r = np.mean(precision), np.mean(recall)
    return float(200 * p * r / (p + r))


def average_linkage(similarity: np.ndarray, cut: float) -> list[int]:
    """The cluster of each item."""
    n = len(similarity)
    link = similarity.astype(float).copy()
    np.fill_diagonal(link, -np.inf)
    size, label = np.ones(n), list(range(n))
    for _ in range(n - 1):
        i, j = np.unravel_index(np.argmax(link), link.shape)
        if link[i, j] < cut:
            break
        link[i] = (link[i] * size[i] + link[j] * size[j]) / (size[i] + size[j])
        link[:, i] = link[i]
        link[i, i] = -np.inf
        link[j], link[:, j] = -np.inf, -np.inf
        size[i] += size[j]
        label = [i if x == j else x for x in label]
    return [int(x) for x in label]
