"""The choice: which entity, or which new speaker, a mention stands for."""

import re
from collections.abc import Sequence

from sayso.analyse.draft import Range
from sayso.analyse.pronouns import PRONOUNS, RELATIVE
from sayso.analyse.speakers.bodies import channel_owner, is_generic, is_spokesperson, report_of, spoken_for
from sayso.analyse.speakers.context import Choice, Context, Floats, Referent, Weights, kind_of, known_of, weigh
from sayso.analyse.speakers.described import described
from sayso.analyse.speakers.outlets import is_like_outlet, is_own_outlet, is_short_for
from sayso.analyse.speakers.pronouns import agrees, may_be_body, pronoun
from sayso.analyse.speakers.topic import topics
from sayso.analyse.speakers.words import bare, has_preposition, head, is_own, is_some
from sayso.records import Kind
from sayso.text.patterns import pattern

_COORDINATED = pattern(r"\w and [A-Z]")
_LIKELY = 0.2
_WHOSE = pattern(r"whose (?=\w)")
# The source ends in a clause on the body named right before it: "a clerk at Orrin, which on Monday".
_WHICH = pattern(r" (?:at|for|from|in|of|with) [^,]+(?P<end>), which(?: (?:on|last|earlier|also|has|had)\b[^,]{,20})?$")
_RELATIVE_CLAUSE = pattern(r"\s*(?:who|which|whose)\b")
# Whose name follows is the maker's: "a review led by the deputy editor, Ilk Orr".
_MADE_BY = pattern(r"\bby (?:the|an?|its|his|her|their|our) [^,]*$")
_APPOSED = pattern(r"(?:(?i:the|its|their|his|her)|[A-Z][\w-]+[’']s) (?:[\w-]+ ){0,2}[a-z-]+, (?P<name>[A-Z][^,]+?),?")
_INDEFINITE = pattern(r"an? (?:senior|former|leading|local|top) ", re.IGNORECASE)
_ASIDE = pattern(r"\w [-–—] \w")
# A place that opens the sentence, not the body that speaks: "In Port Voss the ministry".
_PLACE_FIRST = pattern(r"^[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?=the )")
# Right before a name: it opens a clause, and is what the clause is about.
_OPENS = pattern(r"(?:^|\band |\bbut |; )$")
# What follows a name that only tells of whom the source is: "Orrin's lawyer", "two Ossan officials".
_MODIFIES = pattern(
    r"['’]s? |\s+(?!(?:who|whom|whose|which|of|and|or|in|at|from|on|with|by|to|for|himself|herself|itself|themselves"
    r"|too|also|then|now|both|all|as|was|is|has|had|have|were|are|later|earlier|speaking|writing|when|after|before|while|against"
    r"|through)\b)[a-z]"
)


def choose(context: Context, number: int, kinds: Floats, links: Floats, before: Sequence[Choice]) -> Choice:
    """The choice for mention `number`: its kinds (7,), its links (1 + N + M,), and the choices made before it."""
    span = context.mentions[number].span
    words = _PLACE_FIRST.sub("", " ".join(context.text[span.start : span.end].split()))
    kind = context.kinds[int(kinds.argmax())]
    if context.outlet and (is_own_outlet(words) or is_short_for(words, context.outlet)):
        return Choice(None, context.outlet, Kind.OUTLET, "the article's own outlet speaks")
    weights = weigh(context, number, links, before)
    owner = _relative_to(context, span)
    if owner is not None:
        return Choice(owner, None, kind_of(context.entities[owner], kind), "the clause is about this one")
    # "the paper, whose diplomatic source said": the source, not the paper.
    words = _WHOSE.sub("", words)
    first = words.casefold().partition(" ")[0].strip(",")
    if words.casefold() in PRONOUNS or first in RELATIVE:
        return pronoun(context, span, first, kind, weights, before)
    if is_spokesperson(words) or channel_owner(words) or (kind is Kind.ORGANIZATION and report_of(words)):
        return _for_another(context, span, words, kind, weights, before)
    named = _named(context, span, weights)
    if named is not None:
        return Choice(named, None, kind_of(context.entities[named], kind), "named in the source")
    return described(context, span, words, kind, weights, before)


def _relative_to(context: Context, span: Range) -> int | None:
    """The body that the clause at the end of a source is about: Orrin in *a clerk at Orrin, which on Monday*."""
    match = _WHICH.search(context.text, *span)
    end = match.start("end") if match else None
    return next((n for n, name in _inside(context, span) if name.end == end), None)


def _inside(context: Context, span: Range) -> list[tuple[int, Range]]:
    """The entities named in a span, with where."""
    return [(n, name) for n, name in context.named if span.start <= name.start and name.end <= span.end]


def _named(context: Context, span: Range, weights: Weights) -> int | None:
    """The entity that the source names: one that nothing in the source owns, places or hangs on something else."""
    heads = list(dict.fromkeys(n for n, name in _inside(context, span) if _is_head(context, name, span)))
    people = [n for n in heads if context.entities[n].kind == "person"]
    if len(people) > 1 and _COORDINATED.search(context.text[span.start : span.end]):
        return None
    if people:
        return max(people, key=lambda n: (_is_last_of_run(context, n, span), weights.of.get(n, 0.0)))
    words = context.text[slice(*span)]
    if is_some(words) or _INDEFINITE.match(words):
        return None
    return next((n for n in heads if _ends_head(context, n, span) or _is_apposed(context, n, span)), None)


