"""The cast of an article: its speakers, each once, and the part each takes in the statements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.analyse.draft import Draft
from sayso.analyse.hearsay import is_hearsay, is_rumour
from sayso.analyse.readout import Mention, Readout, carriers_of
from sayso.analyse.said import day_of
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.anonymity import anonymity
from sayso.analyse.speakers.context import UNSTATED, Choice, Context
from sayso.analyse.speakers.described import outlet_named
from sayso.analyse.speakers.names import entities
from sayso.analyse.speakers.outlets import is_like_outlet
from sayso.analyse.speakers.resolve import choose
from sayso.analyse.speakers.roll import Part, Roll
from sayso.analyse.speakers.words import bare
from sayso.analyse.tagger import Name
from sayso.records import Article, Kind, Speaker

# Cues that tell of another occasion than an interview: what was told to one outlet was not tweeted.
_ELSEWHERE = re.compile(
    r"\b(?:tweet\w*|post\w*|wrote|writes|written|statement|letter|e-?mail\w*|rally|speech|conference|court|reporters"
    r"|journalists|parliament|had|declin\w+|refus\w+|respond\w*|comment|stopped|not)\b",
    re.IGNORECASE,
)
_NOBODY = Choice(None, None, Kind.UNKNOWN, "the text names nobody")
_HEARSAY = Choice(None, UNSTATED, Kind.UNNAMED, "hearsay without a source")


@dataclass(frozen=True, slots=True)
class Cast:
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
    carriers = _kept_up(holders, drafts, _carriers(context, drafts, readout, holders), text)
    parts = [_part(context, *row) for row in zip(holders, drafts, carriers, strict=True)]
    via = [
        [_part(context, choice, None, ()) for choice in _once(row, holder)]
        for row, holder in zip(carriers, holders, strict=True)
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


def _once(carriers: Sequence[Choice], holder: Choice) -> list[Choice]:
    """The carriers, each once, without the speaker."""
    first = {choice.referent: choice for choice in reversed(carriers)}
    first.pop(holder.referent, None)
    return [choice for choice in carriers if first.get(choice.referent) is choice]


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
        if _is_rumour(context.text, draft):
            made.append(_HEARSAY)
        elif draft.source or draft.cited:
            made.append(choose(context, i, readout.kinds[i], readout.links[i], made))
        elif hedges[i]:
            made.append(_HEARSAY)
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


def _is_rumour(text: str, draft: Draft) -> bool:
    """Whether what stands as source is only whom the rumour is about: *the minister is said to have left*."""
    return bool(draft.cue) and not draft.cited and is_rumour(text, draft.cue or draft.content[0])


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
    return replace(choice, reason="goes on with the speaker before") if choice.kind is not Kind.UNKNOWN else _NOBODY


def _carriers(
    context: Context, drafts: Sequence[Draft], readout: Readout, holders: Sequence[Choice]
) -> list[list[Choice]]:
    rows: list[list[Choice]] = []
    at = len(drafts)
    for draft in drafts:
        row = []
        for span in carriers_of(draft):
            words = context.text[span.start : span.end]
            named = outlet_named(context, words) if draft.supposed and span != draft.source else None
            choice = named or choose(context, at, readout.kinds[at], readout.links[at], holders)
            at += 1
            if (
                not draft.supposed
                or span == draft.source
                or choice.kind is Kind.OUTLET
                or is_like_outlet(words.removeprefix("the "))
            ):
                row.append(choice)
        if draft.source and draft.cue and is_hearsay(context.text[draft.cue.start : draft.cue.end]):
            row = row if _is_rumour(context.text, draft) else [_HEARSAY, *row]
        rows.append([choice for choice in row if not _is_own(context, choice)])
    return rows


def _kept_up(
    holders: Sequence[Choice], drafts: Sequence[Draft], rows: list[list[Choice]], text: str
) -> list[list[Choice]]:
    """Carriers that stay: what a speaker told an outlet, he goes on telling it until another occasion is named."""
    out: list[list[Choice]] = []
    telling: dict[object, list[Choice]] = {}
    for holder, draft, row in zip(holders, drafts, rows, strict=True):
        cue = text[draft.cue.start : draft.cue.end] if draft.cue else ""
        if row or draft.carriers or _ELSEWHERE.search(cue):
            telling.pop(holder.referent, None)
        if len(row) == 1 and row[0].kind is Kind.OUTLET and not draft.cited:
            telling[holder.referent] = row
        out.append(row or list(telling.get(holder.referent, ())))
    return out


def _is_own(context: Context, choice: Choice) -> bool:
    """Whether the carrier is the article's own outlet, which carries everything in it."""
    if not context.outlet:
        return False
    names = [choice.description or ""]
    if choice.entity is not None:
        names = [context.entities[choice.entity].name, *context.entities[choice.entity].aliases]
    initials = "".join(word[0] for word in context.outlet.split()).casefold()
    own = bare(context.outlet)
    return any(bare(name) and (f" {bare(name)} " in f" {own} " or bare(name) == initials) for name in names)
