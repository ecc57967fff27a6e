"""Who says right before a statement's source that it speaks: *Another said that the chief had told a meeting …*."""

import re
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.subject import ASIDE, TELLS, THINKS, is_another, is_subject

_OUTER = re.compile(
    r"(?:\A|[.,;:] )(?P<who>[^,;:“”\"]{2,80}?) (?:has |had |have )?(?:sa(?:id|ys?)|claim(?:s|ed)?|recall(?:s|ed)?)"
    r"(?: (?:that|separately|later|also))* ?\Z"
)
_CITING = re.compile(
    r"(?P<outlet>\b(?:[Tt]he \w+(?: agency)?|[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*)),"
    r" (?:citing|quoting) (?P<who>[^,;:“”\"]+),"
    r" (?:has |had )?(?:sa(?:id|ys?)|reports?|reported|wrote)(?: that)? ?\Z"
)
_VERB = re.compile(rf" (?P<cue>{THINKS}|(?:had |has )?(?:{TELLS}|said|denied)){ASIDE} ?(?:that )?")
_ACCORDING = re.compile(r"(?P<who>[^,.;:“”\"\n]{2,80}), according to \Z")


def interrupted(text: str, draft: Draft, sentences: Sentences) -> Draft | None:
    """What *the chief, according to two others, began by saying* as the chief's, carried by the two."""
    if not draft.source or not draft.cue or draft.carriers or draft.cue.start < draft.source.end:
        return None
    sentence = sentences.around(draft.cue)
    match = _ACCORDING.search(text[sentence.start : draft.source.start])
    if not match:
        return None
    return replace(draft, source=_at(match, "who", sentence.start), carriers=(draft.source,))


def carried(text: str, draft: Draft, sentences: Sentences) -> Draft | None:
    """The draft with who says, right before its source, that it speaks: *Another said the chief had told a meeting*."""
    if not draft.source or not draft.cue or not draft.content or draft.carriers:
        return None
    if draft.cue.start < draft.source.end:
        verb = _VERB.fullmatch(text, draft.source.end, draft.content[0].start)
        if not verb:
            return None
        return carried(text, replace(draft, cue=Range(*verb.span("cue"))), sentences)
    start = sentences.around(draft.source).start
    before, source = text[start : draft.source.start], text[slice(*draft.source)]
    citing = _CITING.search(before)
    if citing:
        return replace(draft, carriers=(_at(citing, "outlet", start), _at(citing, "who", start)))
    match = _OUTER.search(before)
    if match and is_subject(match["who"]) and is_another(match["who"], source):
        return replace(draft, carriers=(_at(match, "who", start),))
    return None


def _at(match: re.Match[str], group: str, start: int) -> Range:
    return Range(start + match.start(group), start + match.end(group))
