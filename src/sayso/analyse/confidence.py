"""How likely it is that a careful reader marks the statement too."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from sayso.analyse.draft import Draft
from sayso.analyse.form import form
from sayso.records import Form
from sayso.text.quotes import Quotation


def features(draft: Draft, quotations: Sequence[Quotation]) -> tuple[float, ...]:
    """Log odds of cue and content, whether there is a source, whether words are quoted."""
    return (
        _log_odds(draft.cue_score),
        _log_odds(draft.content_score),
        float(draft.source is not None),
        float(form(draft.content, quotations) is not Form.INDIRECT),
    )


class Confidence(NamedTuple):
    """A logistic regression over `features`, fitted by `training.calibrate` on articles held out from training.

    Statements under `floor` are left out.
    """

    weights: tuple[float, ...]
    bias: float
    floor: float

    def of(self, draft: Draft, quotations: Sequence[Quotation]) -> float:
        """The probability, rounded to three places."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, features(draft, quotations), strict=True))
        return round(1 / (1 + math.exp(-total)), 3)

    def keeps(self, draft: Draft, quotations: Sequence[Quotation]) -> bool:
        """Whether the statement is likely enough to be shown."""
        return self.of(draft, quotations) >= self.floor


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 0.01), 0.995)
    return math.log(bounded / (1 - bounded))
