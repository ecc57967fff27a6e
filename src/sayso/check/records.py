"""The records of a check, all frozen. Spans are half-open code point offsets into the text of the draft."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.records import Claim, Entry, Span, Stance, Statement, Status

if TYPE_CHECKING:
    from sayso.check.draft import Draft


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the ledger behind a finding: a statement or a claim, and the sentence of the article it stands in."""

    sentence: str
    speaker: str
    outlet: str | None
    url: str
    published: str | None
    statement: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: where, what is wrong, what would mend it, and the entries of the ledger that show it."""

    start: int
    end: int
    message: str
    mend: str
    entries: tuple[Entry, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says about `text`, the words of the draft at [start, end).

    `standard` names what the rule rests on, `mend` says what would mend it. The places of `sentence` are around it.
    """

    rule: str
    name: str
    severity: Severity
    start: int
    end: int
    text: str
    sentence: Span
    message: str
    mend: str
    standard: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A claim of the ledger with statements that hold its positions, the first of each side.

    `points` (N, 384) is what the embedder saw in those of them that it has seen.
    """

    claim: Claim
    entries: tuple[Entry, ...]
    points: NDArray[np.float64] | None = field(default=None, compare=False, repr=False)

    @property
    def status(self) -> Status:
        """Where the claim stands at present."""
        return self.claim.now.status

    @property
    def wordings(self) -> tuple[str, ...]:
        """The claim in words: its own, and those of the statements that affirm it."""
        said = (" ".join(piece.text for piece in entry.statement.content) for entry in self.on(Stance.AFFIRMS))
        return (self.claim.gloss, *said)

    def on(self, stance: Stance) -> tuple[Entry, ...]:
        """The statements on one side."""
        side = {position.statement for position in self.claim.positions if position.stance is stance}
        return tuple(entry for entry in self.entries if entry.statement.id in side)


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that the words of the draft at [start, end) take a side on: as `statement`'s, or as the draft's own.

    Of the headline, where it stands outside of the text, `start` and `end` are 0. `score` is how alike the words are,
    and how sure the model is, whichever is less.
    """

    start: int
    end: int
    recorded: Recorded
    stance: Stance
    statement: Statement | None
    headline: bool
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds that bears on a draft: statements that share words with it, and claims it takes up."""

    entries: tuple[Entry, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `find` is pure, and `about` is its documentation.

    `needs_ledger` tells whether it finds nothing without a ledger, `needs_claims` whether it must be known, too,
    which of its claims the draft takes up.
    """

    id: str
    name: str
    severity: Severity
    standard: str
    find: Callable[["Draft", Known], Iterable[Hit]] = field(repr=False)
    about: str = field(repr=False)
    needs_ledger: bool = False
    needs_claims: bool = False
