"""To whom a statement was told, or where it was said: *told the Herald*, *in an interview on Radio Nine*."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.analyse.draft import Draft, Range

_FILLER = (
    r"(?:(?:the|a|an|its|his|her|state|public|local|national|foreign|daily|weekly|television|radio|news|agency|newspaper"
    r"|paper|broadcaster|channel|presenter|host|reporter|programme|program|show|podcast|magazine|this|weekend[’']s"
    r"|morning[’']s|last|night[’']s|broadcast|edition|of|in|another|interview|with) )*"
)
_WORD = r"[A-Z0-9][\w&-]*(?:\.[A-Z]\b\.?)*"
_DAY = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Febr)uary\b|March\b|April\b|May\b|Ju(?:ne|ly)\b"
    r"|August\b|\w+ember\b|October\b)"
)
_NAME = rf"[\"“‘]?(?P<who>(?:The )?{_DAY}(?![0-9]){_WORD}(?: (?:(?:of|the|and|for|&) )?{_WORD}){{0,5}})"
_TOLD_OF = re.compile(
    rf"\b(?:told|tells|telling) {_FILLER}(?:{_WORD}(?:[’'][A-Z]\w+)?,? ){{1,4}}(?:of|at|from) {_FILLER}{_NAME}"
)
_TOLD = re.compile(rf"\b(?:told|tells|telling) {_FILLER}{_NAME}")
_VENUE = re.compile(
    r"\b(?:interview(?:ed)?|conversation|appearance|appearing|appeared|speaking|spoke|talking|broadcast|edition|episode)"
    rf" (?:with|on|to|by|for|of|in) {_FILLER}{_NAME}"
)
_ON = re.compile(rf"\b(?:in|on|to) {_FILLER}{_NAME}")
OUTLET = r"(?:\w+ )?(?:agency|newspaper|paper|magazine|broadcaster|channel|network|station|website|outlet)"
"""What an outlet is called by its trade, as a pattern."""
_PRESS = re.compile(rf"\b(?:told|tells) (?P<who>(?:the|an?|this|another|his|her|their) {OUTLET})\b(?! [A-Z])")
_REACH = 60


def told(text: str, draft: Draft, sentence: Range) -> Draft:
    """The draft with whom it was told to, in its sentence, as its carrier, `supposed` to be an outlet."""
    if not draft.cue or draft.carriers:
        return draft
    own = [part for part in (draft.source, *draft.content) if part]
    for who in _listeners(text, draft.cue, sentence):
        if not any(who.overlap(part) for part in own):
            return replace(draft, carriers=(who,), supposed=not text[who.start].islower())
    return draft


def _listeners(text: str, cue: Range, sentence: Range) -> Iterator[Range]:
    near = min(sentence.end, cue.end + _REACH)
    for pattern, start, end in (
        (_PRESS, cue.start, near),
        (_TOLD_OF, cue.start, near),
        (_TOLD, cue.start, near),
        (_VENUE, sentence.start, sentence.end),
        (_ON, cue.start, near),
    ):
        yield from (Range(*match.span("who")) for match in pattern.finditer(text, start, end))
