"""The tagger: cues, what belongs to each, and the names in a text, as the model sees them."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.analyse.decode import Run, Scheme, best_labels, runs
from sayso.analyse.draft import Range
from sayso.analyse.model import Model
from sayso.analyse.windows import Tokens, tokenize, windows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Seen = tuple[Floats, Floats, Floats]

_LURE = 3.0
"""Added to the scores of a source to find the likeliest one where none is marked."""
_CONTENT_LURE, _SURE = 2.0, 0.8
"""Added to the scores of content to find the likeliest where a source has none, and how likely the cue must be."""
_CUE_LURE, _CLEAR = 1.0, 0.9
"""Added to the scores of cues to find more, and how likely the content of such a one must be, beside a source."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as tagged: spans of each role, and the probabilities of cue and content.

    `cue_score` and `content_score` are the means of the model's probabilities for the labels it chose. `subject` is the
    likeliest source where the model, taught that a second verb shares the first one's source, marks none.
    """

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    carrier: tuple[Range, ...]
    subject: tuple[Range, ...]
    cue_score: float
    content_score: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tagged; `kind` is person, organization, place or other."""

    span: Range
    kind: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """All that the model sees in a text of T pieces: `state` (T, D) is its view of each, for `Readout`."""

    attributions: tuple[Tagged, ...]
    names: tuple[Name, ...]
    state: Floats


