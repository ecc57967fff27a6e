"""The cast of an article: its speakers, each once, and the part each takes in the statements."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analyse.draft import Draft
from sayso.analyse.hearsay import is_rumoured
from sayso.analyse.readout import Mention, Readout
from sayso.analyse.said import day_of
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.anonymity import anonymity
from sayso.analyse.speakers.carriers import HEARSAY, carriers, once
from sayso.analyse.speakers.context import Choice, Context
from sayso.analyse.speakers.names import entities
from sayso.analyse.speakers.resolve import choose
from sayso.analyse.speakers.roll import Part, Roll
from sayso.analyse.tagger import Name
from sayso.records import Article, Kind, Speaker

_NOBODY = Choice(None, None, Kind.UNKNOWN, "the text names nobody")


class Cast(NamedTuple):
    """The speakers of an article, and for each statement the speaker's id, the carriers' ids, candidates and why."""

    speakers: tuple[Speaker, ...]
    speaker: tuple[str, ...]
    via: tuple[tuple[str, ...], ...]
    candidates: tuple[tuple[str, ...], ...]
    why: tuple[str, ...]


def cast(
    article: Article,
    drafts: Sequence[Draft],
    hedges: Sequence[bool],
    names: Sequence[Name],
    mentions: Sequence[Mention],
    readout: Readout,
    kinds: Sequence[Kind],
    sentences: Sentences,
) -> Cast:
    """Resolve every source and carrier. `mentions` are those of `mentions_of`, `readout` is theirs."""
    text = article.text
    named = entities(text, names)
    context = Context(text, names, named, mentions, kinds, sentences, article.outlet, day_of(article))
    holders = _holders(context, drafts, hedges, readout)
    carried = carriers(context, drafts, readout, holders)
    parts = [_part(context, *row) for row in zip(holders, drafts, carried, strict=True)]
    via = [
        [_part(context, choice, None, ()) for choice in once(row, holder)]
        for row, holder in zip(carried, holders, strict=True)
    ]
    roll = Roll(article.id, context, [*parts, *(part for row in via for part in row)])
    ids = tuple(map(roll.id, parts))
    return Cast(
        roll.speakers,
        ids,
        tuple(tuple(map(roll.id, row)) for row in via),
        tuple(choice.candidates for choice in holders),
        tuple(choice.reason for choice in holders),
    )


def _part(context: Context, choice: Choice, draft: Draft | None, carriers: Sequence[Choice]) -> Part:
    """The part of one speaker: an unnamed one was heard by the innermost carrier, if that is an outlet, or by ours."""
    if choice.kind is not Kind.UNNAMED or choice.entity is not None:
        return Part(choice)
    last = carriers[-1] if carriers else None
    heard_by = context.outlet
    if last:
        heard_by = context.entities[last.entity].name if last.entity is not None else last.description
        heard_by = heard_by if last.kind is Kind.OUTLET else None
    source = draft and (draft.cited or draft.source)
    return Part(choice, heard_by, anonymity(context.text, context.sentences.around(source)) if source else None)


def _holders(context: Context, drafts: Sequence[Draft], hedges: Sequence[bool], readout: Readout) -> list[Choice]:
    made: list[Choice] = []
    for i, draft in enumerate(drafts):
        if is_rumoured(context.text, draft):
            made.append(HEARSAY)
        elif draft.source or draft.cited:
            made.append(choose(context, i, readout.kinds[i], readout.links[i], made))
        elif hedges[i]:
            made.append(HEARSAY)
        elif (shared := _inherited(context, drafts, i, made)) is not _NOBODY or not _has_subject(context, draft):
            made.append(shared)
        else:
            made.append(choose(context, i, readout.kinds[i], readout.links[i], made))
    return made


def _has_subject(context: Context, draft: Draft) -> bool:
    """Whether the likeliest source stands in the sentence of the cue."""
    if not draft.subject or not draft.cue:
        return bool(draft.subject)
    return draft.subject.within(context.sentences.around(draft.cue))


def _inherited(context: Context, drafts: Sequence[Draft], i: int, made: Sequence[Choice]) -> Choice:
    """The speaker before, where a statement goes on with his words or shares his sentence."""
    draft = drafts[i]
    if not i or not draft.cue:
        return _again(made[i - 1]) if i and draft.follows else _NOBODY
    sentence = context.sentences.around(draft.cue)
    for j in range(i - 1, -1, -1):
        other = drafts[j]
        if other.source and other.cue and sentence.start <= other.cue.start < draft.cue.start:
            return _again(made[j])
    return _NOBODY


def _again(choice: Choice) -> Choice:
    return choice._replace(reason="goes on with the speaker before") if choice.kind is not Kind.UNKNOWN else _NOBODY
