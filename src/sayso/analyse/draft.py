"""A statement in the making: where its parts stand, before it is known who speaks."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

UNSEEN = 0.9
"""About what the tagger gives to a statement that it sees, for one that a rule reads where it saw none."""


class Range(NamedTuple):
    """A half-open character span."""

    start: int
    end: int

    def overlap(self, other: "Range") -> int:
        """Characters that both hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def gap(self, other: "Range") -> int:
        """Characters between the two; 0 when they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def within(self, other: "Range") -> bool:
        """Whether `other` holds all of this."""
        return other.start <= self.start and self.end <= other.end

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Draft:
    """Where the parts of one statement stand, with the mentions of those who carried it.

    `follows` is true where it goes on with the words of the speaker before. `cited` is whom the source cites for it,
    `subject` who speaks where no source is marked. A carrier that is `supposed` counts only if it is an outlet.

    `cue_score` and `content_score` are the tagger's mean probabilities; rules leave them as they are.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    cue_score: float
    content_score: float
    follows: bool = False
    carriers: tuple[Range, ...] = ()
    supposed: Range | None = None
    cited: Range | None = None
    subject: Range | None = None

    @classmethod
    def unseen(cls, source: Range | None, cue: Range | None, content: Range) -> "Draft":
        """A statement that the tagger did not see."""
        return cls(source, cue, (content,), UNSEEN, UNSEEN)

    @classmethod
    def told(cls, match: re.Match[str]) -> "Draft":
        """A statement that the tagger did not see, of the groups `who`, `cue` and `content`."""
        return cls.unseen(*(Range(*match.span(group)) for group in ("who", "cue", "content")))

    def with_content(self, content: tuple[Range, ...]) -> "Draft":
        """The same statement with other content, in the order of the text."""
        return replace(self, content=tuple(sorted(content)))

    @property
    def start(self) -> int:
        """Where the first of its parts begins."""
        return min(part.start for part in (self.source, self.cue, *self.content) if part)
