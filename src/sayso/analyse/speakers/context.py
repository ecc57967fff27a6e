"""What a choice of speaker is made from, and what it is."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.analyse.draft import Range
from sayso.analyse.readout import Mention
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.names import Entity
from sayso.analyse.speakers.outlets import is_like_outlet
from sayso.analyse.tagger import Name
from sayso.records import Kind

Floats = NDArray[np.float32]
Referent = int | str
"""An entity by its number, or a speaker who has no name by the words used of it."""


UNSTATED = "(unstated)"
SURE = 0.5
"""How likely a referent must be for words to stand for it."""


class Choice(NamedTuple):
    """Who a mention stands for: an entity by number, or somebody known by description; and the rule that chose.

    `candidates` are the names between which the choice was left open; `voice` is who speaks for a body, in words.
    """

    entity: int | None
    description: str | None
    kind: Kind
    reason: str
    candidates: tuple[str, ...] = ()
    voice: str | None = None

    @property
    def referent(self) -> Referent | None:
        """Who it is, as a key; `None` when unknown."""
        return self.entity if self.entity is not None else self.description


@dataclass(frozen=True)
class Context:
    """An article as the choice sees it, of `day`. `kinds` are in the model's order."""

    text: str
    names: Sequence[Name]
    entities: Sequence[Entity]
    mentions: Sequence[Mention]
    kinds: Sequence[Kind]
    sentences: Sentences
    outlet: str | None
    day: dt.date | None = None

    @cached_property
    def named(self) -> list[tuple[int, Range]]:
        """Each entity by number, with where it is named, in order of entities."""
        return [(n, self.names[i].span) for n, entity in enumerate(self.entities) for i in entity.names]

    @cached_property
    def entity_of(self) -> list[int | None]:
        """The entity of each name (N,), `None` where a name stands for none."""
        found = {i: n for n, entity in enumerate(self.entities) for i in entity.names}
        return [found.get(i) for i in range(len(self.names))]


class Weights(NamedTuple):
    """How likely a mention goes back to nobody before it, and to each referent."""

    nobody: float
    of: Mapping[Referent, float]


def weigh(context: Context, number: int, scores: Floats, before: Sequence[Choice]) -> Weights:
    """The weights for mention `number`: its scores (1 + N + M) for nobody, for the names and for all mentions.

    What comes later than the mention is no candidate among mentions, nor what nobody, or somebody unstated, was chosen
    for: whom a rumour is about stands there by name.
    """
    own = context.mentions[number].span
    keys: list[Referent | None] = [None, *context.entity_of]
    keys += [None] * (len(scores) - len(keys))
    for m, (mention, choice) in enumerate(zip(context.mentions, before, strict=False), 1 + len(context.names)):
        if mention.answers and mention.span.start < own.start and choice.description != UNSTATED:
            keys[m] = choice.referent
    open_to = np.array([i for i, key in enumerate(keys) if i == 0 or key is not None])
    shares = np.exp(scores[open_to] - scores[open_to].max())
    totals: dict[Referent | None, float] = {}
    for i, share in zip(open_to.tolist(), (shares / shares.sum()).tolist(), strict=True):
        totals[keys[i]] = totals.get(keys[i], 0.0) + share
    return Weights(totals.pop(None), {key: total for key, total in totals.items() if key is not None})


def known_of(choices: Sequence[Choice]) -> dict[Referent, Choice]:
    """The last choice of each referent that a later mention may go back to."""
    found: dict[Referent, Choice] = {}
    for choice in choices:
        if choice.referent is not None and choice.description != UNSTATED:
            found[choice.referent] = choice
    return found


def kind_of(entity: Entity, guess: Kind) -> Kind:
    """What a named entity is: what its name says, where that is plain, else the model's guess."""
    if entity.kind == "person":
        return Kind.PERSON
    if is_like_outlet(entity.name):
        return Kind.OUTLET
    if guess in (Kind.PERSON, Kind.UNNAMED, Kind.GROUP, Kind.DOCUMENT):
        return Kind.STATE if entity.kind == "place" else Kind.ORGANIZATION
    return guess
