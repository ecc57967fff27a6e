"""What tells whether two statements are about one proposition: how near what each is about is, and what they share."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.claims.around import Around
from sayso.claims.context import contexts
from sayso.claims.order import at
from sayso.records import Act, Entry

Floats = NDArray[np.float64]

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in and that was had has have been be is are it its he his she her they their for on at by with "
        "from not no as who whom which would could said says say will did do does or but if this there were any all",
    )
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_FAR = 6
_LEAST = 1e-4


def features(entries: Sequence[Entry], alone: Floats, within: Floats) -> dict[str, Floats]:
    """Each feature by name, for all pairs of N statements (N, N); `alone` and `within` are vectors (N, 384)."""
    sentences = [context.sentence for context in contexts(list(entries))]
    said = [" ".join(piece.text for piece in entry.statement.content) for entry in entries]
    step, around = _steps(entries), Around(entries)
    return {
        **_nearness(alone),
        **{f"{name} within": values for name, values in _nearness(within).items()},
        "shared": _shared(said),
        "around": _shared([f"{a} {b}" for a, b in zip(said, sentences, strict=True)]),
        "numbers": _numbers(said),
        "wordless": _wordless(said) * np.where(step < _FAR, 1 / np.maximum(step, 1), 0.0),
        "declines": _equal([str(entry.statement.act) for entry in entries])
        * np.array([[entry.statement.act is Act.DECLINES for entry in entries]]),
        "article": around.article,
        "speaker": around.speaker,
        "before": around.before,
        "after": around.before.T,
        "later": _later([at(entry.article) or "" for entry in entries]),
    }


def _nearness(vectors: Floats) -> dict[str, Floats]:
    """How near two of N statements are, how near beside what else is near either, and whether the same are near both.

    The last is the correlation of their rows of `near`, reckoned from the vectors, so that it takes no N^3 steps.
    """
    near = vectors @ vectors.T
    usual = near.mean(1)
    both = vectors @ (vectors.T @ vectors) @ vectors.T - len(near) * np.outer(usual, usual)
    length = np.sqrt(np.maximum(np.diag(both), 0.0))
    # Where all are as near as each other nothing is told but by rounding.
    tells = (length[:, None] > _LEAST) & (length[None] > _LEAST)
    company: Floats = np.where(tells, both / np.maximum(np.outer(length, length), _LEAST**2), 0.0)
    return {"near": near, "centred": near - (usual[:, None] + usual[None]) / 2, "company": company}


def _equal(keys: Sequence[str]) -> Floats:
    array = np.array(keys, dtype=object)
    equal: Floats = (array[:, None] == array[None]).astype(float)
    return equal


def _steps(entries: Sequence[Entry]) -> Floats:
    """How many statements two of one article are apart; very many in two articles."""
    at = np.array([entry.statement.content[0].start for entry in entries])
    article = [entry.article.id for entry in entries]
    place = np.zeros(len(entries))
    for name in set(article):
        own = [i for i, x in enumerate(article) if x == name]
        place[own] = np.argsort(np.argsort(at[own], kind="stable"), kind="stable")
    apart: Floats = np.abs(place[:, None] - place[None])
    return np.where(_equal(article) > 0, apart, 1e6)


def _later(moments: Sequence[str]) -> Floats:
    """1 where the first of two came out after the other, -1 where before it."""
    place = np.unique(np.array(moments, dtype=str), return_inverse=True)[1]
    later: Floats = np.sign(place[:, None] - place[None]).astype(float)
    return later


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if word not in _SMALL}


def _shared(texts: Sequence[str]) -> Floats:
    """The share of the telling words of the shorter text that stand in the other, rare words counting more."""
    sets = [_words(text) for text in texts]
    uses = Counter(word for words in sets for word in words)
    columns = {word: k for k, word in enumerate(uses)}
    weights = np.array([math.log((1 + len(texts)) / uses[word]) for word in columns]) if columns else np.zeros(1)
    table = np.zeros((len(texts), max(len(columns), 1)))
    for i, words in enumerate(sets):
        table[i, [columns[word] for word in words]] = 1
    both = (table * weights) @ table.T
    own = np.diag(both)
    share: Floats = both / (np.minimum(own[:, None], own[None]) + 1.0)
    return share


def _numbers(texts: Sequence[str]) -> Floats:
    """1 where two texts share a number, -1 where both have numbers and share none."""
    sets = [set(_NUMBER.findall(text)) for text in texts]
    columns = {number: k for k, number in enumerate(dict.fromkeys(n for numbers in sets for n in numbers))}
    table = np.zeros((len(texts), max(len(columns), 1)))
    for i, numbers in enumerate(sets):
        table[i, [columns[number] for number in numbers]] = 1
    has = np.array([bool(numbers) for numbers in sets])
    found: Floats = np.where(table @ table.T > 0, 1.0, np.where(has[:, None] & has[None], -1.0, 0.0))
    return found


def _wordless(texts: Sequence[str]) -> Floats:
    """1 where the shorter of two contents has hardly a telling word, so that its place in the text must tell."""
    few = np.array([len(_words(text)) <= 3 for text in texts], dtype=float)
    either: Floats = np.maximum(few[:, None], few[None])
    return either
