"""To whom a statement was told, or where it was said: *told the Herald*, *in an interview on Radio Nine*."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_FILLER = (
    r"(?:(?:the|a|an|its|his|her|state|public|local|national|foreign|daily|weekly|television|radio|news|agency|newspaper|wire|site|tabloid|newsletter|blog"
    r"|paper|broadcaster|channel|presenter|host|reporter|programme|program|show|podcast|magazine|this|weekend[’']s"
    r"|morning[’']s|last|night[’']s|broadcast|edition|of|in|another|interview|with) )*"
)
_WORD = r"[A-Z0-9][\w&-]*(?:\.[A-Z]\b\.?)*"
_DAY = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Febr)uary\b|March\b|April\b|May\b|Ju(?:ne|ly)\b"
    r"|August\b|\w+ember\b|October\b)"
)
_NAME = (
    rf"[\"“‘]?(?P<who>(?:The )?{_DAY}(?![0-9]){_WORD}(?: (?:(?:of|the|and|for|&) )?{_WORD}){{0,5}})"
    r"(?![\w-])"
    r"(?! (?:panel|committee|hearing|inquiry|meeting|court|conference|officials|supporters|audience|session|staff)\b)"
)
# What leads to a name, and the name behind it; apart, since together they are long, and few leads have a name behind.
_TOLD = pattern(r"\b(?:told|tells|telling) ")
_TOLD_ONE_OF = pattern(rf"\b(?:told|tells|telling) {_FILLER}(?:{_WORD}(?:[’'][A-Z]\w+)?,? ){{1,4}}(?:of|at|from) ")
_VENUE = pattern(
    r"\b(?:interview(?:ed)?|conversation|appearance|appearing|appeared|speaking|spoke|talking|broadcast|edition|episode)"
    r" (?:with|on|to|by|for|of|in) "
)
_ON = pattern(r"\b(?:in|on|to) ")
_NAMED = pattern(f"{_FILLER}{_NAME}")
OUTLET = r"(?:\w+ )?(?:agency|newspaper|paper|magazine|broadcaster|channel|network|station|website|outlet)"
"""What an outlet is called by its trade, as a pattern."""
_PRESS = pattern(
    rf"\b(?:told|tells) (?P<who>(?:the|an?|this|another|his|her|their) {OUTLET}"
    r"|(?:local|state|national) (?:television|TV|radio|media)|(?:(?:his|her|close) )?friends)"
    r"\b(?! [A-Z])"
)
# An outlet whose trade stands behind its name: "told Ossan state television", "told WKMB radio".
_TRADE = pattern(
    r"\b(?:told|tells|telling) (?P<who>(?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*)*(?: state| public| national| news)?"
    r" (?:television|TV|radio|agency|newspaper|magazine))\b"
)
# One's own words on a network are carried by nobody.
_POSTED = pattern(r"\b(?:post|tweet|wrote|writ|shared)\w*\b", re.IGNORECASE)
# In characters: how far behind a cue a listener stands, and how far behind all that is said who told it does.
_REACH, _TAIL = 60, 20


def told(text: str, draft: Draft, sentence: Range) -> Draft:
    """The draft with whom it was told to, in its sentence, as its carrier, `supposed` to be an outlet."""
    if not draft.cue or draft.carriers:
        return draft
    own = [part for part in (draft.source, *draft.content) if part]
    for who in _listeners(text, draft, draft.cue, sentence):
        if not any(who.overlap(part) for part in own):
            return replace(draft, carriers=(who,), supposed=None if text[who.start].islower() else who)
    return draft


def _listeners(text: str, draft: Draft, cue: Range, sentence: Range) -> Iterator[Range]:
    near, end = Range(cue.start, min(sentence.end, cue.end + _REACH)), draft.content[-1].end
    for start, who in _told(text, near):
        behind = end < start <= end + _TAIL and re.search(r"\w", text[end:start])
        if start <= cue.end or behind:
            yield who
    yield from (who for _, who in _led_to(text, sentence, _VENUE))
    if not _POSTED.search(text, *cue):
        yield from (who for _, who in _led_to(text, near, _ON))


def _told(text: str, near: Range) -> Iterator[tuple[int, Range]]:
    """Who is told, in `near`, and where the words begin that tell so."""
    if not _TOLD.search(text, *near):
        return
    for way in (_PRESS, _TRADE):
        yield from ((match.start(), Range(*match.span("who"))) for match in way.finditer(text, *near))
    for lead in (_TOLD_ONE_OF, _TOLD):
        yield from _led_to(text, near, lead)


def _led_to(text: str, within: Range, lead: re.Pattern[str]) -> Iterator[tuple[int, Range]]:
    """Where each `lead` begins that has a name right behind it, and that name."""
    reached = within.start
    for match in lead.finditer(text, *within):
        found = _NAMED.match(text, match.end(), within.end) if match.start() >= reached else None
        if found:
            reached = found.end()
            yield match.start(), Range(*found.span("who"))
