"""The choice: which entity, or which new speaker, a mention stands for."""

import re
from collections.abc import Sequence

import numpy as np

from sayso.analyse.draft import Range
from sayso.analyse.readout import Mention
from sayso.analyse.speakers.pronouns import pronoun
from sayso.analyse.speakers.scene import Choice, Floats, Scene, kind_of
from sayso.analyse.speakers.words import (
    PRONOUNS,
    RELATIVE_PRONOUNS,
    bare,
    described,
    has_preposition,
    head,
    is_indefinite,
    is_like_outlet,
    is_own_outlet,
    is_press_noun,
    is_spokesperson,
    spoken_for,
)
from sayso.records import Kind

_SURE = 0.5
_COORDINATED = re.compile(r"\w and [A-Z]")
_LIKELY = 0.2


def choose(scene: Scene, mention: Mention, kinds: Floats, links: Floats, before: Sequence[Choice]) -> Choice:
    """The choice for one mention: its kinds (7,), its links (1 + N,), and the choices already made, in text order."""
    words = " ".join(scene.text[mention.span.start : mention.span.end].split())
    kind = scene.kinds[int(kinds.argmax())]
    if scene.outlet and is_own_outlet(words):
        return Choice(None, scene.outlet, Kind.OUTLET, "the article's own outlet speaks")
    weights = _weights(scene, links)
    first = words.casefold().partition(" ")[0].strip(",")
    if words.casefold() in PRONOUNS or first in RELATIVE_PRONOUNS:
        return pronoun(scene, mention.span, first, kind, weights, before)
    if is_spokesperson(words):
        return _spokesperson(scene, mention.span, words, kind, weights)
    named = _named(scene, mention.span, weights)
    if named is not None:
        return Choice(named, None, kind_of(scene.entities[named], kind), "named in the source")
    return _described(scene, mention.span, words, kind, weights, before)


def _weights(scene: Scene, links: Floats) -> Floats:
    """The probability of no entity, then of each."""
    totals = [float(links[0])] + [float(sum(links[1 + i] for i in entity.names)) for entity in scene.entities]
    return np.array(totals, dtype=np.float32)


def _named(scene: Scene, span: Range, weights: Floats) -> int | None:
    """The entity that the source names: one that nothing in the source owns, places or hangs on something else."""
    heads = [
        n
        for n, entity in enumerate(scene.entities)
        if any(_is_head(scene, scene.names[i].span, span) for i in entity.names)
    ]
    people = [n for n in heads if scene.entities[n].kind == "person"]
    if len(people) > 1 and _COORDINATED.search(scene.text[span.start : span.end]):
        return None
    if people:
        return max(people, key=lambda n: weights[1 + n])
    return next((n for n in heads if _ends_head(scene, n, span)), None)


def _is_head(scene: Scene, name: Range, span: Range) -> bool:
    if not name.within(span) or scene.text[name.end : span.end].startswith(("'s ", "’s ", "' ", "’ ")):
        return False
    before = scene.text[span.start : name.start]
    return not has_preposition(before[before.rfind(",") + 1 :])


def _ends_head(scene: Scene, number: int, span: Range) -> bool:
    """Whether the first part of the source ends in the entity's name: *the firm Orrin*, not *the Orrin deal*."""
    said = bare(head(scene.text[span.start : span.end]))
    entity = scene.entities[number]
    return any(said == bare(name) or said.endswith(f" {bare(name)}") for name in (entity.name, *entity.aliases))


def _spokesperson(scene: Scene, span: Range, words: str, kind: Kind, weights: Floats) -> Choice:
    """A spokesperson with a name speaks as himself; one without speaks for a body, named beside him or understood."""
    person = _named(scene, span, weights)
    if person is not None and scene.entities[person].kind == "person":
        return Choice(person, None, Kind.PERSON, "named in the source")
    inside = [n for n, e in enumerate(scene.entities) if any(scene.names[i].span.within(span) for i in e.names)]
    whom = spoken_for(words)
    exact = [
        n
        for n in inside
        if whom is None or (bare(whom).endswith(bare(scene.entities[n].name)) and not has_preposition(whom))
    ]
    if exact:
        best = max(exact, key=lambda n: weights[1 + n])
        return Choice(best, None, kind_of(scene.entities[best], kind), "a spokesperson speaks for this body")
    if whom:
        return Choice(None, whom, Kind.ORGANIZATION, "a spokesperson speaks for this body")
    bodies = [n for n, e in enumerate(scene.entities) if e.kind != "person"]
    best = max(bodies, key=lambda n: weights[1 + n], default=-1)
    if best >= 0 and weights[1 + best] >= _LIKELY:
        return Choice(best, None, kind_of(scene.entities[best], kind), "a spokesperson of the body spoken of")
    return Choice(None, head(words), Kind.ORGANIZATION, "a spokesperson of a body that is not named")


def _described(scene: Scene, span: Range, words: str, kind: Kind, weights: Floats, before: Sequence[Choice]) -> Choice:
    if is_press_noun(words):
        outlet = _last_outlet(scene, span)
        if outlet is not None:
            return Choice(outlet, None, Kind.OUTLET, "the outlet last named")
    best = int(weights[1:].argmax()) if len(weights) > 1 else -1
    new = is_indefinite(words) and kind in (Kind.UNNAMED, Kind.GROUP)
    if best >= 0 and weights[1 + best] >= _SURE and not new and kind is not Kind.DOCUMENT:
        return Choice(best, None, kind_of(scene.entities[best], kind), "the text ties these words to the name")
    if is_indefinite(words) and kind is Kind.PERSON:
        kind = Kind.UNNAMED
    description = described(words) if kind is Kind.UNNAMED else head(words)
    same = next((c for c in reversed(before) if c.description and _same_words(c.description, description)), None)
    if same and not is_indefinite(words):
        return Choice(None, same.description, same.kind, "the same words were used before")
    return Choice(None, description or words, kind, "known by description alone")


def _last_outlet(scene: Scene, span: Range) -> int | None:
    spoken = [
        (scene.names[i].span.start, n)
        for n, entity in enumerate(scene.entities)
        for i in entity.names
        if is_like_outlet(entity.name) and scene.names[i].span.end <= span.start
    ]
    return max(spoken)[1] if spoken else None


def _same_words(a: str, b: str) -> bool:
    one, other = bare(a).split(), bare(b).split()
    return one == other or bool(one and other and one[-1] == other[-1] and set(other) <= set(one))
