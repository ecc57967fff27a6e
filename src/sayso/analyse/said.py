"""When each statement was said: by the words beside its cue, else by those that date what was said before it."""

import datetime as dt
from collections.abc import Sequence

from sayso.analyse import said_words as words
from sayso.analyse.draft import Draft
from sayso.analyse.said_carry import Carry, Row
from sayso.analyse.scene import Place, Scene, said, scene
from sayso.analyse.sentences import Sentences
from sayso.records import Article, Kind, Said, Speaker
from sayso.text.dates import TimeExpression

# Characters before the cue in which its auxiliary stands: "has not, so far, said".
_AUXILIARY = 12


def said_dates(
    text: str,
    drafts: Sequence[Draft],
    speakers: Sequence[Speaker],
    article: Article,
    paragraphs: Sequence[tuple[int, int]],
    sentences: Sentences,
) -> list[Said | None]:
    """When each of `drafts` was said by its speaker, with the words that tell; `None` where none do.

    The article's day is that of its version, `updated`, else `published`: a new version is written anew. In the stories
    to train on, 441 of 640 dates come out right that way, and 358 when each version is seen from the day of the first.
    """
    stage = scene(text, drafts, _day(article), paragraphs, sentences)
    ids = [speaker.id for speaker in speakers]
    rows = [_row(text, article, stage, *one) for one in zip(drafts, ids, stage.places, stage.own, strict=True)]
    return Carry(text, stage, rows, {s.id: _surnames(s) for s in speakers}).dates()


def _surnames(speaker: Speaker) -> frozenset[str]:
    """The last words of its names; none for those who have no name."""
    names = (speaker.name, *speaker.aliases) if speaker.kind is not Kind.UNNAMED else ()
    return frozenset(name.split()[-1] for name in names if name[:1].isupper())


def _row(
    text: str, article: Article, stage: Scene, draft: Draft, speaker: str, place: Place, own: TimeExpression | None
) -> Row:
    line = stage.sentences[place.sentence].start
    auxiliary = max(line, place.cue.start - _AUXILIARY)
    cue = text[place.cue.start : place.cue.end]
    source = text[draft.source.start : draft.source.end] if draft.source else text[auxiliary : place.cue.start]
    ours = bool(words.WE.search(source))
    given = said(text, own) if own else None
    if not given and stage.today and _speaks_now(article, draft, source, cue, ours):
        given = Said(stage.today.isoformat(), cue, *place.cue)
    past = words.BACKSTORY.search(cue) or words.IN_RELATIVE_CLAUSE.search(text, line, place.cue.start) or (ours and own)
    lasting = words.LASTING.search(text, auxiliary, place.cue.end)
    return Row(draft, speaker, place, given, bool(lasting), bool(past))


def _speaks_now(article: Article, draft: Draft, source: str, cue: str, ours: bool) -> bool:
    """Whether the outlet itself speaks, in this article: "we withdraw", "the Herald can reveal"."""
    if ours:
        return bool(words.WE_TAKE_BACK.search(cue))
    named = bool(draft.source and article.outlet) and _bare(article.outlet or "").endswith(_bare(source))
    return named and bool(words.OUTLET_SPEAKS.search(cue))


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def _day(article: Article) -> dt.date | None:
    try:
        return dt.date.fromisoformat((article.updated or article.published or "")[:10])
    except ValueError:
        return None
