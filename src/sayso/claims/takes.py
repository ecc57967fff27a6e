"""Whether a statement takes a position on anything contested.

Most do not. What is contested is said again elsewhere, by others, and denied; colour and comment are said once.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.claims.traits import traits
from sayso.records import Act, Entry

Floats = NDArray[np.float64]

_AGAINST = (Act.DENIES, Act.DECLINES)
_ACTS = (Act.SAYS, Act.DENIES, Act.CONFIRMS, Act.DECLINES, Act.RETRACTS)


def takes(
    entries: Sequence[Entry], alone: Floats, within: Floats, likely: Floats, weights: Mapping[str, float]
) -> Floats:
    """How likely each of N statements takes a position (N), from how alike each two are (N, N) and more."""
    total = np.full(len(entries), weights["bias"])
    for name, values in signs(entries, alone, within, likely).items():
        total += weights.get(name, 0.0) * values
    likely_taken: Floats = 1 / (1 + np.exp(-total))
    return likely_taken


def signs(entries: Sequence[Entry], alone: Floats, within: Floats, likely: Floats) -> dict[str, Floats]:
    """Each sign by name, for N statements (N).

    `alone` and `within` (N, 4) are the positions that models see in their sentences and within their articles.
    """
    near = likely.copy()
    np.fill_diagonal(near, 0.0)
    url = np.array([entry.article.url for entry in entries], dtype=object)
    speaker = np.array([entry.speaker.id for entry in entries], dtype=object)
    elsewhere = np.where(url[:, None] != url[None], near, 0.0)
    others = np.where(speaker[:, None] != speaker[None], near, 0.0)
    against = others * np.array([entry.statement.act in _AGAINST for entry in entries], dtype=float)
    own = traits(entries, alone, within)
    return {
        "elsewhere few": _most(elsewhere, 3),
        "elsewhere many": _most(elsewhere, 8),
        "near few": _most(near, 3),
        "near many": _most(near, 10),
        "against few": _most(against, 3),
        "against many": _most(against, 8),
        "none": alone[:, 3],
        "denies": alone[:, 1],
        "none within": within[:, 3],
        "denies within": within[:, 1],
        "length": own["words"],
        "place": own["place"],
        "direct": own["direct"],
    } | {f"act {act}": own[f"act {act}"] for act in _ACTS}


def _most(near: Floats, count: int) -> Floats:
    """The mean of the `count` largest of each row; what is lacking counts as zero."""
    rows: Floats = -np.sort(-near, axis=1)[:, :count]
    mean: Floats = rows.sum(1) / count
    return mean