def _is_head(context: Context, name: Range, span: Range) -> bool:
    if _MODIFIES.match(context.text, name.end, span.end):
        return False
    earlier, _, before = context.text[span.start : name.start].rpartition(",")
    aside = _ASIDE.search(context.text, span.start, name.start) or "(" in context.text[span.start : name.start]
    return not (aside or has_preposition(before) or _RELATIVE_CLAUSE.match(before) or _MADE_BY.search(earlier))


def _is_last_of_run(context: Context, number: int, span: Range) -> bool:
    """Whether another name stands right before: *High Court Justice Ilk Orr* may be taken for two names."""
    names = [name for n, name in _inside(context, span) if n == number]
    others = [name for n, name in _inside(context, span) if n != number]
    return any(context.text[other.end : name.start] == " " for name in names for other in others)


def _ends_head(context: Context, number: int, span: Range) -> bool:
    """Whether the first part of the source ends in the entity's name: *the firm Orrin*, not *the Orrin deal*."""
    said = bare(head(context.text[span.start : span.end]))
    entity = context.entities[number]
    return any(said == bare(name) or said.endswith(f" {bare(name)}") for name in (entity.name, *entity.aliases))


def _is_apposed(context: Context, number: int, span: Range) -> bool:
    """Whether the entity is all that follows a description: *the insurer, Orrin*."""
    tail = _APPOSED.fullmatch(context.text, *span)
    entity = context.entities[number]
    return bool(tail) and bare(tail["name"] if tail else "") in map(bare, (entity.name, *entity.aliases))


def _for_another(
    context: Context, span: Range, words: str, kind: Kind, weights: Weights, before: Sequence[Choice]
) -> Choice:
    """A spokesperson with a name speaks as himself; others speak for somebody, named beside them or understood."""
    person = _named(context, span, weights)
    if person is not None and context.entities[person].kind == "person" and is_spokesperson(words):
        return Choice(person, None, Kind.PERSON, "named in the source")
    whom = channel_owner(words) or spoken_for(words) or report_of(words)
    about = _about(context, span, before) if whom is None or is_own(whom) else None
    if isinstance(about, str):
        return Choice(None, about, known_of(before)[about].kind, "it speaks for whom the text is about", voice=words)
    body = about if about is not None else _spoken_for(context, span, whom, weights)
    if body is not None:
        return Choice(body, None, kind_of(context.entities[body], kind), "it speaks for this one", voice=words)
    if whom and not is_own(whom):
        return Choice(None, whom, Kind.ORGANIZATION, "it speaks for this one", voice=words)
    return Choice(None, head(words), Kind.ORGANIZATION, "it speaks for a body that is not named", voice=words)


def _about(context: Context, span: Range, before: Sequence[Choice]) -> Referent | None:
    """The body that the text is about right before an unplaced spokesperson, an outlet left out."""
    subject = _clause_subject(context, span, context.sentences.around(Range(span.start, span.start + 1)))
    if subject is not None:
        return subject
    known = known_of(before)
    subjects = topics(context, span, before)
    bodies = (r for r in subjects if agrees(context, "it", r, known) or may_be_body(context, r))
    return next((r for r in bodies if not is_like_outlet(_called(context, r))), None)


def _called(context: Context, referent: Referent) -> str:
    return context.entities[referent].name if isinstance(referent, int) else referent


def _spoken_for(context: Context, span: Range, whom: str | None, weights: Weights) -> int | None:
    """The entity that is spoken for: named as such, else the last body in the sentence, else the likeliest."""
    inside = [n for n, name in _inside(context, span) if whom is None or _ends_in(whom, _words(context, name))]
    if inside:
        return max(inside, key=lambda n: weights.of.get(n, 0.0))
    if whom and not is_own(whom) and not is_generic(whom):
        return None
    bodies = [n for n, e in enumerate(context.entities) if e.kind != "person" and not is_like_outlet(e.name)]
    sentence = context.sentences.around(Range(span.start, span.start + 1))
    before = [
        (context.names[i].span.start, n)
        for n in bodies
        for i in context.entities[n].names
        if sentence.start <= context.names[i].span.start < span.start and context.names[i].kind != "place"
    ]
    if whom is None and before:
        return max(before)[1]
    likely = max(bodies, key=lambda n: weights.of.get(n, 0.0), default=None)
    return likely if likely is not None and weights.of.get(likely, 0.0) >= _LIKELY else None


def _clause_subject(context: Context, span: Range, sentence: Range) -> int | None:
    """Who the clause before a spokesperson is about: *Orrin “does not comment”, a spokeswoman said*."""
    opening = [
        (name.start, n)
        for n, name in _inside(context, Range(sentence.start, span.start))
        if _OPENS.search(context.text[sentence.start : name.start]) and " " not in _words(context, name)
    ]
    return max(opening)[1] if opening else None


def _ends_in(whom: str, name: str) -> bool:
    return bare(whom).endswith(bare(name)) and not has_preposition(whom)


def _words(context: Context, name: Range) -> str:
    return context.text[name.start : name.end]
