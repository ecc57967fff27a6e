"""What a statement is by itself: what the models make of it, its act, its words and its speaker."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.claims.around import Around
from sayso.claims.stance import NEGATIVE, OPEN
from sayso.records import Act, Entry, Form, Kind

Floats = NDArray[np.float64]

_LEAST = 1e-3


def traits(entries: Sequence[Entry], alone: Floats, within: Floats) -> dict[str, Floats]:
    """Each trait by name, of N statements (N); `alone` and `within` (N, 4) are the positions that are seen."""
    said = [" ".join(piece.text for piece in entry.statement.content) for entry in entries]
    length = [max(len(entry.article.text), 1) for entry in entries]
    every = [entry.statement for entry in entries]
    return {
        **{f"within {k}": values for k, values in enumerate(np.log(within + _LEAST).T)},
        **{f"alone {k}": values for k, values in enumerate(np.log(alone + _LEAST).T)},
        **{f"act {act}": _where(one.act is act for one in every) for act in Act},
        "words": np.log1p(np.array([len(text.split()) for text in said], dtype=float)),
        "place": np.array([one.content[0].start / n for one, n in zip(every, length, strict=True)]),
        "negative": _where(NEGATIVE.search(text) for text in said),
        "open": _where(OPEN.search(text) for text in said),
        "first": Around(entries).first,
        "direct": _where(one.form is Form.DIRECT for one in every),
        "carried": _where(entry.via for entry in entries),
        "hedged": _where(one.hedged for one in every),
        **{f"kind {kind}": _where(entry.speaker.kind is kind for entry in entries) for kind in Kind},
    }


def _where(found: Iterable[object]) -> Floats:
    return np.array([bool(one) for one in found], dtype=float)
