"""A subject left out: in *Orrin confirmed the talks but called the sum “imaginary”* Orrin calls it so."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft
from sayso.analyse.sentences import Sentences
from sayso.text.patterns import pattern

_GOES_ON = pattern(r"\b(?:and|but|yet|then)(?: (?:also|later|then|flatly|[a-z]+ly))?\s+\Z")


def elided(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts; a verb that goes on with the one before it has the source of that one, not of another sentence."""
    return [_with_first(text, draft, drafts, sentences) for draft in drafts]


def _with_first(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> Draft:
    if not draft.cue or not draft.source:
        return draft
    sentence = sentences.around(draft.cue)
    if draft.source.start < sentence.end or not _GOES_ON.search(text, sentence.start, draft.cue.start):
        return draft
    start = sentence.start
    before = [
        d.source for d in drafts if d.source and d.cue and start <= d.source.start < d.cue.start < draft.cue.start
    ]
    return replace(draft, source=max(before)) if before else draft
