"""Who says right before a statement's source that it speaks: *Another said that the chief had told a meeting …*."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.subject import ASIDE, TELLS, THINKS, is_another, is_subject
from sayso.text.patterns import pattern

_OUTER = pattern(
    r"(?:\A|[.,;:] )(?P<who>[^,;:“”\"]{2,80}?)(?:, who [^,;:“”\"]+,)?"
    r" (?:has |had |have )?(?:sa(?:id|ys?)|claim(?:s|ed)?|recall(?:s|ed)?)"
    r"(?: (?:that|separately|later|also))* ?\Z"
)
_CITING = pattern(
    r"(?P<outlet>\b(?:[Tt]he \w+(?: agency)?|[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*)),"
    r" (?:citing|quoting) (?P<who>[^,;:“”\"]+),"
    r" (?:has |had )?(?:sa(?:id|ys?)|reports?|reported|wrote)(?: that)? ?\Z"
)
_VERB = pattern(rf" (?P<cue>{THINKS}|(?:had |has )?(?:{TELLS}|said|denied)){ASIDE} ?(?:that )?")
_ACCORDING_TO = ", according to "
_ACCORDING = pattern(rf"(?P<who>[^,.;:“”\"\n]{{2,80}}){_ACCORDING_TO}\Z")
_BEHIND = pattern(
    r",[”\"]? (?!and\b|but\b|while\b|now\b|so\b|then\b|though\b)(?P<who>[^,;:.“”\"]{2,50}?(?:, [^,;:.“”\"]{2,40},)?)"
    r" (?:has |had |have )?(?:sa(?:id|ys?)|added|told (?:us|[Tt]h|[A-Z])\w*)\b[^,;:“”\"]{0,40}?"
    r"(?:, and [^“”\"]+)?[.;]?\W*"
)
_MOUTHPIECE = pattern(
    r"(?:his|her|its|their) (?:\w+ )?(?:lawyer|solicitor|attorney|barrister|spokes\w+)$", re.IGNORECASE
)


def interrupted(text: str, draft: Draft, sentences: Sentences) -> Draft | None:
    """What *the chief, according to two others, began by saying* as the chief's, carried by the two."""
    if not draft.source or not draft.cue or draft.carriers or draft.cue.start < draft.source.end:
        return None
    sentence = sentences.around(draft.cue)
    before = text[sentence.start : draft.source.start]
    match = _ACCORDING.search(before) if before.endswith(_ACCORDING_TO) else None
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
    citing = _CITING.search(before) if ", citing " in before or ", quoting " in before else None
    if citing:
        return replace(draft, carriers=(_at(citing, "outlet", start), _at(citing, "who", start)))
    match = _OUTER.search(before)
    if match and is_subject(match["who"]) and is_another(match["who"], source):
        return replace(draft, carriers=(_at(match, "who", start),))
    return None


def vouched(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> Draft | None:
    """The draft with who says, right behind it, that it was said or thought: *Orr hopes for rain, an aide said*."""
    source = draft.source or draft.subject
    if not source or not draft.cue or draft.carriers or draft.content[0].start < max(source.end, draft.cue.end):
        return None
    sentence = sentences.around(draft.cue)
    end = draft.content[-1].end
    match = _BEHIND.fullmatch(text, end, max(end, sentence.end)) if text.startswith(",", end) else None
    if not match or _MOUTHPIECE.match(match["who"]):
        return None
    subject = match["who"].partition(" who ")[0].partition(" close to ")[0]
    if not is_subject(subject) or not is_another(subject, text[slice(*source)]):
        return None
    who = _at(match, "who", 0)
    return None if any(d.source and d.source.overlap(who) for d in drafts) else replace(draft, carriers=(who,))


def _at(match: re.Match[str], group: str, start: int) -> Range:
    return Range(start + match.start(group), start + match.end(group))
