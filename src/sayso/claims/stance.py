"""Which side a statement takes: from its speaker's act, its words and what the embedder makes of it."""

import math
import re
from collections.abc import Mapping

from sayso.records import Act, Entry, Kind, Stance

SIDES = (Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED)

_LEAST = 1e-3
_NEGATIVE = re.compile(
    r"\b(no|not|never|none|nothing|nobody|neither|nor|without|cannot|false|untrue|wrong)\b|n[’']t\b", re.IGNORECASE
)
_OPEN = re.compile(r"\b(if|whether|could|might|may|would|know|knew|told|seen|wait|comment|questions?)\b", re.IGNORECASE)


def sides(
    entry: Entry, alone: Mapping[Stance, float], weights: Mapping[str, Mapping[str, float]]
) -> dict[Stance, float]:
    """How likely `entry` takes each side; `alone` is what the embedder makes of it, `weights` are by side and sign."""
    found = signs(entry, alone)
    scores = {side: sum(weights[side].get(name, 0.0) * value for name, value in found.items()) for side in SIDES}
    most = max(scores.values())
    shares = {side: math.exp(score - most) for side, score in scores.items()}
    return {side: share / sum(shares.values()) for side, share in shares.items()}


def signs(entry: Entry, alone: Mapping[Stance, float]) -> dict[str, float]:
    """What speaks for one side or another, each sign by name."""
    said = " ".join(piece.text for piece in entry.statement.content)
    total = sum(alone[side] + _LEAST for side in SIDES)
    return {
        "bias": 1.0,
        **{f"alone {side}": math.log((alone[side] + _LEAST) / total) for side in SIDES},
        **{f"act {act}": float(entry.statement.act is act) for act in Act},
        "negative": float(bool(_NEGATIVE.search(said))),
        "open": float(bool(_OPEN.search(said))),
        "outlet": float(entry.speaker.kind is Kind.OUTLET),
        "carried": float(bool(entry.via)),
    }
