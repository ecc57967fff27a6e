"""Whom a description stands for: somebody named elsewhere, somebody described before, or somebody new."""

from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.analyse.speakers.bodies import is_generic, is_one_of_a_body
from sayso.analyse.speakers.context import SURE, Choice, Context, Referent, Weights, kind_of, known_of
from sayso.analyse.speakers.documents import document_name, is_any_document
from sayso.analyse.speakers.outlets import is_like_outlet, is_press_noun, may_be_called
from sayso.analyse.speakers.press import outlet_meant
from sayso.analyse.speakers.roles import has_another_office, holders, leader, roles
from sayso.analyse.speakers.sorts import is_another_body, is_named_with, is_no_place
from sayso.analyse.speakers.words import (
    bare,
    core_of,
    head,
    is_bare_one,
    is_bare_plural,
    is_indefinite,
    is_one_of_many,
    is_several,
    is_some,
    plain,
)
from sayso.records import Kind
from sayso.text.gender import of_words

# How likely a referent must be that alone is named with the role.
_HELD = 0.15
_PEOPLE = frozenset({Kind.PERSON, Kind.UNNAMED})


def described(
    context: Context, span: Range, words: str, kind: Kind, weights: Weights, before: Sequence[Choice]
) -> Choice:
    """The choice for a source that is neither a name nor a pronoun. `before` are the choices made so far."""
    new = is_indefinite(words) or is_some(words)
    if not new and is_press_noun(words):
        outlet = outlet_meant(context, span, words, weights)
        if outlet is not None:
            return Choice(outlet, None, Kind.OUTLET, "the outlet last spoken of")
    head_of_state = leader(context, words)
    if head_of_state is not None:
        return Choice(head_of_state, None, Kind.PERSON, "given as of this country")
    known = known_of(before)
    # What is named within the description: it hangs on them, as *the firm's lawyer* does on the firm, and is another.
    inside = {n for n, name in context.named if name.within(span)}
    fitting = [r for r in weights.of if r not in inside and _fits(context, words, kind, r, known)]
    named = holders(context, words)
    fitting = [r for r in fitting if not named or isinstance(r, str) or r in named or not roles(context, r)]
    if not new and (short := _named_with(context, span, words, kind, weights)) is not None:
        return Choice(short, None, kind_of(context.entities[short], kind), "the words are the end of the name")
    best = max(fitting, key=lambda r: weights.of[r], default=None)
    if best is not None and not new and weights.of[best] >= (_HELD if named == [best] else SURE):
        if isinstance(best, int):
            return Choice(best, None, kind_of(context.entities[best], kind), "the text ties these words to the name")
        return Choice(None, best, known[best].kind, "the text ties these words to those before")
    document = next((c for c in reversed(before) if c.kind is Kind.DOCUMENT), None)
    if document and is_any_document(words):
        return document._replace(reason="the document last spoken of")
    if kind in (Kind.PERSON, Kind.GROUP) and (new or is_one_of_many(words)):
        kind = Kind.UNNAMED
    if kind in (Kind.PERSON, Kind.GROUP, Kind.DOCUMENT, Kind.ORGANIZATION) and is_bare_plural(words):
        kind = Kind.UNNAMED
    if kind is Kind.ORGANIZATION and is_one_of_a_body(words):
        kind = Kind.UNNAMED
    several = next((c.description for c in reversed(before) if c.description and is_several(c.description)), None)
    if several and is_bare_one(words):
        one = words.partition(" of ")[0]
        return Choice(
            None, f"{one} of {several[0].lower()}{several[1:]}", Kind.UNNAMED, "one of those spoken of before"
        )
    description = _name(context, words, kind)
    same = next((c for c in reversed(before) if c.description and _same_words(c.description, description)), None)
    if same and not new:
        return Choice(None, same.description, same.kind, "the same words were used before")
    return Choice(None, description, kind, "known by description alone")


def _named_with(context: Context, span: Range, words: str, kind: Kind, weights: Weights) -> int | None:
    """The body named before whose name ends in the description: *the panel* for the Fair Play Panel; the likeliest."""
    if kind in _PEOPLE or kind is Kind.DOCUMENT:
        return None
    named = [
        n
        for n, name in context.named
        if name.end <= span.start
        and context.entities[n].kind != "person"
        and is_named_with(words, (context.entities[n].name, *context.entities[n].aliases))
    ]
    return max(named, key=lambda n: weights.of.get(n, 0.0), default=None)


def _name(context: Context, words: str, kind: Kind) -> str:
    """The words that a speaker without a name goes by."""
    if kind is Kind.DOCUMENT:
        return document_name(words, context.day)
    return (plain(words) if kind is Kind.UNNAMED else head(words)) or words


def _fits(context: Context, words: str, kind: Kind, referent: Referent, known: dict[Referent, Choice]) -> bool:
    """Whether a description may stand for a referent: people for people, of one gender, and bodies for bodies."""
    if isinstance(referent, str):
        alike = _same_words(referent, words) or (is_generic(words) and not is_another_body(words, referent))
        return alike and (known[referent].kind in _PEOPLE) == (kind in _PEOPLE)
    entity = context.entities[referent]
    if is_press_noun(words) and not (is_like_outlet(entity.name) and may_be_called(words, entity.name)):
        return False
    if is_another_body(words, entity.name) or (entity.kind == "place" and is_no_place(words)):
        return False
    if kind is Kind.DOCUMENT or (entity.kind == "person") != (kind in _PEOPLE):
        return False
    if entity.kind == "person" and has_another_office(context, words, referent):
        return False
    return entity.kind != "person" or entity.gender is None or of_words(words) in (None, entity.gender)


def _same_words(a: str, b: str) -> bool:
    """Whether `b` is `a`, or short for it: *the memo* for *a leaked memo*, not *the port* for *a clerk at the port*."""
    one, other = bare(a).split(), bare(b).split()
    core = bare(core_of(a)).split()
    return one == other or bool(core and other and core[-1] == other[-1] and set(other) <= set(core))
