"""The models of claims.

One sees a statement alone, one within its article, one among all others of its matter, and one beside a claim in words.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.claims.among import at_once, given
from sayso.claims.build import Rules, Seen
from sayso.claims.context import Context, contexts
from sayso.claims.graph import Graph
from sayso.claims.look import POSITIONS, SIZE, Among, Look
from sayso.claims.pieces import encode, encode_pair
from sayso.claims.stance import SIDES
from sayso.claims.windows import Window, windows
from sayso.records import Article, Entry

EMBEDDER, ARTICLES, MATTERS, PAIRS = "embedder_v1_3", "articles_v1_0", "matters_v1_0", "pairs_v1_1"
SEERS = f"{EMBEDDER} {ARTICLES}"
"""What is seen in a statement whatever else there is; a ledger keeps it under this name."""

Floats = NDArray[np.float64]


class Models:
    """The models, each loaded when it is first needed."""

    @cached_property
    def _embedder(self) -> Graph:
        return Graph.load(EMBEDDER)

    @cached_property
    def _articles(self) -> Graph:
        return Graph.load(ARTICLES)

    @cached_property
    def _matters(self) -> Graph:
        return Graph.load(MATTERS)

    @cached_property
    def _pairs(self) -> Graph:
        return Graph.load(PAIRS)

    @property
    def rules(self) -> Rules:
        """The figures that were fitted for what the models see."""
        return Rules(**self._matters.config["rules"])

    def see(self, entries: Sequence[Entry]) -> Seen:
        """What is seen in statements."""
        if not entries:
            return Seen(Look.at_nothing(), Look.at_nothing())
        return Seen(Look(*self._see(contexts(list(entries)))), self._within(entries))

    def among(self, entries: Sequence[Entry], seen: Seen) -> Among:
        """What is made of statements of one matter together."""
        count = len(entries)
        near, sides, times = np.zeros((count, count)), np.zeros((count, len(SIDES))), np.zeros((count, count))
        if entries:
            pairs, own = given(entries, seen)
            for some in at_once(count):
                part = np.ix_(some, some)
                found, scores = self._matters.session.run(None, {"pairs": pairs[part], "traits": own[some]})
                near[part] += found
                sides[some] += scores
                times[part] += 1
        shares = np.exp(sides / np.maximum(np.diag(times), 1)[:, None])
        return Among(1 / (1 + np.exp(-near / np.maximum(times, 1))), shares / shares.sum(1, keepdims=True))

    def points(self, said: Sequence[Context]) -> Floats:
        """Where the embedder sees N statements, each in its context: unit vectors (N, 384)."""
        return self._see(said)[0]

    def _see(self, said: Sequence[Context]) -> list[Floats]:
        limits = self._embedder.config["limits"]
        return self._embedder.run([{"ids": encode(one, self._embedder.tokenizer, limits)} for one in said])

    def _within(self, entries: Sequence[Entry]) -> Look:
        vectors, positions = np.zeros((len(entries), SIZE)), np.zeros((len(entries), POSITIONS))
        for article, own in _by_article(entries):
            for window in windows(article, [entries[i].statement for i in own], self._articles.tokenizer):
                rows = [own[k] for k in window.numbers]
                vectors[rows], positions[rows] = self._articles.session.run(None, _fed(window))
        return Look(vectors, positions)

    def label(self, claim: str, said: Sequence[Context]) -> Floats:
        """Probabilities (N, 4) of affirms, denies, undecided and other, for one claim in words."""
        rows = []
        for context in said:
            ids, segments = encode_pair(claim, context, self._pairs.tokenizer)
            rows.append({"ids": ids, "segments": segments})
        return self._pairs.run(rows)[0]


def _by_article(entries: Sequence[Entry]) -> Iterator[tuple[Article, list[int]]]:
    places: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        places.setdefault(entry.article.id, []).append(i)
    for own in places.values():
        yield entries[own[0]].article, own


def _fed(window: Window) -> dict[str, NDArray[np.int64]]:
    every = range(len(window.ids))

    def table(places: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        return np.array([[int(i in own) for i in every] for own in map(set, places)], dtype=np.int64)

    return {
        "ids": np.array([window.ids]),
        "inside": np.array([window.inside]),
        "contents": table(window.contents),
        "sentences": table(window.sentences),
    }