class Tagger:
    """Tags texts with one loaded model, `threads` windows side by side."""

    def __init__(self, model: Model, threads: int = 1) -> None:
        config = model.config
        self._model = model
        self._cues = Scheme(tuple(config["cue_labels"]))
        self._roles = Scheme(tuple(config["role_labels"]))
        self._names = Scheme(tuple(config["name_labels"]))
        self._source_lure = _lure(config["role_labels"], "-source", _LURE)
        self._content_lure = _lure(config["role_labels"], "-content", _CONTENT_LURE)
        self._cue_lure = _lure(config["cue_labels"], "-cue", _CUE_LURE)
        self._markers = (config["first_marker"], config["last_marker"])
        self.size: int = config["size"]
        # Of no use without threads to share: each window would only wait for its turn.
        self._each = ThreadPoolExecutor(threads).map if threads > 1 else map

    def tokenize(self, text: str) -> Tokens:
        """The word pieces of `text`."""
        return tokenize(text, self._model.tokenizer)

    def look(self, tokens: Tokens) -> Iterator[Seen]:
        """What the encoder sees in each window of a text. With threads it begins at once, and goes on meanwhile."""
        return iter(self._each(lambda span: self.encode(tokens, *span), windows(tokens, self.size)))

    def tag(self, tokens: Tokens, seen: Iterable[Seen]) -> Tagging:
        """The attributions and names of a text, window by window, in the order of cues and names."""
        attributions: list[Tagged] = []
        names: list[Name] = []
        states: list[Floats] = []
        for (begin, end), (cue, name, state) in zip(windows(tokens, self.size), seen, strict=True):
            offsets = tokens.offsets[begin:end]
            attributions += self._attributions(offsets, cue, state)
            names += self._named(offsets, name)
            states.append(state)
        state = np.concatenate(states) if states else np.zeros((0, 1), dtype=np.float32)
        return Tagging(tuple(attributions), tuple(names), state)

    def encode(self, tokens: Tokens, begin: int, end: int) -> Seen:
        """One pass over a window of T pieces: scores as cue (T, 5) and in a name (T, 17), state (T, D)."""
        inputs = {key: np.zeros((1, end - begin + 2), dtype=np.int64) for key in ("ids", "shapes", "places", "breaks")}
        for key, row in inputs.items():
            row[0, 1:-1] = getattr(tokens, key)[begin:end]
        inputs["ids"][0, [0, -1]] = self._markers
        cue, name, state = self._model.encoder.run(None, inputs)
        return cue[0, 1:-1], name[0, 1:-1], state[0, 1:-1]

    def _named(self, offsets: Ints, scores: Floats) -> Iterator[Name]:
        labels = best_labels(scores[None], self._names)[0]
        return (Name(_span(offsets, run), run.role) for run in runs(labels, self._names))

    def _attributions(self, offsets: Ints, cue: Floats, state: Floats) -> Iterator[Tagged]:
        marked = best_labels(cue[None], self._cues)[0] > 0
        labels = best_labels(cue[None] + self._cue_lure, self._cues)[0]
        found = list(runs(labels, self._cues))
        if not found:
            return
        chosen = _chosen(cue, labels)
        likely = [float(chosen[run.first : run.last + 1].mean()) for run in found]
        cues = np.array([(run.first, run.last) for run in found])
        scores = self._model.arguments.run(None, {"state": state, "cues": cues})[0]
        rows = self._best_roles(scores, likely)
        parts = [list(runs(row, self._roles)) for row in rows]
        subjects = self._subjects(offsets, scores, parts)
        for i, run in enumerate(found):
            tagged = self._tagged(offsets, run, likely[i], parts[i], subjects.get(i, ()), rows[i], scores[i])
            if marked[run.first : run.last + 1].any() or (tagged.source and tagged.content_score >= _CLEAR):
                yield tagged

    def _best_roles(self, scores: Floats, likely: Sequence[float]) -> Ints:
        """The best labels (N, T) around N cues that are so `likely`, of which a sure one with a source has content."""
        rows = best_labels(scores, self._roles)
        found = [{self._roles.role(label) for label in set(row.tolist())} for row in rows]
        empty = ["source" in roles and "content" not in roles for roles in found]
        bare = [i for i, cue in enumerate(likely) if empty[i] and cue >= _SURE]
        if bare:
            rows[bare] = best_labels(scores[bare] + self._content_lure, self._roles)
        return rows

    def _subjects(self, offsets: Ints, scores: Floats, parts: Sequence[Sequence[Run]]) -> dict[int, tuple[Range, ...]]:
        """The likeliest sources of those that have content and no source."""
        roles = [{part.role for part in row} for row in parts]
        bare = [i for i, row in enumerate(roles) if "content" in row and "source" not in row]
        if not bare:
            return {}
        lured = best_labels(scores[bare] + self._source_lure, self._roles)
        return {
            i: tuple(_span(offsets, part) for part in runs(row, self._roles) if part.role == "source")
            for i, row in zip(bare, lured, strict=True)
        }

    def _tagged(
        self,
        offsets: Ints,
        run: Run,
        cue_score: float,
        parts: Sequence[Run],
        subject: tuple[Range, ...],
        row: Ints,
        scores: Floats,
    ) -> Tagged:
        spans = {
            role: tuple(_span(offsets, p) for p in parts if p.role == role) for role in ("source", "content", "carrier")
        }
        content = [np.arange(part.first, part.last + 1) for part in parts if part.role == "content"]
        at = np.concatenate(content) if content else None
        return Tagged(
            cue=_span(offsets, run),
            source=spans["source"],
            content=spans["content"],
            carrier=spans["carrier"],
            subject=spans["source"] or subject,
            cue_score=cue_score,
            content_score=float(_chosen(scores[at], row[at]).mean()) if at is not None else 0.0,
        )


def _lure(labels: Sequence[str], end: str, much: float) -> Floats:
    """What is added to the scores of labels (L,): so `much` to those with that `end`."""
    return np.array([much if label.endswith(end) else 0 for label in labels], np.float32)


def _span(offsets: Ints, run: Run) -> Range:
    return Range(int(offsets[run.first, 0]), int(offsets[run.last, 1]))


def _chosen(scores: Floats, labels: Any) -> Floats:
    """The probability of the chosen label of each piece: scores (T, L), labels (T,)."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    picked: Floats = shifted[np.arange(len(labels)), labels] / shifted.sum(axis=1)
    return picked


def piece_spans(tokens: Tokens, spans: Sequence[Range]) -> Ints:
    """The first and last piece that each character span touches: (N, 2)."""
    bounds = np.array(spans, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(tokens.offsets[:, 1], bounds[:, 0], side="right")
    last = np.searchsorted(tokens.offsets[:, 0], bounds[:, 1], side="left") - 1
    return np.stack([first, np.maximum(first, last)], axis=1)
