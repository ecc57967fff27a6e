"""Chains: through whom a statement came, where the words around it tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.corrected import corrected
from sayso.analyse.dismissed import dismissed
from sayso.analyse.draft import Draft, Range
from sayso.analyse.elided import elided
from sayso.analyse.excused import excused
from sayso.analyse.first import first
from sayso.analyse.hearsay import with_hearsay
from sayso.analyse.inner import inner
from sayso.analyse.leaked import leaked
from sayso.analyse.nested import nested
from sayso.analyse.owned import owned
from sayso.analyse.parted import parted
from sayso.analyse.quoting import quoting
from sayso.analyse.reported import reported
from sayso.analyse.retold import retold
from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.outlets import is_like_outlet
from sayso.analyse.tagger import Name
from sayso.analyse.through import through
from sayso.analyse.told import OUTLET, told
from sayso.analyse.trailing import trailing
from sayso.analyse.trim import trimmed
from sayso.text.patterns import pattern

_WHO = r"(?P<who>[^,.;:()\n“\"]+?)(?=[,.;:()\n“\"]| that | as |$)"
_CITING = pattern(rf"\b(?:citing|which cited|who cited|attributing (?:it|this) to)\s+{_WHO}", re.IGNORECASE)
_ACCORDING = pattern(
    rf"\b(?:according to|as (?:quoted|reported|cited) by|(?:quoted|reported|carried) by)\s+{_WHO}", re.IGNORECASE
)
_ANEW = pattern(r", (?:and|but|while|whereas|though|although)\b")
_THE_PRESS = pattern(rf"(?P<who>(?:the|an?) {OUTLET})\b", re.IGNORECASE)
_CITES = pattern(r"\b(?:citing|quoting|cited|quoted)\s+(?:what it called\s+)?$", re.IGNORECASE)
_QUOTED_BY = pattern(
    r"\b(?:quoted|cited|interviewed) (?:\w+ )?by (?!name\b)(?P<who>.+?)(?: as (?:saying|telling|having).*)?$"
)
# Who cites, right before or behind: "one of them said, citing a letter", "Citing a letter, the Lark said".
_SAID_CITING = pattern(
    r"(?:\A|[,“”\"] )(?P<who>[^,“”\"]{2,60}?(?<!\bwe)) (?:said|says|reported|wrote|added),? (?:citing|quoting) \Z"
)
_CITING_SAID = pattern(r", (?P<who>[^,“”\"]{2,60}?) (?:said|says|reported|wrote|added)\b")


def chained(text: str, drafts: Sequence[Draft], names: Sequence[Name], sentences: Sentences) -> list[Draft]:
    """The drafts with whom their source cites (`cited`) and who carried them (`carriers`)."""
    told_of = quoting(text, retold(text, elided(text, drafts, sentences), sentences), sentences)
    told_of = corrected(text, reported(text, told_of, sentences), sentences)
    told_of = dismissed(text, first(text, told_of, sentences), sentences)
    whole = [trimmed(text, draft) for draft in told_of]
    heard = inner(text, with_hearsay(text, whole), sentences)
    single = [_single(text, draft, names, sentences) for draft in trailing(text, heard, sentences)]
    return parted(text, leaked(text, nested(excused(text, single, sentences)), sentences))


def _single(text: str, draft: Draft, names: Sequence[Name], sentences: Sentences) -> Draft:
    if not draft.cue:
        return draft
    sentence = sentences.around(draft.cue)
    draft = _citing(text, draft, names, sentences)
    cited = _named_by(text, draft, _CITING, sentence)
    if cited and not any(cited.overlap(carrier) for carrier in draft.carriers):
        draft = replace(draft, cited=cited)
    return owned(text, told(text, through(text, _according(text, draft, sentence), sentence), sentence))


def _citing(text: str, draft: Draft, names: Sequence[Name], sentences: Sentences) -> Draft:
    """The draft with the one who cites its source as carrier: *The Post, citing two officials, reported*."""
    if not draft.source or draft.carriers:
        return draft
    end = draft.cue.end if draft.cue and draft.source.end <= draft.cue.start else draft.source.end
    inside = _QUOTED_BY.search(text, draft.source.start, end)
    if inside:
        return replace(draft, carriers=(Range(*inside.span("who")),))
    sentence = sentences.around(draft.source)
    before = _CITES.search(text, sentence.start, draft.source.start)
    if not before:
        return draft
    behind = text[draft.source.end : sentence.end]
    said = _SAID_CITING.search(text[sentence.start : draft.source.start])
    citer = said or _CITING_SAID.match(behind)
    if citer:
        start = sentence.start if said else draft.source.end
        return replace(draft, carriers=(Range(start + citer.start("who"), start + citer.end("who")),))
    ahead = Range(sentence.start, before.start())
    speaking = [n.span for n in names if n.kind != "place" and n.span.within(ahead)]
    first = next((span for span in speaking if is_like_outlet(text[slice(*span)])), next(iter(speaking), None))
    press = _THE_PRESS.match(text, sentence.start, before.start())
    if press or first:
        return replace(draft, carriers=(Range(*press.span("who")) if press else first or draft.source,))
    return draft


def _according(text: str, draft: Draft, sentence: Range) -> Draft:
    if draft.carriers or draft.cited:
        return draft
    who = _named_by(text, draft, _ACCORDING, sentence)
    # What follows "according to two engineers, and" is somebody else's.
    anew = who and draft.source and who.end <= draft.source.start and _ANEW.match(text, who.end)
    return replace(draft, carriers=(who,)) if who and not anew else draft


def _named_by(text: str, draft: Draft, pattern: re.Pattern[str], sentence: Range) -> Range | None:
    """Who stands behind the words of `pattern` in the draft's sentence, if it is none of the draft's own parts."""
    if not draft.cue or not draft.source:
        return None
    match = pattern.search(text, *sentence)
    if not match:
        return None
    who = Range(*match.span("who"))
    own = (draft.source, *draft.content)
    if Range(*match.span()).overlap(draft.cue) or any(who.overlap(part) for part in own):
        return None
    return who
