"""Whom a pronoun goes back to."""

from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.analyse.speakers.names import Entity
from sayso.analyse.speakers.scene import Choice, Floats, Scene, kind_of
from sayso.analyse.speakers.words import (
    MALE_PRONOUNS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVE_PRONOUNS,
    THING_PRONOUNS,
)
from sayso.records import Kind
from sayso.text.gender import Gender

_PEOPLE = frozenset({Kind.PERSON, Kind.UNNAMED})
_LIKELY = 0.25
_BONUS = 0.15
"""What the speaker before has over others: a pronoun that opens a sentence mostly goes on with him."""


def pronoun(scene: Scene, span: Range, word: str, kind: Kind, weights: Floats, before: Sequence[Choice]) -> Choice:
    """The choice for a pronoun: the likeliest name it agrees with, else the speaker before, else unknown.

    `weights` are the probabilities of no entity and of each, `before` the choices made so far.
    """
    allowed = [n for n, entity in enumerate(scene.entities) if agrees(word, entity)]
    last = before[-1].entity if before else None
    weight = {n: float(weights[1 + n]) + (_BONUS if n == last else 0.0) for n in allowed}
    best = max(weight, key=weight.__getitem__, default=None)
    if best is not None and weight[best] >= weights[0]:
        return Choice(best, None, kind_of(scene.entities[best], kind), f"“{word}” goes back to this name")
    earlier = next((choice for choice in reversed(before) if _agrees_with_choice(scene, word, choice)), None)
    if earlier:
        return Choice(earlier.entity, earlier.description, earlier.kind, f"“{word}” goes back to the speaker before")
    if best is not None and weight[best] > _LIKELY:
        return Choice(best, None, kind_of(scene.entities[best], kind), f"“{word}” goes back to this name")
    return Choice(None, None, Kind.UNKNOWN, f"“{word}” could be several or none")


def agrees(word: str, entity: Entity) -> bool:
    """Whether a pronoun may stand for an entity: people for *he* and *she*, by their gender, and bodies for *it*."""
    if word in PERSON_PRONOUNS:
        return entity.kind == "person" and entity.gender in (
            None,
            Gender.MALE if word in MALE_PRONOUNS else Gender.FEMALE,
        )
    if word in THING_PRONOUNS or word in PLURAL_PRONOUNS:
        return entity.kind != "person"
    return True


def _agrees_with_choice(scene: Scene, word: str, choice: Choice) -> bool:
    if choice.kind is Kind.UNKNOWN:
        return False
    if choice.entity is not None:
        return agrees(word, scene.entities[choice.entity])
    if word in PERSON_PRONOUNS:
        return choice.kind in _PEOPLE
    if word in THING_PRONOUNS:
        return choice.kind not in _PEOPLE
    return word in RELATIVE_PRONOUNS or choice.kind is not Kind.PERSON
