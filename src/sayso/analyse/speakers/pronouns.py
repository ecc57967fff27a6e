"""Whom a pronoun goes back to."""

from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.analyse.pronouns import MALE, PERSON, RELATIVE, THING
from sayso.analyse.speakers.context import Choice, Context, Referent, Weights, kind_of, known_of
from sayso.analyse.speakers.topic import topics
from sayso.records import Kind
from sayso.text.gender import Gender, of_words

_BODIES = frozenset({Kind.ORGANIZATION, Kind.OUTLET, Kind.STATE, Kind.DOCUMENT})
# What the speaker before has over others, with whom a pronoun mostly goes on, and whom the text is about.
_GOES_ON, _TOPIC = 0.15, 0.2
# Under this, and with a rival at least so near, it is left open; and where hardly anything speaks for the likeliest, or
# no more than for the next: of such readings two in three are wrong on the stories of training.
_SURE, _RIVAL = 0.5, 0.7
_LEAST, _MARGIN = 0.1, 0.1


def pronoun(context: Context, span: Range, word: str, kind: Kind, weights: Weights, before: Sequence[Choice]) -> Choice:
    """The choice for a pronoun: the likeliest of those it agrees with; unknown where two are about as likely.

    `before` are the choices made so far.
    """
    known = known_of(before)
    last = next((choice.referent for choice in reversed(before) if choice.referent is not None), None)
    referents = [*range(len(context.entities)), *(r for r in known if isinstance(r, str))]
    fitting = [r for r in referents if agrees(context, word, r, known) or _is_likely_body(context, word, r, weights)]
    topic = next((r for r in topics(context, span, before) if r in fitting), None)
    if word in THING and topic is not None:
        return _as(context, topic, kind, known, f"“{word}” goes back to {_name(context, topic)}")
    weight = {
        r: weights.of.get(r, 0.0) + (_GOES_ON if r == last else 0.0) + (_TOPIC if r == topic else 0.0) for r in fitting
    }
    ranked = sorted(fitting, key=lambda r: weight[r], reverse=True)
    if not ranked:
        return Choice(None, None, Kind.UNKNOWN, f"“{word}” goes back to nobody that the text names")
    best = ranked[0]
    rival = weight[ranked[1]] if len(ranked) > 1 else 0.0
    if _is_open(weight[best], rival):
        names = tuple(_name(context, r) for r in ranked[:2])
        return Choice(None, None, Kind.UNKNOWN, f"“{word}” could be {' or '.join(names)}", names)
    reason = f"“{word}” goes back to {_name(context, best)}"
    return _as(context, best, kind, known, reason)


def _is_open(best: float, rival: float) -> bool:
    """Whether the likeliest is no likelier than to be left open."""
    close = best - rival < _MARGIN or (best < _SURE and rival > _RIVAL * best)
    return close or best < _LEAST


def _as(context: Context, best: Referent, kind: Kind, known: dict[Referent, Choice], reason: str) -> Choice:
    if isinstance(best, str):
        return Choice(None, best, known[best].kind, reason)
    return Choice(best, None, kind_of(context.entities[best], kind), reason)


def agrees(context: Context, word: str, referent: Referent, known: dict[Referent, Choice]) -> bool:
    """Whether a pronoun may stand for a referent: people for *he* and *she*, by their gender, and bodies for *it*."""
    gender = Gender.MALE if word in MALE else Gender.FEMALE
    voice = known[referent].voice if referent in known else None
    if word in PERSON and voice:
        return of_words(voice) in (None, gender)
    if isinstance(referent, int):
        entity = context.entities[referent]
        if word in PERSON:
            return entity.kind == "person" and entity.gender in (None, gender)
        return word in RELATIVE or entity.kind != "person"
    kind = known[referent].kind
    if word in PERSON:
        return kind not in _BODIES and of_words(referent) in (None, gender)
    if word in THING:
        return kind in _BODIES or kind is Kind.GROUP
    return word in RELATIVE or kind is not Kind.PERSON


def may_be_body(context: Context, referent: Referent) -> bool:
    """Whether a name taken for a person's may be a body's: neither title nor first name tells of a man or a woman."""
    return isinstance(referent, int) and context.entities[referent].gender is None


def _is_likely_body(context: Context, word: str, referent: Referent, weights: Weights) -> bool:
    return word in THING and may_be_body(context, referent) and weights.of.get(referent, 0.0) >= _SURE


def _name(context: Context, referent: Referent) -> str:
    return context.entities[referent].name if isinstance(referent, int) else referent
