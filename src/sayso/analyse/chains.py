"""Chains: through whom a statement came, where the words around it tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.tagger import Name

_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])|\n")
_WHO = r"(?P<who>[^,.;:()\n“\"]+?)(?=[,.;:()\n“\"]| that | as |$)"
_CITING = re.compile(rf"\b(?:citing|which cited|who cited|attributing (?:it|this) to)\s+{_WHO}", re.IGNORECASE)
_ACCORDING = re.compile(
    rf"\b(?:according to|as (?:quoted|reported|cited) by|(?:quoted|reported|carried) by)\s+{_WHO}", re.IGNORECASE
)
_FILLER = (
    r"(?:(?:the|a|an|its|his|her|state|public|local|national|television|radio|news|agency|newspaper|broadcaster|channel"
    r"|presenter|host|reporter|programme|program|show|podcast|magazine|weekend[’']s|morning[’']s)\s+)*"
)
# What stands right before the one to whom something was told.
_TOLD = re.compile(rf"\b(?:told|tells|telling)\s+(?:[A-Z][\w.’'-]+\s+){{0,4}}?(?:(?:of|at|from)\s+)?{_FILLER}$")
_VENUE = re.compile(
    r"\b(?:interview(?:ed)?|conversation|appearance|appearing|appeared|speaking|spoke|talking|broadcast|edition|episode)"
    rf"\s+(?:with|on|to|by|for|of|in)\s+{_FILLER}[\"“]?$",
    re.IGNORECASE,
)
_ON = re.compile(rf"\b(?:in|on)\s+{_FILLER}[\"“]?$", re.IGNORECASE)
_PRESS = r"(?:\w+ )?(?:agency|newspaper|paper|magazine|broadcaster|channel|network|station|website|outlet)"
_TOLD_THE_PRESS = re.compile(rf"\b(?:told|tells) (?P<who>(?:the|an?) {_PRESS})\b")
_THE_PRESS = re.compile(rf"(?P<who>(?:the|an?) {_PRESS})\b", re.IGNORECASE)
_CITES = re.compile(r"\b(?:citing|quoting|cited|quoted)\s+(?:what it called\s+)?$", re.IGNORECASE)
_QUOTED_BY = re.compile(r"\b(?:quoted|cited|interviewed) (?:\w+ )?by (?P<who>.+)$")
_HEARSAY = re.compile(r"\b(?:is|are|was|were) (?:said|understood|believed|reported|thought|rumou?red)\b", re.I)
_OF_WORDS = re.compile(
    r"\bto (?:have )?(?:\w+ly )?(?:admit|agree|answer|ask|believ|blam|call|claim|complain|conced|consider"
    r"|den[iy]|describ|doubt|expect|express|fear|hop|insist|jok|promis|regard|repl|respond|sa[iy]|shout|suspect|tell|think|thought|told|threaten|vow"
    r"|want|warn|wish|writ)",
    re.IGNORECASE,
)
_VERB_REACH = 28
_REACH = 60


def chained(text: str, drafts: Sequence[Draft], names: Sequence[Name]) -> list[Draft]:
    """The drafts with whom their source cites (`cited`) and who carried them (`carriers`)."""
    single = [_told(text, _according(text, _cited(text, _citing(text, draft, names))), names) for draft in drafts]
    return _nested(single)


def is_hearsay(cue: str) -> bool:
    """Whether somebody unstated tells what the source said or thinks: *is said to have replied*."""
    return bool(_HEARSAY.search(cue))


def tells_words(text: str, cue: Range) -> bool:
    """Whether hearsay is of what its subject says or thinks, not of what he did: *is said to have replied*."""
    return bool(_OF_WORDS.search(text, cue.start, cue.end + _VERB_REACH))


def sentence_around(text: str, span: Range) -> Range:
    """The sentence that `span` begins in."""
    paragraph = text.rfind("\n", 0, span.start) + 1
    start = max((match.end() for match in _SENTENCE_END.finditer(text, paragraph, span.start)), default=paragraph)
    end = _SENTENCE_END.search(text, span.end)
    return Range(start, end.start() + 1 if end else len(text))


def _citing(text: str, draft: Draft, names: Sequence[Name]) -> Draft:
    """The draft with the one who cites its source as carrier: *The Post, citing two officials, reported*."""
    if not draft.source or draft.carriers:
        return draft
    inside = _QUOTED_BY.search(text, *draft.source)
    if inside:
        return replace(draft, carriers=(Range(*inside.span("who")),))
    sentence = sentence_around(text, draft.source)
    before = _CITES.search(text, sentence.start, draft.source.start)
    if not before:
        return draft
    first = next((n.span for n in names if sentence.start <= n.span.start and n.span.end <= before.start()), None)
    press = _THE_PRESS.match(text, sentence.start, before.start())
    if press or first:
        return replace(draft, carriers=(Range(*press.span("who")) if press else first or draft.source,))
    return draft


def _cited(text: str, draft: Draft) -> Draft:
    who = _named_by(text, draft, _CITING)
    return replace(draft, cited=who) if who else draft


def _according(text: str, draft: Draft) -> Draft:
    if draft.carriers or draft.cited:
        return draft
    who = _named_by(text, draft, _ACCORDING)
    return replace(draft, carriers=(who,)) if who else draft


def _named_by(text: str, draft: Draft, pattern: re.Pattern[str]) -> Range | None:
    """Who stands behind the words of `pattern` in the draft's sentence, if it is none of the draft's own parts."""
    if not draft.cue or not draft.source:
        return None
    match = pattern.search(text, *sentence_around(text, draft.cue))
    if not match:
        return None
    who = Range(*match.span("who"))
    own = (draft.source, *draft.content)
    if Range(*match.span()).overlap(draft.cue) or any(who.overlap(part) for part in own):
        return None
    return who


def _told(text: str, draft: Draft, names: Sequence[Name]) -> Draft:
    if not draft.cue or draft.carriers:
        return draft
    press = _TOLD_THE_PRESS.search(text, draft.cue.start, draft.cue.end + _REACH)
    if press and not any(Range(*press.span("who")).overlap(piece) for piece in draft.content):
        return replace(draft, carriers=(Range(*press.span("who")),))
    sentence = sentence_around(text, draft.cue)
    for span in (name.span for name in names if name.kind != "person" and name.span.within(sentence)):
        taken = any(span.overlap(part) for part in (draft.source, *draft.content) if part)
        if not taken and text[span.start].isupper() and _is_venue(text, draft.cue, sentence, span):
            return replace(draft, carriers=(span,), supposed=True)
    return draft


def _is_venue(text: str, cue: Range, sentence: Range, name: Range) -> bool:
    """Whether the name in the cue's sentence is of whom it was told, or of where it was said."""
    if _VENUE.search(text, sentence.start, name.start):
        return True
    beside = cue.start < name.end and name.start < cue.end + _REACH
    return beside and bool(_TOLD.search(text, cue.start, name.start) or _ON.search(text, cue.start, name.start))


def _nested(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those that stand in another's words given that other's source as their outermost carrier.

    Where they are all that the other says, the other is only a link in the chain, no statement of its own.
    """
    out: list[Draft] = []
    spent: set[int] = set()
    for draft in drafts:
        outer = next((i for i, other in enumerate(drafts) if other is not draft and _holds(other, draft)), None)
        if outer is None:
            out.append(draft)
            continue
        holder = drafts[outer]
        if _all_of(holder, draft):
            spent.add(outer)
        out.append(
            replace(draft, carriers=(*((holder.source,) if holder.source else ()), *draft.carriers), supposed=False)
        )
    return [draft for i, draft in enumerate(out) if i not in spent]


def _holds(outer: Draft, inner: Draft) -> bool:
    parts = [part for part in (inner.source, inner.cue, *inner.content) if part]
    return bool(inner.source) and any(all(part.within(piece) for part in parts) for piece in outer.content)


def _all_of(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement is all of the outer's content but joining words."""
    said = sum(piece.length for piece in outer.content)
    start = min(part.start for part in (inner.source, inner.cue, *inner.content) if part)
    end = max(part.end for part in (inner.source, inner.cue, *inner.content) if part)
    return len(outer.content) == 1 and end - start > 0.75 * said
