"""What a choice of speaker is made from, and what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.analyse.speakers.names import Entity
from sayso.analyse.speakers.words import is_like_outlet
from sayso.analyse.tagger import Name
from sayso.records import Kind

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Choice:
    """Who a mention stands for: an entity by number, or somebody known by description; and the rule that chose."""

    entity: int | None
    description: str | None
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the choice is made from: the text, its names and entities, and the kinds in the model's order."""

    text: str
    names: Sequence[Name]
    entities: Sequence[Entity]
    kinds: Sequence[Kind]
    outlet: str | None


def kind_of(entity: Entity, guess: Kind) -> Kind:
    """What a named entity is: what its name says, where that is plain, else the model's guess."""
    if entity.kind == "person":
        return Kind.PERSON
    if is_like_outlet(entity.name):
        return Kind.OUTLET
    if guess in (Kind.PERSON, Kind.UNNAMED, Kind.GROUP, Kind.DOCUMENT):
        return Kind.STATE if entity.kind == "place" else Kind.ORGANIZATION
    return guess
