"""A claim that is denied where it is retold: *…, a claim the ministry told Reuters was false*."""

import re
from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_NOUN = (
    r"(?:claim|allegation|report|charge|assertion|accusation|suggestion|version|account|story|idea|description|figure)"
)
_ANY = pattern(rf", an? {_NOUN} ")
_RETOLD = pattern(
    rf", an? {_NOUN}(?: (?:that|which))? (?P<who>[^,;:.“”\"]{{2,60}}?) (?P<cue>(?:has |had |have |later |since )*"
    r"(?:told (?:[A-Z][\w&-]*(?: [A-Z][\w&-]*)*|reporters|us)|said|says?|called|described as|dismissed as|branded))"
    r" (?P<content>[^;:.]{3,100}?)(?=[.;]|, (?:and|but)\b|\s*\Z)"
)
_DISPUTED = pattern(
    rf", (?P<content>an? {_NOUN})(?: (?:that|which))? (?P<who>[^,;:.“”\"]{{2,60}}?)"
    r" (?P<cue>(?:has |had |have |later |since )*(?:disput|den(?:i|y)|reject|contest)\w*)(?=[.,;]|\s*\Z)"
)


def retold(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts with what is said of a claim right behind it, in the place of what was made of those words."""
    out = list(drafts)
    for sentence in (sentences.spans[i] for i in sorted({sentences.number(m.start()) for m in _ANY.finditer(text)})):
        for kind in (_RETOLD, _DISPUTED):
            match = kind.search(text, *sentence)
            if match and is_subject(match["who"]):
                out = _with(out, match)
    return sorted(out, key=lambda draft: draft.start)


def _with(drafts: Sequence[Draft], match: re.Match[str]) -> list[Draft]:
    whole = Range(*match.span())
    made = Draft.told(match)
    return [*(d for d in drafts if not (d.cue and d.cue.overlap(whole))), made]
