"""Which outlet is meant: by its name, or by its trade."""

from sayso.analyse.draft import Range
from sayso.analyse.speakers.context import SURE, Choice, Context, Weights
from sayso.analyse.speakers.outlets import is_like_outlet, is_short_for, may_be_called
from sayso.analyse.speakers.words import bare
from sayso.records import Kind


def outlet_named(context: Context, words: str) -> Choice | None:
    """The outlet of this very name, or the only one whose name ends in it, if the words are an outlet's name."""
    if not is_like_outlet(words):
        return None
    same = [n for n, e in enumerate(context.entities) if bare(words) in map(bare, (e.name, *e.aliases))]
    short = [n for n, e in enumerate(context.entities) if is_short_for(words, e.name) and is_like_outlet(e.name)]
    entity = same[0] if same else short[0] if len(short) == 1 else None
    return Choice(entity, None if entity is not None else words, Kind.OUTLET, "named as whom it was told to")


def outlet_meant(context: Context, span: Range, words: str, weights: Weights) -> int | None:
    """The other outlet a trade name (*the newspaper*) is for: the likeliest, else the last one named."""
    own = context.outlet or ""
    outlets = [
        n
        for n, e in enumerate(context.entities)
        if is_like_outlet(e.name) and may_be_called(words, e.name) and not is_short_for(e.name, own)
    ]
    best = max(outlets, key=lambda n: weights.of.get(n, 0.0), default=None)
    if best is not None and weights.of.get(best, 0.0) >= SURE:
        return best
    named = [
        (context.names[i].span.start, n)
        for n in outlets
        for i in context.entities[n].names
        if context.names[i].span.end <= span.start
    ]
    return max(named)[1] if named else None
