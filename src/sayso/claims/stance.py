"""Which side a statement takes: from its speaker's act, its words and what the embedder makes of it."""

import math
import re
from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.records import Act, Entry, Kind, Stance

SIDES = (Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED)

_LEAST = 1e-3
_LEANS, _LEANS_LITTLE = 0.7, 0.3
_TURNS = (Act.RETRACTS, Act.DECLINES)
_NOBODY = (Kind.UNNAMED, Kind.UNKNOWN, Kind.OUTLET)
NEGATIVE = re.compile(
    r"\b(no|not|never|none|nothing|nobody|neither|nor|without|cannot|false|untrue|wrong)\b|n[’']t\b", re.IGNORECASE
)
OPEN = re.compile(r"\b(if|whether|could|might|may|would|know|knew|told|seen|wait|comment|questions?)\b", re.IGNORECASE)


def by_side(positions: NDArray[np.float64]) -> list[dict[Stance, float]]:
    """What a model makes of N statements (N, 4), of each by side."""
    return [dict(zip(SIDES, row, strict=True)) for row in positions[:, : len(SIDES)].tolist()]


def sides(
    entry: Entry,
    alone: Mapping[Stance, float],
    within: Mapping[Stance, float],
    among: Mapping[Stance, float],
    weights: Mapping[str, Mapping[str, float]],
) -> dict[Stance, float]:
    """How likely `entry` takes each side, by `weights` of each side's signs.

    `alone`, `within` and `among` are what models make of it in its sentence, its article and its matter.
    """
    found = signs(entry, alone, within, among)
    scores = {side: sum(weights[side].get(name, 0.0) * value for name, value in found.items()) for side in SIDES}
    most = max(scores.values())
    shares = {side: math.exp(score - most) for side, score in scores.items()}
    return {side: share / sum(shares.values()) for side, share in shares.items()}


def beside(entries: Sequence[Entry], likely: Mapping[str, Mapping[Stance, float]]) -> dict[str, dict[Stance, float]]:
    """How likely each statement of a claim takes each side, by its id, once its speaker's others are heard as well.

    What a named speaker merely says where they also deny, in one article and of one claim, leans to their denial, and
    what they say in one article a little to what they say in others.
    """
    found = {id: dict(shares) for id, shares in likely.items()}
    denials = _by(
        entries, lambda entry: (entry.article.id, entry.speaker.id) if entry.statement.act is Act.DENIES else None
    )
    for entry in entries:
        theirs = denials.get((entry.article.id, entry.speaker.id))
        if theirs and entry.statement.act is Act.SAYS:
            _lean(found[entry.statement.id], _LEANS, [likely[one.statement.id] for one in theirs])
    heard = {id: dict(shares) for id, shares in found.items()}
    for own in _by(entries, lambda entry: entry.speaker.id if entry.statement.act not in _TURNS else None).values():
        for entry in own if len({one.article.id for one in own}) > 1 else ():
            others = [heard[one.statement.id] for one in own if one is not entry]
            _lean(found[entry.statement.id], _LEANS_LITTLE, others)
    return found


def _by(entries: Sequence[Entry], key: Callable[[Entry], Hashable]) -> dict[Hashable, list[Entry]]:
    """Statements of named speakers by a key, those left out for which it is None."""
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        if entry.speaker.kind not in _NOBODY and (name := key(entry)) is not None:
            found.setdefault(name, []).append(entry)
    return found


def _lean(own: dict[Stance, float], share: float, others: Sequence[Mapping[Stance, float]]) -> None:
    """Move what affirms and what denies towards the mean of `others`, by a share of their log odds."""
    either = own[Stance.AFFIRMS] + own[Stance.DENIES]
    odds = _odds(own) + share * sum(map(_odds, others)) / len(others)
    own[Stance.AFFIRMS] = either / (1 + math.exp(-odds))
    own[Stance.DENIES] = either - own[Stance.AFFIRMS]


def _odds(shares: Mapping[Stance, float]) -> float:
    """The log odds that it affirms, beside that it denies."""
    return math.log((shares[Stance.AFFIRMS] + _LEAST) / (shares[Stance.DENIES] + _LEAST))


def signs(
    entry: Entry, alone: Mapping[Stance, float], within: Mapping[Stance, float], among: Mapping[Stance, float]
) -> dict[str, float]:
    """What speaks for one side or another, each sign by name."""
    said = " ".join(piece.text for piece in entry.statement.content)
    return {
        "bias": 1.0,
        **{f"alone {side}": share for side, share in _logs(alone).items()},
        **{f"within {side}": share for side, share in _logs(within).items()},
        **{f"among {side}": share for side, share in _logs(among).items()},
        **{f"act {act}": float(entry.statement.act is act) for act in Act},
        "negative": float(bool(NEGATIVE.search(said))),
        "open": float(bool(OPEN.search(said))),
        "outlet": float(entry.speaker.kind is Kind.OUTLET),
        "carried": float(bool(entry.via)),
    }


def _logs(seen: Mapping[Stance, float]) -> dict[Stance, float]:
    total = sum(seen[side] + _LEAST for side in SIDES)
    return {side: math.log((seen[side] + _LEAST) / total) for side in SIDES}
